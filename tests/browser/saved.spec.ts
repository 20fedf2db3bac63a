import { expect, test, type Page } from '@playwright/test';
import type { Locale } from '../../src/i18n/locales';
import { pathOf, type Section } from '../../src/i18n/routes';
import { translator } from '../../src/i18n/translate';
import { siteNow } from '../../scripts/test/ports';
import { axeFaults } from './axe';
import { layoutFaults } from './layout-faults';
import { openWith } from './sample';

const sectionPath = (locale: Locale, section: Section) => pathOf(locale, { to: 'section', section });
const savedPath = (locale: Locale) => sectionPath(locale, 'saved');
const listPath = (locale: Locale) => sectionPath(locale, 'opportunities');
const [first, second] = openWith('en', {});

/** The titles of what stands on the page of saved opportunities. */
const titles = (page: Page) => page.locator('#saved-list ~ ul h3');
const stored = (page: Page) => page.evaluate(() => localStorage.getItem('ov:saved:1'));
const saveButton = (page: Page, title: string | undefined) =>
  page.locator('button.save').filter({ hasText: title ?? 'nothing' });

test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime(siteNow);
});

/** Puts entries where the page looks for them, before it is opened. */
async function keep(page: Page, opportunities: readonly (typeof first)[]): Promise<void> {
  const items = opportunities.map((view, index) => ({
    id: view?.id,
    title: view?.texts.title.value,
    organization: view?.organization.texts.name.value,
    lang: view?.lang,
    path: view?.path,
    savedAt: `2026-11-0${9 - index}T00:00:00.000Z`,
  }));
  await page.goto('/icon.svg');
  await page.evaluate((text) => localStorage.setItem('ov:saved:1', text), JSON.stringify(items));
}

const t = translator('es');

test('saves from a list and from a page, and keeps it over a reload', { tag: '@core' }, async ({ page }) => {
  const [one, other] = openWith('es', {});
  await page.goto(listPath('es'));
  const button = saveButton(page, one?.texts.title.value);
  await expect(button).toHaveText(new RegExp(`^${t('save')}`));
  await button.click();
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  await expect(button).toHaveText(new RegExp(`^${t('save.done')}`));
  await expect(page.getByRole('status').filter({ hasText: t('save.added') })).toBeAttached();

  await page.goto(other?.path ?? '');
  await saveButton(page, other?.texts.title.value).click();
  await page.reload();
  await expect(saveButton(page, other?.texts.title.value)).toHaveAttribute('aria-pressed', 'true');
  const kept = JSON.parse((await stored(page)) ?? '[]') as { closesAt?: number }[];
  expect(kept.map(({ closesAt }) => closesAt)).toEqual([one?.closesAt, other?.closesAt]);

  await page.getByRole('link', { name: `${t('nav.saved')} (2)` }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('saved.title'));
  await expect(titles(page)).toHaveText([
    new RegExp(`${other?.texts.title.value}|${one?.texts.title.value}`),
    new RegExp(`${other?.texts.title.value}|${one?.texts.title.value}`),
  ]);
  const [{ id } = { id: '' }] = JSON.parse((await stored(page)) ?? '[]') as { id: string }[];
  expect([one?.id, other?.id]).toContain(id);
});

test('two tabs are in step, and don’t undo each other', { tag: '@core' }, async ({ page, context }) => {
  await page.goto(listPath('en'));
  const other = await context.newPage();
  await other.clock.setFixedTime(siteNow);
  await other.goto(savedPath('en'));
  await expect(other.getByText('Nothing saved yet')).toBeVisible();

  await saveButton(page, first?.texts.title.value).click();
  await expect(titles(other)).toHaveText([first?.texts.title.value ?? '']);
  await other.getByRole('button', { name: /^Remove/ }).click();
  await expect(saveButton(page, first?.texts.title.value)).toHaveAttribute('aria-pressed', 'false');

  await saveButton(page, second?.texts.title.value).click();
  await other.getByRole('button', { name: /^Undo/ }).click();
  await expect(page.getByRole('link', { name: 'My volunteering (2)' })).toBeVisible();
  await expect(titles(other)).toHaveCount(2);
});

