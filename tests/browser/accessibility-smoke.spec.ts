/**
 * Each kind of page once, each in the next language: axe finds nothing, and the browser complains of nothing. Contrast takes
 * as long as all else: `accessibility.spec.ts` measures it.
 */
import { expect, test } from '@playwright/test';
import { locales } from '../../src/i18n/locales';
import { axeFaults } from './axe';
import { watchComplaints } from './complaints';
import { untilSettled } from './page-states';
import { kindsOfPages, pathTo } from './site-pages';

for (const [index, kind] of kindsOfPages().entries()) {
  const locale = locales[index % locales.length] ?? locales[0];

  test(`${kind} is accessible and quiet (${locale})`, { tag: '@core' }, async ({ page }) => {
    const complaints = watchComplaints(page);
    await page.goto(pathTo(kind, locale));
    await untilSettled(page);
    expect([...(await axeFaults(page, { contrast: false })), ...complaints]).toEqual([]);
  });
}
