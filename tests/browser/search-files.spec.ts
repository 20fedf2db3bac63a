import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { expect, test, type Page } from '@playwright/test';
import type { Locale } from '../../src/i18n/locales';
import { pathOf } from '../../src/i18n/routes';
import { translator } from '../../src/i18n/translate';
import { cardFile } from '../../src/search/page/search-paths';
import { siteNow } from '../../scripts/test/ports';

const searchPath = (locale: Locale) => pathOf(locale, { to: 'section', section: 'search' });

/** The titles of all pages of results, in their order, with their addresses. */
async function readResults(page: Page, locale: Locale): Promise<string[][]> {
  const results: string[][] = [];
  const next = page.locator('.search-main').getByRole('link', { name: translator(locale)('pager.next') });
  for (;;) {
    await expect(page.locator('.search-main .rows[aria-busy=false]').first()).toBeVisible();
    const links = page.locator('.search-main .rows h3 a');
    results.push(
      ...(await links.evaluateAll((all) =>
        all.map((link) => [link.textContent, (link as HTMLAnchorElement).href]),
      )),
    );
    if ((await next.count()) === 0) return results;
    const first = await links.first().getAttribute('href');
    await next.click();
    await expect(links.first()).not.toHaveAttribute('href', first ?? '');
  }
}

test('all results of a search as a table, by keyboard', async ({ page }) => {
  const t = translator('fr');
  await page.clock.setFixedTime(siteNow);
  await page.goto(`${searchPath('fr')}?task=advice,data,management,translation,writing`);
  const shown = await readResults(page, 'fr');
  expect(shown.length).toBeGreaterThan(10);

  const download = page.waitForEvent('download');
  await page.locator('.follow summary').press('Enter');
  await page.getByRole('button', { name: t('search.files.csv') }).press('Enter');
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^\p{L}[\p{L}\p{M}\d-]+-\d{4}-\d\d-\d\d\.csv$/u);
  const text = await readFile(await file.path(), 'utf8');
  expect(text.startsWith('\uFEFF')).toBe(true);
  const [head, ...rows] = parse(text, { bom: true });
  expect(head).toEqual([
    t('search.files.title'),
    t('search.texts.organization'),
    t('facet.country'),
    t('facet.lang'),
    t('facet.hours'),
    t('facet.length'),
    t('search.sort.closing'),
    t('search.files.link'),
  ]);
  expect(rows.map((row) => [row[0], row[7]])).toEqual(shown);
  for (const row of rows) {
    expect(row[6]).toMatch(/^(?:\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z)?$/);
    expect(row.slice(0, 6).every((cell) => cell !== '')).toBe(true);
  }
  await expect(page.locator('.search-files [role=status]')).toHaveText('');
});

test('all results of a search on paper', async ({ page }) => {
  const t = translator('es');
  await page.addInitScript(() => {
    window.print = () => {
      document.documentElement.dataset['printed'] = String(
        document.querySelectorAll('.result-sheet li').length,
      );
    };
  });
  await page.clock.setFixedTime(siteNow);
  await page.goto(`${searchPath('es')}?task=advice,data,management,translation,writing`);
  const shown = await readResults(page, 'es');
  await page.locator('.follow summary').press('Enter');
  await page.getByRole('button', { name: t('search.files.print') }).press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-printed', String(shown.length));
  const sheet = page.locator('.result-sheet');
  await expect(sheet).toBeHidden();

  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(sheet.getByRole('heading', { level: 1 })).toHaveText(await page.title());
  await expect(sheet).toContainText(t('site.name'));
  await expect(sheet).toContainText(t('search.count.other', { n: shown.length }));
  await expect(sheet.getByRole('heading', { level: 2 })).toHaveText(shown.map(([title]) => title ?? ''));
  await expect(sheet).toContainText(shown.at(-1)?.[1] ?? '?');
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(page.getByRole('main')).toBeHidden();
  expect(await sheet.evaluate((element) => getComputedStyle(element).color)).toBe('rgb(0, 0, 0)');

  // Once it is printed, the page prints as itself again.
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(sheet).toHaveCount(0);
  await expect(page.getByRole('main')).toBeVisible();
});

test('says so where the texts of the results don’t come, and tries again when pressed again', async ({
  page,
}) => {
  const t = translator('en');
  const folder = cardFile('en', 'X').split('X')[0] ?? '';
  await page.clock.setFixedTime(siteNow);
  await page.goto(searchPath('en'));
  await page.locator('.follow summary').click();
  const button = page.getByRole('button', { name: t('search.files.csv') });
  await expect(button).toBeVisible();
  await page.route(`**/${folder}*`, (route) => route.abort());
  await button.click();
  await expect(page.getByRole('status').filter({ hasText: t('search.error') })).toBeVisible();
  await page.unroute(`**/${folder}*`);
  const download = page.waitForEvent('download');
  await button.click();
  expect((await download).suggestedFilename()).toMatch(/\.csv$/);
});
