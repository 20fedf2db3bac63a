/** The content report, as an editor opens it: a page that stands by itself. */
import { expect, test } from '@playwright/test';
import { locales } from '@/i18n/locales';
import { renderReportPage } from '@/report/page/report-page';
import { buildContentReport } from '@/report/content-report';
import { createFlawedContent, type FlawedContent } from '@/report/flawed-content.fixture';
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
