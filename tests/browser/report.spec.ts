/** The content report, as an editor opens it: a page that stands by itself. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { locales } from '@/i18n/locales';
import { renderReportPage } from '@/report/page/report-page';
import { buildContentReport } from '@/report/content-report';
import { createFlawedContent, type FlawedContent } from '@/report/flawed-content.fixture';
import { createRandomContent } from '@/report/random-content.fixture';
import { axeFaults } from './axe';

const editor = 'http://localhost:4321/admin/';

let made: FlawedContent;

test.beforeAll(async () => {
  made = await createFlawedContent();
  await made.remove();
});

const languageHref = (locale: string) => `report.${locale}.html`;

test('the content report is readable by everybody, on a phone and in the dark, without a script', async ({
  browser,
}) => {
  const { prepared, before } = made;
  const verdict = { outcome: 'refused', reason: 'Too many entries would be left out.\nThese:' } as const;
  const report = buildContentReport(prepared, { verdict, before, editor });
  for (const locale of locales) {
    const html = renderReportPage(report, { locale, fileHref: (where) => where, languageHref });
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await browser.newPage({ viewport: { width: 320, height: 800 }, colorScheme });
      await page.setContent(html);
      await expect(page.getByRole('alert')).toContainText('Too many entries would be left out.');
      await expect(page.getByRole('link', { name: 'Français', exact: true })).toHaveAttribute(
        'href',
        'report.fr.html',
      );
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
      expect(await axeFaults(page)).toEqual([]);
      await page.close();
    }
  }
});

/** The report is in the font of its reader's system. How much fits is tried in one that is the same on every machine. */
const typeface = (() => {
  const file =
    'node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2';
  const data = readFileSync(file).toString('base64');
  return `<style>@font-face { font-family: 'Of the site'; font-weight: 200 800; src: url(data:font/woff2;base64,${data}) }
body { font-family: 'Of the site', sans-serif }</style>`;
})();

// Each seed is a state of the content: nothing urgent (5, 10, 15, 20), few or thousands of entries, long and Arabic titles,
// a build that failed with a long message.
const seeds = Array.from({ length: 20 }, (_, index) => index + 1);

test('the first screen of a laptop lists the three most urgent entries with day and link', async ({
  browser,
}) => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, bypassCSP: true });
  const counts: number[] = [];
  for (const seed of seeds) {
    const { prepared, ...options } = createRandomContent(made.prepared, seed);
    const report = buildContentReport(prepared, { ...options, before: undefined, editor });
    counts.push(report.urgent.length);
    // The next state is looked at in the next language.
    const locale = locales[seed % locales.length] ?? 'en';
    const html = renderReportPage(report, { locale, fileHref: (where) => where, languageHref });
    await page.setContent(html.replace('</head>', `${typeface}</head>`));
    const rows = page.locator('#urgent > .rows > li');
    const wanted = report.urgent.slice(0, 3);
    for (const [index, { title, edit, tasks }] of wanted.entries()) {
      const row = rows.nth(index);
      const [link, time] = [row.getByRole('link').first(), row.locator('time').first()];
      await expect(link).toHaveText(title.replaceAll(/\s+/g, ' '));
      await expect(link).toHaveAttribute('href', edit ?? '');
      await expect(time).toHaveAttribute('datetime', tasks[0].day);
      for (const shown of [link, time]) await expect(shown, `${seed} ${locale}`).toBeInViewport({ ratio: 1 });
    }
    if (wanted.length === 0) await expect(page.locator('#urgent .calm')).toBeInViewport({ ratio: 1 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth), `${seed}`).toBe(1280);
  }
  await page.close();
  expect(counts.filter((count) => count === 0).length).toBeGreaterThan(0);
  expect(counts.filter((count) => count > 500).length).toBeGreaterThan(0);
  expect(counts.filter((count) => count > 0 && count < 3).length).toBeGreaterThan(0);
});
