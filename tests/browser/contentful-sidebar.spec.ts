/** The sidebar of Contentful’s form: findings, translations, and what is written without the editor. */
import { expect } from '@playwright/test';
import { changeElsewhere, control, openTab, stored, written } from './contentful-form';
import { openForm, shared, sidebar, test } from './contentful-test';

test.describe('the sidebar', () => {
  test('says what the checks find while an editor writes', { tag: '@core' }, async ({ page, host }) => {
    const values = shared({ originalLanguage: 'en', hoursMin: 1, summary: 'About wells' });
    await openForm(page, host, 'When', { values });
    const most = page.getByLabel('Hours a week: at most');
    await most.fill('30');
    const finding = sidebar(page).getByText('is 30 hours a week, but the limit is 20');
    await expect(finding).toBeVisible();
    await most.fill('5');
    await expect(finding).toHaveCount(0);
    await expect(sidebar(page).getByText('English › Title is missing. Fill it in.')).toBeVisible();
    await openTab(page, 'What');
    await page.getByLabel('Title | English').fill('Translate a handbook');
    await expect(sidebar(page).getByText('English › Title')).toHaveCount(0);
  });

  test('speaks the editor’s language, and every control the one that is chosen', async ({ page, host }) => {
    await openForm(page, host, 'Who', { uiLanguage: 'es', values: shared({ originalLanguage: 'en' }) });
    await expect(sidebar(page).getByText('Organización: este campo está vacío.')).toBeVisible();
    await expect(control(page, 'Skills').getByRole('button', { name: 'Agregar: Habilidad' })).toBeVisible();
    await sidebar(page).getByLabel('Idioma de la página').selectOption('fr');
    await expect(sidebar(page).getByText('Organisation\u00A0: ce champ est vide.')).toBeVisible();
    await expect(
      control(page, 'Skills').getByRole('button', { name: 'Ajouter\u00A0: Compétence' }),
    ).toBeVisible();
    await page.reload();
    await expect(sidebar(page).getByLabel('Langue de la page')).toHaveValue('fr');
  });

  const translated = {
    originalLanguage: { 'en-US': 'en' },
    updated: { 'en-US': '2026-01-01' },
    title: { 'en-US': 'Translate a handbook', fr: 'Traduire un manuel' },
    summary: { 'en-US': 'A handbook about wells', fr: 'Un manuel sur les puits' },
  };

  test('writes nothing when an entry is opened', async ({ page, host }) => {
    await page.clock.install();
    await openForm(page, host, 'What', { values: translated });
    await expect(sidebar(page).getByRole('heading', { name: 'Translations' })).toBeVisible();
    await page.clock.runFor(5000);
    // What comes again as it was is no change.
    await changeElsewhere(page, 'updated', '2026-01-01');
    await page.clock.runFor(5000);
    expect(await written(page)).toEqual([]);
  });

  test('writes the day of a change, and from which original a text was translated', async ({
    page,
    host,
  }) => {
    await openForm(page, host, 'What', { values: translated });
    await expect(sidebar(page).getByRole('heading', { name: 'Translations' })).toBeVisible();
    await page.getByLabel('Title | Français').fill('Traduire un guide');
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(new Date());
    await expect.poll(() => stored(page, 'updated')).toBe(today);
    await expect
      .poll(() => stored(page, 'provenance'))
      .toEqual({
        translatedFrom: { fr: { title: expect.stringMatching(/^[\w-]{6}$/) as unknown } },
      });
    await page.getByLabel('Title | English').fill('Translate a longer handbook');
    await expect(sidebar(page).getByText('French is older than English: 1 field (Title)')).toBeVisible();
    await page.getByLabel('Summary | English').fill('A handbook about wells and pumps');
    await expect(
      sidebar(page).getByText('French is older than English: 2 fields (Title, Summary)'),
    ).toBeVisible();
    await page.getByLabel('Title | Français').fill('Traduire un long guide');
    await expect(sidebar(page).getByText('French is older than English: 1 field (Summary)')).toBeVisible();
  });

  test('leaves a day that the editor chose, and fields that can’t be changed', async ({ page, host }) => {
    await openForm(page, host, 'Editorial', { values: translated });
    await expect(sidebar(page).getByRole('heading', { name: 'Translations' })).toBeVisible();
    await page.getByLabel('Updated').fill('2026-03-03');
    await openTab(page, 'What');
    await page.getByLabel('Title | Français').fill('Traduire un guide');
    await expect.poll(() => stored(page, 'provenance')).toBeDefined();
    await expect.poll(() => stored(page, 'updated')).toBe('2026-03-03');

    await openForm(page, host, 'What', { values: translated });
    await expect(sidebar(page).getByRole('heading', { name: 'Translations' })).toBeVisible();
    await page.evaluate(() => window.host.setDisabled('provenance', true));
    await page.getByLabel('Title | Français').fill('Traduire un guide');
    await expect.poll(() => written(page)).toEqual(['updated']);
  });
});

test('a new entry gets the language that it is begun in, and the day on which it is opened', async ({
  page,
  host,
}) => {
  await openForm(page, host, 'What', { uiLanguage: 'fr' });
  await page.frameLocator('iframe[title=Sidebar]').locator('.findings').first().waitFor();
  await page.getByLabel('Title | Français').fill('Traduire un manuel');
  await expect.poll(() => stored(page, 'originalLanguage')).toBe('fr');
  expect(await stored(page, 'posted')).toBeUndefined();
  await openTab(page, 'Editorial');
  await control(page, 'Status').getByRole('combobox').selectOption('Ouverte');
  await expect.poll(() => stored(page, 'posted')).toMatch(/^20\d\d-\d\d-\d\d$/);
});

test.describe('a space with other languages than the site', () => {
  const locales = [
    { code: 'de-CH', name: 'Deutsch' },
    { code: 'fr', name: 'Français' },
  ];

  test('is told which texts aren’t on the site, and keeps them', async ({ page, host }) => {
    const values = { originalLanguage: { 'de-CH': 'fr' }, title: { 'de-CH': 'Ein Titel', fr: 'Traduire' } };
    await openForm(page, host, 'What', { locales, values });
    await expect(
      sidebar(page).getByText('Texts in these languages aren’t on the site: Swiss High German.'),
    ).toBeVisible();
    await page.getByLabel('Title | Deutsch').fill('Ein anderer Titel');
    await expect.poll(() => stored(page, 'updated', 'de-CH')).toBeDefined();
    expect(await stored(page, 'title', 'de-CH')).toBe('Ein anderer Titel');
    expect(await stored(page, 'originalLanguage', 'de-CH')).toBe('fr');
    await expect(control(page, 'Task types').getByRole('combobox')).toBeVisible();
  });

  test('can’t be checked where no language fits, and says so', async ({ page, host }) => {
    for (const codes of [
      ['de', 'pt'],
      ['en-US', 'en-GB'],
    ]) {
      await openForm(page, host, 'What', { locales: codes.map((code) => ({ code, name: code })) });
      await expect(sidebar(page).getByText('The entry can’t be checked')).toBeVisible();
      await expect(control(page, 'Task types').getByRole('combobox')).toBeVisible();
    }
  });
});
