/** What a search loads, when, and what the page says where that is missing, of another build, or out of reach. */
import { expect, test, type Page } from '@playwright/test';
import type { Locale } from '../../src/i18n/locales';
import { pathOf } from '../../src/i18n/routes';
import { translator } from '../../src/i18n/translate';
import { siteNow, siteUrl } from '../../scripts/test/ports';
import { axeFaults } from './axe';

const searchPath = (locale: Locale) => pathOf(locale, { to: 'section', section: 'search' });
const titles = (page: Page) => page.locator('.search-main .rows[aria-busy] h3 a');

/** A word of sample opportunities in every language. */
const word = 'creole';

test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime(siteNow);
});

/** The paths that a page asks for from now on. */
const isOfTerms = (url: string) => /^\/search\/\w+(?:\.terms\.json|\/)/.test(url);

function watch(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url().replace(siteUrl, '')));
  return asked;
}

test('asks for the terms only where there are words, and then for each file once', async ({ page }) => {
  const asked = watch(page);
  await page.goto(searchPath('en'));
  await expect(page.locator('#search-filters .search-count').first()).toBeAttached();
  expect(asked.filter(isOfTerms)).toEqual([]);

  asked.length = 0;
  await page.goto(`${searchPath('en')}?q=${word}`);
  await expect(titles(page).first()).toBeVisible();
  const files = asked.filter((url) => /^\/(?:pagefind|search|words|assets)\//.test(url));
  expect(files).toEqual([...new Set(files)]);
  // From the head, not when the code has come to it.
  const early = await page
    .locator('head link[rel=preload]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  for (const name of ['terms', 'synonyms'])
    expect(early.filter((href) => href?.includes(`.${name}.json`))).toHaveLength(1);
  expect(files.filter((url) => url.endsWith('.txt')).length).toBeGreaterThan(0);
  expect(files.filter((url) => url.startsWith('/pagefind/'))).toEqual([]);
});

test('names every module of the island in the page’s head', async ({ page }) => {
  await page.goto(`${searchPath('en')}?q=${word}`);
  await expect(titles(page).first()).toBeVisible();
  const named = await page
    .locator('head link[rel=modulepreload]')
    .evaluateAll((links) => links.map((link) => (link as HTMLLinkElement).href));
  const loaded = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(({ name }) => /\/assets\/.*\.js$/.test(name))
      .filter((entry) => (entry as PerformanceResourceTiming).initiatorType === 'other')
      .map(({ name }) => name),
  );
  expect(named.length).toBeGreaterThan(5);
  expect(loaded.filter((name) => !named.includes(name))).toEqual([]);
});

test('asks for no terms on a line that costs when the box is only touched', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
  });
  const asked = watch(page);
  await page.goto(searchPath('en'));
  await page.locator('#search-q').focus();
  await page.getByRole('checkbox').first().focus();
  await page.locator('#search-q').fill(word);
  expect(asked.filter(isOfTerms)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect.poll(() => asked.filter(isOfTerms)).not.toEqual([]);
});

test('loads everything anew where columns and index are of different builds, and says so where that fails', async ({
  page,
}) => {
  const t = translator('en');
  let served = 0;
  let isOld = (url: string) => url !== '';
  await page.route('**/search/en.json*', async (route) => {
    served++;
    if (!isOld(route.request().url())) return route.fallback();
    const response = await route.fetch();
    const columns = (await response.json()) as Record<string, unknown>;
    return route.fulfill({ response, json: { ...columns, index: 'en_0' } });
  });
  // In a cache there are old columns; past it, those of the index.
  isOld = (url) => !/v=\d{13}$/.test(url);
  await page.goto(`${searchPath('en')}?q=${word}`);
  await expect(titles(page).first()).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  expect(served).toBeGreaterThan(1);

  isOld = () => true;
  await page.goto(`${searchPath('en')}?q=${word}`);
  await expect(page.getByRole('alert')).toContainText(t('search.error'));
  await expect(titles(page)).toHaveCount(0);
});

const t = translator('fr');

test('says that it can’t load without a line, and searches on with one', async ({ page, context }) => {
  await page.goto(searchPath('fr'));
  await expect(page.locator('#search-filters .search-count').first()).toBeAttached();
  await context.setOffline(true);
  await page.locator('#search-q').fill(word);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText(t('search.error'));
  await expect(page.getByRole('alert').getByRole('link', { name: t('search.error.browse') })).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
  await context.setOffline(false);
  await page.getByRole('button', { name: t('search.error.retry') }).click();
  await expect(titles(page).first()).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
});
