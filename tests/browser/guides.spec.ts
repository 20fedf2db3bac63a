import { expect, test } from '@playwright/test';
import { locales } from '../../src/i18n/locales';
import { pathOf } from '../../src/i18n/routes';

for (const locale of locales) {
  test(`the fact sheet prints on one A4 page (${locale})`, async ({ page }) => {
    await page.goto(pathOf(locale, { to: 'section', section: 'factSheet' }));
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1);
    // 210 x 297 mm in points, as Chromium rounds them
    expect(pdf).toMatch(/\/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]/);
  });
}
