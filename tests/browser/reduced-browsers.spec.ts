/** One finds, reads and applies without WebAssembly and without storage. */
import { expect, test, type Page } from '@playwright/test';
import { pathOf } from '../../src/i18n/routes';
import { fillIn } from './application';
import { submissionsOf } from './inbox';
import { formOf, openForm, send, sendButton, serviceIs, t } from './open-form';
import { wholeChromium, withBlockedCookies } from './profile';
import { opportunityWithForm } from './sample';

const own = opportunityWithForm();
const title = own.texts.title.value;

/** Sends an application, and expects the page of thanks and one submission. */
async function applyAs(page: Page, name: string): Promise<void> {
  const form = await formOf(page);
  await fillIn(form, name);
  await sendButton(form).click();
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
  await page.goto(own.path);
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

  test('an application that does not get through is told of, and not left without a warning', async () => {
    const name = `Aminata blocked and down ${Date.now()}`;
    await withBlockedCookies(async (context) => {
      await context.clock.install();
      await serviceIs(context, 'down');
      const page = await context.newPage();
      const form = await openForm(page);
      await fillIn(form, name);
      await expect(form.getByText(t('form.draft.unkept'))).toBeVisible();
      await send(page, form);
      await expect(page.getByRole('alert')).toContainText(t('told.unsaved'));
      await expect(sendButton(form)).toBeEnabled();

      const asked = page.waitForEvent('dialog');
      await page.close({ runBeforeUnload: true });
      const dialog = await asked;
      expect(dialog.type()).toBe('beforeunload');
      await dialog.dismiss();

      await serviceIs(context, 'up');
      await page.getByRole('button', { name: t('told.now') }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('thanks.title'));
      expect(await submissionsOf(name)).toHaveLength(1);
    });
  });
});
