import { expect, test, type Page } from '@playwright/test';
import type { Locale } from '../../src/i18n/locales';
import { pathOf } from '../../src/i18n/routes';
import { translator } from '../../src/i18n/translate';
import { siteNow, siteUrl } from '../../scripts/test/ports';
import { axeFaults } from './axe';
import { openWith, opportunitiesIn } from './sample';
import { moved, watchShifts } from './shifts';

const fitPath = (locale: Locale) => pathOf(locale, { to: 'section', section: 'fit' });
const searchPath = (locale: Locale) => pathOf(locale, { to: 'section', section: 'search' });

const at = '2026-11-25T11:00:00.000Z';
const answers = (values: Readonly<Record<string, string>>) =>
  JSON.stringify(Object.entries(values).map(([id, value]) => ({ id, value, at })));

/** Puts something where the page looks for answers, before it is opened. */
async function keep(page: Page, text: string): Promise<void> {
  await page.goto('/icon.svg');
  await page.evaluate((stored) => localStorage.setItem('ov:fit:1', stored), text);
}

/** An open opportunity that requires good French or better, and its other requirements as answers that fit. */
const french = openWith('en', { lang: 'fr' }).find(({ shared }) =>
  shared.languages.some(
    ({ language, level, need }) => language === 'fr' && need === 'required' && level !== 'basic',
  ),
);

test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime(siteNow);
});

test('is filled in by keyboard, says what fits on a page, and sends nothing', async ({ page }) => {
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    const isOurs = request.url().startsWith(siteUrl) || request.url().startsWith('blob:');
    if (!isOurs || request.method() !== 'GET' || /basic|native/.test(request.url()))
      elsewhere.push(`${request.method()} ${request.url()}`);
  });
  await page.goto(french?.path ?? '');
  await expect(page.locator('.fit-lines')).toBeHidden();
  await page.getByRole('link', { name: 'Is it right for you? Enter what you can do' }).click();

  const adding = page.getByRole('combobox', { name: 'Add a language' });
  await expect(adding).toBeEnabled();
  await adding.focus();
  await page.keyboard.type('French');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('How well: French')).toBeFocused();
  await page.keyboard.type('Basic');
  await expect(page.getByText('CEFR A1–A2')).toBeVisible();
  await page.getByLabel('My hours a week').focus();
  await page.keyboard.type('Up to 20');
  await expect(page.getByText('Paris (UTC+1)')).toBeVisible();
  await expect(page.getByRole('link', { name: 'See what fits me' })).toBeVisible();

  await page.goto(french?.path ?? '');
  const lines = page.locator('.fit-lines');
  await expect(lines.locator('.fit-fits')).toContainText('Your hours');
  await expect(lines.locator('.fit-lacks').first()).toContainText(/^Needs .*French; you have basic French/);
  await page.getByRole('link', { name: 'Change what I can do' }).click();
  await page.getByRole('button', { name: 'Remove French' }).click();
  await expect(page.getByRole('combobox', { name: 'Add a language' })).toBeFocused();
  expect(await page.evaluate(() => localStorage.getItem('ov:fit:1'))).not.toContain('language.fr');
  expect(elsewhere).toEqual([]);
});

const t = translator('en');
test('puts first what fits, and says so in each row', async ({ page }) => {
  // Without anything to compare: the usual order, and where to say it.
  await page.goto(`${searchPath('en')}?sort=fit`);
  const first = page.locator('.search-main .row').first();
  await expect(page.getByText(t('search.fit.first'))).toBeVisible();
  await expect(page.locator('#search-sort')).toHaveValue('new');
  await expect(first.locator('h3')).toHaveText(openWith('en', {})[0]?.texts.title.value ?? '');

  const wanted = opportunitiesIn('en').find(({ id }) => id === french?.id);
  const { languages = [], skills = [] } = wanted?.shared ?? {};
  await keep(
    page,
    answers({
      ...Object.fromEntries(languages.map(({ language }) => [`language.${language}`, 'native'])),
      ...Object.fromEntries(skills.map(({ skill }) => [`skill.${skill}`, 'expert'])),
      hours: '20',
    }),
  );
  await page.goto(searchPath('en'));
  await page.locator('#search-sort').selectOption('fit');
  await expect(page).toHaveURL(/\?sort=fit$/);
  const all = t('fits.all').split('{')[0]?.trim() ?? '';
  await expect(first.locator('.fit-fits')).toContainText(all);
  await expect(
    page.locator('.search-main .row').filter({ hasText: wanted?.texts.title.value ?? '' }),
  ).toContainText(all);
  await expect(page.locator('.search-main .fit-lines')).toHaveCount(10);
  await expect(page.getByRole('link', { name: t('fit.change') })).toHaveAttribute('href', fitPath('en'));
});

test('moves nothing on a phone, and axe finds nothing at 320 pixels', async ({ page }) => {
  await keep(
    page,
    answers({ 'language.fr': 'basic', 'language.en': 'native', 'skill.spreadsheets': 'some', hours: '1' }),
  );
  await page.setViewportSize({ width: 360, height: 740 });
  await watchShifts(page);
  for (const { path } of openWith('en', {}).slice(0, 6)) {
    await page.goto(path);
    await expect(page.locator('.fit-lines li').first()).toBeVisible();
    expect(await moved(page), path).toBe(0);
  }
  await page.setViewportSize({ width: 320, height: 700 });
  for (const path of [fitPath('en'), french?.path ?? '', `${searchPath('en')}?sort=fit`]) {
    await page.goto(path);
    await expect(page.locator('.fit-lines li, .fit-answers li').first()).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect(await axeFaults(page), path).toEqual([]);
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a sentence says why there is no form, and where to go instead', async ({ page }) => {
    await page.goto(fitPath('en'));
    await expect(page.locator('noscript .notice')).toContainText('compared only on your device');
    await expect(page.locator('.fit-form')).toBeHidden();
    await page.goto(french?.path ?? '');
    await expect(page.locator('.fit')).toBeHidden();
  });
});
