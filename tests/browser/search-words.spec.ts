/** What words find: those that aren't there, beginnings, odd ones, and what happens when a part doesn't load. */
import { expect, test, type Page } from '@playwright/test';
import type { Locale } from '../../src/i18n/locales';
import { pathOf } from '../../src/i18n/routes';
import { translator } from '../../src/i18n/translate';
import { siteNow } from '../../scripts/test/ports';
import { openWith } from './sample';

const pathFor = (locale: Locale, words: string) =>
  `${pathOf(locale, { to: 'section', section: 'search' })}?q=${encodeURIComponent(words)}`;
const total = (page: Page) => page.locator('.search-total');
const titles = (page: Page) => page.locator('.search-main .rows[aria-busy] h3 a');

test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime(siteNow);
});

const t = translator('es');

test('answers whatever is typed with a page and a plain sentence', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(pathFor('es', '?!'));
  await expect(page.getByText(t('search.none.signs'))).toBeVisible();
  const markup = '<b>x</b><script>alert(1)</script>';
  for (const words of ['مترجم', '🌍', markup, 'zq'.repeat(2500)]) {
    await page.goto(pathFor('es', words));
    await expect(total(page)).not.toBeEmpty();
    // Of the markup, texts have single letters and digits.
    if (words !== markup) {
      await expect(page.getByText(t('search.none'), { exact: true })).toBeVisible();
      await expect(titles(page)).toHaveCount(0);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
  }
  const all = openWith('es', {}).length;
  const bare = pathOf('es', { to: 'section', section: 'search' });
  await page.goto(`${bare}?task=nothing,,&country=zzz&page=999`);
  await expect(total(page)).toContainText(t.count('search.count', all));
  await expect(total(page)).toContainText(
    t('pager.here', { page: Math.ceil(all / 10), pages: Math.ceil(all / 10) }),
  );
  await expect(titles(page).first()).toBeVisible();
  expect(errors).toEqual([]);
  // A server learns the words only from an address that somebody opens.
  const silent = asked.filter((url) => new URL(url).pathname !== bare);
  expect(silent.filter((url) => /alert|zqzq/.test(decodeURIComponent(url)))).toEqual([]);
});

test('doesn’t show what a part of the words finds when another part can’t be loaded', async ({ page }) => {
  const shards: string[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('.txt')) shards.push(response.url());
  });
  // Each word needs other shards of the terms.
  await page.goto(pathFor('en', 'warnings'));
  await expect(titles(page).first()).toBeVisible();
  const [lost] = shards;
  await page.goto(pathFor('en', 'creole'));
  await expect(titles(page).first()).toBeVisible();
  expect(new Set(shards).size).toBeGreaterThan(1);

  await page.route(lost ?? '', (route) => route.abort());
  await page.goto(pathFor('en', 'creole warnings'));
  await expect(page.getByRole('alert')).toContainText(translator('en')('search.error'));
  await expect(titles(page)).toHaveCount(0);
  await page.unroute(lost ?? '');
  await page.getByRole('button', { name: translator('en')('search.error.retry') }).click();
  await expect(titles(page).first()).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('keeps the search when the language is switched', async ({ page }) => {
  await page.goto('/en/search/?q=water&lang=fr:good&task=translation');
  // The links know the search once the page is alive.
  await expect(page.locator('#search-q')).toHaveValue('water');
  await page.getByRole('link', { name: 'Français' }).click();
  await expect(page).toHaveURL(
    `${pathOf('fr', { to: 'section', section: 'search' })}?q=water&task=translation&lang=fr:good`,
  );
  await expect(page.locator('#search-q')).toHaveValue('water');
  const tasks = page.getByRole('checkbox', { name: translator('fr')('task.translation') });
  await expect(tasks).toBeChecked();
  await tasks.uncheck();
  await page.getByRole('link', { name: 'Español' }).click();
  await expect(page).toHaveURL(`${pathOf('es', { to: 'section', section: 'search' })}?q=water&lang=fr:good`);
});
