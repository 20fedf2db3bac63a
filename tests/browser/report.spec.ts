/** The content report, as an editor opens it: a page that stands by itself. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { reportDir } from '@/publish/report';
import { renderReportPage } from '@/report/report-page';
import { buildContentReport, type ContentReport } from '@/report/content-report';
import { createFlawedContent } from '@/report/flawed-content.fixture';
import { axeFaults } from './axe';

test('the content report is readable by everybody, on a phone and in the dark, without a script', async ({
  browser,
}) => {
  const { prepared, before, remove } = await createFlawedContent();
  const verdict = { outcome: 'refused', reason: 'Too many entries would be left out.' } as const;
  const report = buildContentReport(prepared, { verdict, before, editor: 'http://localhost:4321/admin/' });
  await remove();
  const html = renderReportPage(report, { fileHref: (where) => where });
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await browser.newPage({ viewport: { width: 320, height: 800 }, colorScheme });
    await page.setContent(html);
    await expect(page.getByRole('alert')).toContainText('Not published');
    await expect(page.getByRole('link', { name: /left out/ })).toHaveAttribute('href', '#left-out');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    expect(await axeFaults(page)).toEqual([]);
    await page.close();
  }
});

test('each build leaves one', () => {
  const kept = JSON.parse(readFileSync(`${reportDir}/report.json`, 'utf8')) as ContentReport;
  expect(kept.version).toBe(1);
  expect(readFileSync(`${reportDir}/report.html`, 'utf8')).toContain('<h1>Content report</h1>');
});
