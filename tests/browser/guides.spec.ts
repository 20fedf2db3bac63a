import { expect, test } from '@playwright/test';
import { locales, type Locale } from '../../src/i18n/locales';
import { pathOf, type Section } from '../../src/i18n/routes';
import { translator } from '../../src/i18n/translate';
import { maxHoursPerWeek } from '../../src/model/vocabularies/bands';
import { pathTo } from './site-pages';

const sectionPath = (locale: Locale, section: Section) => pathOf(locale, { to: 'section', section });

for (const locale of locales) {
  test(`the fact sheet prints on one A4 page (${locale})`, async ({ page }) => {
    await page.goto(sectionPath(locale, 'factSheet'));
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1);
    // 210 x 297 mm in points, as Chromium rounds them
    expect(pdf).toMatch(/\/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]/);
  });

  test(`from Impact one gets to a goal’s open opportunities, and back to what it carries on (${locale})`, async ({
    page,
  }) => {
    const t = translator(locale);
    await page.goto(sectionPath(locale, 'impact'));
    await page
      .locator('main')
      .getByRole('link', { name: t('goals.title') })
      .click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('goals.title'));
    await page
      .locator('#mdg-2')
      .getByRole('link', { name: t('sdg.4') })
      .click();
    await expect(page).toHaveURL(pathOf(locale, { to: 'browse-value', facet: 'sdg', value: '4' }));
    await expect(page.locator('.row').first()).toBeVisible();
    await page.getByRole('link', { name: t('mdg.2') }).click();
    await expect(page).toHaveURL(`${sectionPath(locale, 'goals')}#mdg-2`);
  });

  test(`the guide for organizations says who sees to a rule (${locale})`, async ({ page }) => {
    const t = translator(locale);
    await page.goto(pathTo('guide for organizations', locale));
    const rule = page.getByRole('listitem').filter({
      has: page.getByRole('heading', { name: t('rule.hours', { hours: maxHoursPerWeek }), exact: true }),
    });
    await expect(rule).toContainText(t('rules.judge.build'));
  });
}
