/** The search of full texts: of organizations, campaigns, stories, resources and pages, beside opportunities. */
import { expect, test, type Page } from '@playwright/test';
import type { Locale } from '../../src/i18n/locales';
import { pathOf } from '../../src/i18n/routes';
import { translator } from '../../src/i18n/translate';
import { siteNow } from '../../scripts/test/ports';
import { axeFaults } from './axe';

const pathFor = (locale: Locale, words: string) =>
  `${pathOf(locale, { to: 'section', section: 'search' })}?q=${encodeURIComponent(words)}`;
const part = (page: Page) => page.locator('.search-texts');

/** Words that stand in the text of a sample story or page, and in no title, summary or heading. */
const words = { en: 'device', fr: 'appareil' };

const t = translator('fr');

test('finds by keyboard what only a text says, and shows where', async ({ page }) => {
  await page.goto(pathFor('fr', words.fr));
  const button = part(page).getByRole('button', { name: t('search.texts.button') });
  await expect(button).toBeVisible();
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: t('search.texts') })).toBeFocused();
  const first = part(page).locator('li').first();
  await expect(first.locator('mark').first()).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(first.getByRole('link')).toBeFocused();
  expect(await axeFaults(page)).toEqual([]);
  const target = (await first.getByRole('link').getAttribute('href')) ?? '';
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(target);
  await expect(page.locator('main')).toContainText(new RegExp(words.fr, 'i'));
});

test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime(siteNow);
});

test('loads nothing for it before the button is pressed', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(pathFor('en', words.en));
  await expect(part(page).getByRole('button')).toBeVisible();
  expect(asked.filter((name) => /^\/pagefind\/|full-text/.test(name))).toEqual([]);
  await part(page).getByRole('button').click();
  await expect(part(page).locator('li').first()).toBeVisible();
  expect(asked.filter((name) => name.startsWith('/pagefind/')).length).toBeGreaterThan(3);
});

test('says that texts can’t be loaded, and tries again', async ({ page }) => {
  const t = translator('fr');
  const files = /\/pagefind\/.*\.pf_index/;
  await page.route(files, (route) => route.abort());
  await page.goto(pathFor('fr', words.fr));
  await part(page).getByRole('button').click();
  await expect(part(page).getByRole('alert')).toHaveText(t('search.texts.error'));
  await page.unroute(files);
  await part(page)
    .getByRole('button', { name: t('search.error.retry') })
    .click();
  await expect(part(page).locator('li').first()).toBeVisible();
});