test(
  'what is removed comes back with Undo, and the focus stays where one is',
  { tag: '@core' },
  async ({ page }) => {
    await keep(page, [first, second]);
    await page.goto(savedPath('en'));
    await page.getByRole('button', { name: `Remove ${first?.texts.title.value}` }).click();
    await expect(titles(page)).toHaveCount(1);
    await expect(page.getByRole('button', { name: /^Undo/ })).toBeFocused();
    await expect(page.getByRole('status').first()).toContainText('Removed');
    await page.keyboard.press('Enter');
    await expect(titles(page)).toHaveCount(2);
    await expect(page.getByRole('button', { name: `Remove ${first?.texts.title.value}` })).toBeFocused();
  },
);

test('says what has closed since, and what is no longer on the site', { tag: '@core' }, async ({ page }) => {
  const closing = openWith('en', {}).find(({ closesAt }) => closesAt !== undefined);
  const gone = first && { ...first, id: 'no-longer-here' };
  await keep(page, [closing, gone]);
  await page.clock.setFixedTime((closing?.closesAt ?? 0) - 60_000);
  await page.goto(savedPath('en'));
  await expect(page.locator('.row').first()).toContainText('closes');
  await expect(page.locator('.row').nth(1)).toContainText('No longer on the site');
  await expect(titles(page).nth(1)).toHaveText(first?.texts.title.value ?? '');
  await expect(titles(page).nth(1).getByRole('link')).toHaveCount(0);

  await page.clock.setFixedTime(closing?.closesAt ?? 0);
  await page.evaluate(() => dispatchEvent(new Event('focus')));
  await expect(page.locator('.row').first()).toContainText('Closed');
});

test('shows what was noted where the site can’t be reached, and tries again', async ({ page }) => {
  await keep(page, [first]);
  await page.route('**/search/en.*', (route) => route.abort());
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto(savedPath('en'));
  await expect(page.getByRole('alert')).toContainText('couldn’t check which ones are still open');
  expect([...(await axeFaults(page)), ...(await layoutFaults(page))]).toEqual([]);
  await expect(titles(page)).toHaveText([first?.texts.title.value ?? '']);
  await page.unroute('**/search/en.*');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.locator('.facts')).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('says so where the browser keeps nothing', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    });
  });
  await page.goto(listPath('en'));
  await saveButton(page, first?.texts.title.value).click();
  await expect(page.locator('.save-problem')).toContainText('doesn’t let this site save anything');
  expect(await axeFaults(page)).toEqual([]);
  await page.goto(savedPath('en'));
  await expect(page.getByText('Nothing saved yet')).toBeVisible();
  expect(errors).toEqual([]);
});

test('the privacy page lists what is kept, and deletes it', async ({ page }) => {
  await keep(page, [first, second]);
  await page.goto(savedPath('en'));
  await page.getByRole('link', { name: 'What is saved, and how to delete it' }).click();
  const count = page.locator('[data-kept="ov:saved:1"]');
  await expect(count).toHaveText('2 entries');
  await page.locator('summary', { hasText: 'Delete everything' }).click();
  expect(await axeFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Delete everything' }).click();
  await expect(count).toHaveText('Nothing saved');
  await expect(page.getByText('Deleted from this device.')).toBeVisible();
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  await expect(page.locator('[data-kept=caches]')).toHaveText('Nothing saved');
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('there is no button that does nothing, and the pages say that nothing is kept', async ({ page }) => {
    await page.goto(listPath('en'));
    await expect(page.locator('button.save').first()).toBeHidden();
    await page.getByRole('link', { name: 'My volunteering' }).click();
    await expect(page.locator('noscript .notice')).toBeVisible();
    await expect(page.locator('.saved-loading')).toBeHidden();
    await page.getByRole('link', { name: 'What is saved, and how to delete it' }).click();
    await expect(page.locator('.kept noscript p')).toBeVisible();
    await expect(page.locator('.kept button').first()).toBeHidden();
  });
});
