/** One finds, reads and applies without WebAssembly and without storage. */
import { expect, test, type Page } from '@playwright/test';
import { pathOf } from '../../src/i18n/routes';
import { translator } from '../../src/i18n/translate';
import { fillIn } from './application';
import { submissionsOf } from './inbox';
import { wholeChromium, withBlockedCookies } from './profile';
import { opportunitiesIn } from './sample';

const t = translator('en');
const own = opportunitiesIn('en').find(({ stage, shared }) => stage === 'open' && shared.applyBy === 'form');
const ownPath = own?.path ?? '';
const title = own?.texts.title.value ?? '';

/** Sends an application, and expects the page of thanks and one submission. */
async function applyAs(page: Page, name: string): Promise<void> {
  await page.locator('#apply form').scrollIntoViewIfNeeded();
  await expect(page.locator('[data-form]')).toHaveCount(0);
  await fillIn(page.locator('#apply form'), name);
  await page.getByRole('button', { name: t('form.send') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('thanks.title'));
  expect(await submissionsOf(name)).toHaveLength(1);
}

test('without WebAssembly one searches for words and phrases, is told what fails, and can apply', async ({
  page,
}) => {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'WebAssembly'));
  const search = pathOf('en', { to: 'section', section: 'search' });
  await page.goto(`${search}?q=translate`);
  await expect(page.locator('.search-main .rows[aria-busy] h3 a').first()).toBeVisible();
  await page.goto(`${search}?q=%22savings+groups%22`);
  await expect(page.locator('.search-main .rows[aria-busy] h3 a').first()).toBeVisible();
  await page.getByRole('button', { name: t('search.texts.button') }).click();
  await expect(page.getByRole('alert')).toHaveText(t('search.texts.error'));
  await page.goto(ownPath);
  await applyAs(page, `Aminata no WebAssembly ${Date.now()}`);
});

test.describe('with storage blocked', () => {
  // Only a whole Chromium can block storage, and not every machine can install one.
  test.skip(wholeChromium === undefined, 'There is no Chromium that blocks storage.');

  test('one finds, reads and applies', async () => {
    await withBlockedCookies(async (context) => {
      const page = await context.newPage();
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      await page.goto(pathOf('en', { to: 'section', section: 'search' }));
      expect(
        await page.evaluate(() => {
          try {
            return localStorage.length;
          } catch {
            return 'blocked';
          }
        }),
      ).toBe('blocked');
      await page.locator('#search-q').fill(title);
      await page.locator('#search-q').press('Enter');
      // Only what was searched for is marked, and a link above the results names the words too.
      await expect(page.locator('.search-main .rows[aria-busy=false] mark').first()).toBeVisible();
      await page.getByRole('link', { name: title, exact: true }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
      await applyAs(page, `Aminata no storage ${Date.now()}`);
      expect(errors).toEqual([]);
    });
  });
});
