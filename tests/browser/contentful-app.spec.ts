/** The app in Contentful's form: built as it is uploaded, with the real App SDK, in a page that speaks its protocol. */
import { expect, test, type Page } from '@playwright/test';
import { locales } from '../../src/i18n/locales';
import { buildApp, appPackages } from '../../scripts/cms/app/build-app';
import { tryInstallPackages } from '../../scripts/install/command-packages';
import { buildHostForm, type HostFormOptions } from '../../scripts/local/app-host/host-form';
import { startAppHost, type AppHost } from '../../scripts/local/app-host/host-server';
import { buildEditorInterface } from '../../src/sources/contentful/model/editor-interfaces';
import { changeElsewhere, chosen, control, frameFaults, openTab, stored, written } from './contentful-form';

const print = (line: string) => {
  console.log(line);
};
const isInstalled = tryInstallPackages(appPackages, 'the Contentful app isn’t tested', print);

// One worker builds the app for all.
test.describe.configure({ mode: 'default' });
// Its packages can be missing only on a machine without a network.
test.skip(!isInstalled, 'The packages of the app are missing.');

let host: AppHost;
test.beforeAll(async () => {
  await buildApp('.local/test/contentful-app', print);
  host = await startAppHost('.local/test/contentful-app');
});
test.afterAll(() => host.close());

const french = { language: 'fr', level: 'good', need: 'required' };

/** Opens a form, and the tab with a field. */
async function openForm(page: Page, tab: string, options: Partial<HostFormOptions> = {}): Promise<void> {
  await page.goto(host.show(buildHostForm({ type: 'opportunity', ...options })));
  await openTab(page, tab);
}

const shared = (values: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(values).map(([field, value]) => [field, { 'en-US': value }]));

test.describe('a list of choices', () => {
  test('is filled by the keyboard alone: typed, chosen with Enter, moved and removed', async ({ page }) => {
    await openForm(page, 'Who');
    const countries = control(page, 'Countries that benefit');
    await countries.getByLabel('Search the list').focus();
    await page.keyboard.type('sene');
    await page.keyboard.press('Enter');
    await page.keyboard.type('nep');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await expect(chosen(countries)).toHaveText(['Senegal', 'Nepal']);
    await countries.getByRole('button', { name: 'Move “Nepal” up' }).focus();
    await page.keyboard.press('Enter');
    await expect(chosen(countries)).toHaveText(['Nepal', 'Senegal']);
    // The button that went up is at the top now: the other one has the focus.
    await expect(countries.getByRole('button', { name: 'Move “Nepal” down' })).toBeFocused();
    await expect.poll(() => stored(page, 'countries')).toEqual(['NP', 'SN']);
    await countries.getByRole('button', { name: 'Remove “Nepal”' }).press('Enter');
    await expect(countries.getByRole('button', { name: 'Remove “Senegal”' })).toBeFocused();
    await expect.poll(() => stored(page, 'countries')).toEqual(['SN']);
  });

  test('is filled with the mouse, and takes no more than the model allows', async ({ page }) => {
    await openForm(page, 'What');
    const tasks = control(page, 'Task types');
    for (const name of ['Translation', 'Research', 'Data'])
      await tasks.getByRole('option', { name, exact: true }).click();
    await expect(tasks.getByText('At most 3: to add another, remove one first.')).toBeVisible();
    // A person can press it all the same.
    await tasks.getByRole('option', { name: 'Web and IT' }).click({ force: true });
    await expect.poll(() => stored(page, 'taskTypes')).toEqual(['translation', 'research', 'data']);
    await tasks.getByRole('option', { name: 'Research' }).click();
    await expect.poll(() => stored(page, 'taskTypes')).toEqual(['translation', 'data']);
  });

  test('shows what it doesn’t know, and keeps it until it is removed', async ({ page }) => {
    await openForm(page, 'What', { values: shared({ taskTypes: ['nonsense'] }) });
    const tasks = control(page, 'Task types');
    await expect(tasks.getByText('“nonsense” isn’t one of the choices.')).toBeVisible();
    await tasks.getByRole('option', { name: 'Data', exact: true }).click();
    await expect.poll(() => stored(page, 'taskTypes')).toEqual(['nonsense', 'data']);
    await tasks.getByRole('button', { name: 'Remove “nonsense”' }).click();
    await expect.poll(() => stored(page, 'taskTypes')).toEqual(['data']);
    await expect(tasks.locator('.problems li')).toHaveCount(0);
  });
});

test.describe('a list of groups', () => {
  test('is filled with the mouse: a choice adds a row', async ({ page }) => {
    await openForm(page, 'Who');
    const languages = control(page, 'Languages of work');
    await languages.getByRole('listbox').getByRole('option', { name: 'French' }).click();
    // Half a row is stored too, and its fault is said.
    await expect.poll(() => stored(page, 'languages')).toEqual([{ need: 'required', language: 'fr' }]);
    await expect(languages.getByText('Fill it in.')).toBeVisible();
    await languages.getByLabel('How well').selectOption('Good');
    await expect(languages.getByText('Fill it in.')).toHaveCount(0);
    await languages.getByRole('listbox').getByRole('option', { name: 'Wolof' }).click();
    await languages.getByLabel('How well').nth(1).selectOption('Native');
    await languages.getByLabel('Required or a plus').nth(1).selectOption('Welcome');
    await languages.getByRole('button', { name: 'Move “Wolof” up' }).click();
    await expect
      .poll(() => stored(page, 'languages'))
      .toEqual([{ language: 'wo', level: 'native', need: 'welcome' }, french]);
    await languages.getByRole('button', { name: 'Remove “Wolof”' }).click();
    await expect.poll(() => stored(page, 'languages')).toEqual([french]);
    await languages.getByLabel('Language', { exact: true }).selectOption('Spanish');
    await expect.poll(() => stored(page, 'languages')).toEqual([{ ...french, language: 'es' }]);
  });

  test('is filled by the keyboard alone, and takes no more rows than the model allows', async ({ page }) => {
    await openForm(page, 'Who');
    const skills = control(page, 'Skills');
    const search = skills.getByLabel('Search the list');
    await search.focus();
    await page.keyboard.type('transl');
    await page.keyboard.press('Enter');
    await expect(skills.getByLabel('How well')).toBeFocused();
    await page.keyboard.type('Solid');
    await expect.poll(() => stored(page, 'skills')).toEqual([{ skill: 'translation', level: 'solid' }]);
    for (const more of ['law', 'mapping', 'marketing', 'medicine', 'nutrition']) {
      await search.fill(more);
      await search.press('Enter');
    }
    await expect(skills.getByText('At most 6: to add another, remove one first.')).toBeVisible();
    await search.fill('psychology');
    await search.press('Enter');
    await expect.poll(async () => ((await stored(page, 'skills')) as unknown[]).length).toBe(6);
  });

  test('without choices begins with a button, and stores no empty row', async ({ page }) => {
    await page.goto(host.show(buildHostForm({ type: 'settings' })));
    const links = control(page, 'Links in the footer | English');
    await links.getByRole('button', { name: 'Add: Link' }).click();
    await expect(links.getByLabel('Text')).toBeFocused();
    await expect.poll(() => stored(page, 'footerLinks')).toBeUndefined();
    await page.keyboard.type('A');
    await expect.poll(() => stored(page, 'footerLinks')).toEqual([{ text: 'A' }]);
  });

  test('shows faulty rows and keeps them until they are changed', async ({ page }) => {
    const values = [{ language: 'xx', level: 'good', more: 1 }, 'fr'];
    await openForm(page, 'Who', { values: shared({ languages: values }) });
    const languages = control(page, 'Languages of work');
    await expect(languages.getByText('“xx” isn’t one of the choices.')).toBeVisible();
    await expect(languages.getByText('More is stored here than the form shows: more.')).toBeVisible();
    await expect(languages.getByText('doesn’t fit the field: fr.')).toBeVisible();
    await languages.getByLabel('How well').selectOption('Fluent');
    await expect
      .poll(() => stored(page, 'languages'))
      .toEqual([{ language: 'xx', level: 'fluent', more: 1 }, 'fr']);
  });

  test('shows a value that is no list, and replaces it only by what is filled in', async ({ page }) => {
    await openForm(page, 'Who', { values: shared({ languages: 'French' }) });
    const languages = control(page, 'Languages of work');
    await expect(languages.getByText('doesn’t fit the field: French.')).toBeVisible();
    await expect.poll(() => stored(page, 'languages')).toBe('French');
    await languages.getByRole('listbox').getByRole('option', { name: 'French' }).click();
    await expect.poll(() => stored(page, 'languages')).toEqual([{ need: 'required', language: 'fr' }]);
  });

  test('has fields for numbers, addresses and texts, and says what doesn’t fit', async ({ page }) => {
    await page.goto(host.show(buildHostForm({ type: 'campaign' })));
    const figures = control(page, 'Figures | Français');
    await figures.getByRole('button', { name: 'Add: Figure' }).click();
    await figures.getByLabel('Value').fill('2,2 milliards');
    await figures.getByLabel('Year').fill('many');
    await expect(figures.getByText('“many” isn’t a number.')).toBeVisible();
    await figures.getByLabel('Year').fill('1850');
    await expect(figures.getByText('From 1900 to 2100.')).toBeVisible();
    await figures.getByLabel('Year').fill('2024');
    await figures.getByLabel('Source’s address (optional)').fill('example.org');
    await expect(figures.getByText('It must begin with http:// or https://.')).toBeVisible();
    await expect
      .poll(() => stored(page, 'figures', 'fr'))
      .toEqual([{ value: '2,2 milliards', year: 2024, url: 'example.org' }]);
    await expect.poll(() => stored(page, 'figures')).toBeUndefined();
  });
});

test.describe('a single choice', () => {
  test('of a time zone is found by its city', async ({ page }) => {
    await openForm(page, 'When', { values: shared({ closesZone: 'Dakar' }) });
    const zone = control(page, 'Closes: time zone');
    await expect(
      zone.getByText('“Dakar” isn’t one of the choices. It stays until you change it.'),
    ).toBeVisible();
    await zone.getByLabel('Search the list').focus();
    await page.keyboard.type('dakar');
    await page.keyboard.press('Enter');
    await expect(zone.locator('strong').last()).toHaveText('Dakar – Greenwich Mean Time');
    await expect.poll(() => stored(page, 'closesZone')).toBe('Africa/Dakar');
    await zone.getByRole('button', { name: 'Clear' }).click();
    await expect.poll(() => stored(page, 'closesZone')).toBeUndefined();
    // The editor's own is offered.
    await zone.getByRole('button', { name: /^Paris/ }).click();
    await expect.poll(() => stored(page, 'closesZone')).toBe('Europe/Paris');
  });

  test('of a few is one click, of many a list', async ({ page }) => {
    await openForm(page, 'When');
    await control(page, 'Length: kind').getByLabel('A set time, in weeks').check();
    await expect.poll(() => stored(page, 'lengthKind')).toBe('weeks');
    await openTab(page, 'Editorial');
    await control(page, 'Status').getByRole('combobox').selectOption('In review');
    await expect.poll(() => stored(page, 'status')).toBe('review');
  });
});

test.describe('a control', () => {
  test('follows changes from elsewhere, and can’t be used where the field is disabled', async ({ page }) => {
    await openForm(page, 'Who', { values: shared({ languages: [french] }) });
    const languages = control(page, 'Languages of work');
    await changeElsewhere(page, 'languages', [{ ...french, language: 'es' }, french]);
    await expect(languages.getByLabel('Language', { exact: true }).first()).toHaveValue('es');
    await page.evaluate(() => window.host.setDisabled('languages', true));
    await expect(languages.getByLabel('Language', { exact: true }).first()).toBeDisabled();
    await expect(languages.getByLabel('Search the list')).toBeDisabled();
  });

  test('says when a change isn’t saved', async ({ page }) => {
    await openForm(page, 'Who', { values: shared({ languages: [french] }) });
    const languages = control(page, 'Languages of work');
    await languages.getByLabel('How well').waitFor();
    await page.evaluate(() => window.host.entry.disabled.add('languages'));
    await languages.getByLabel('How well').selectOption('Native');
    await expect(languages.getByText('The last change wasn’t saved.')).toBeVisible();
  });

  test('is as high as what is in it', async ({ page }) => {
    await openForm(page, 'Who', { values: shared({ languages: [french] }) });
    const frame = page.locator('iframe[title="Languages of work"]');
    const heightOf = async () => (await frame.boundingBox())?.height ?? 0;
    const content = control(page, 'Languages of work').locator('html');
    await expect
      .poll(async () => Math.round((await heightOf()) - ((await content.boundingBox())?.height ?? 0)))
      .toBe(0);
    const before = await heightOf();
    await control(page, 'Languages of work')
      .getByRole('listbox')
      .getByRole('option', { name: 'Wolof' })
      .click();
    await expect.poll(heightOf).toBeGreaterThan(before + 100);
  });
});

test.describe('the sidebar', () => {
  const sidebar = (page: Page) => page.frameLocator('iframe[title=Sidebar]');

  test('says what the checks find while an editor writes', async ({ page }) => {
    const values = shared({ originalLanguage: 'en', hoursMin: 1, summary: 'About wells' });
    await openForm(page, 'When', { values });
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

  test('speaks the editor’s language, and every control the one that is chosen', async ({ page }) => {
    await openForm(page, 'Who', { uiLanguage: 'es', values: shared({ originalLanguage: 'en' }) });
    await expect(sidebar(page).getByText('Organización: falta completarlo.')).toBeVisible();
    await expect(control(page, 'Skills').getByRole('listbox', { name: 'Agregar: Habilidad' })).toBeVisible();
    await sidebar(page).getByRole('button', { name: 'Français' }).click();
    await expect(sidebar(page).getByText('Organisation\u00A0: ce champ est vide.')).toBeVisible();
    await expect(
      control(page, 'Skills').getByRole('listbox', { name: 'Ajouter\u00A0: Compétence' }),
    ).toBeVisible();
    await page.reload();
    await expect(sidebar(page).getByRole('button', { name: 'Français', pressed: true })).toBeVisible();
  });

  const translated = {
    originalLanguage: { 'en-US': 'en' },
    updated: { 'en-US': '2026-01-01' },
    title: { 'en-US': 'Translate a handbook', fr: 'Traduire un manuel' },
    summary: { 'en-US': 'A handbook about wells', fr: 'Un manuel sur les puits' },
  };

  test('writes nothing when an entry is opened', async ({ page }) => {
    await page.clock.install();
    await openForm(page, 'What', { values: translated });
    await expect(sidebar(page).getByRole('heading', { name: 'Translations' })).toBeVisible();
    await page.clock.runFor(5000);
    // What comes again as it was is no change.
    await changeElsewhere(page, 'updated', '2026-01-01');
    await page.clock.runFor(5000);
    expect(await written(page)).toEqual([]);
  });

  test('writes the day of a change, and from which original a text was translated', async ({ page }) => {
    await openForm(page, 'What', { values: translated });
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

  test('leaves a day that the editor chose, and fields that can’t be changed', async ({ page }) => {
    await openForm(page, 'Editorial', { values: translated });
    await expect(sidebar(page).getByRole('heading', { name: 'Translations' })).toBeVisible();
    await page.getByLabel('Updated').fill('2026-03-03');
    await openTab(page, 'What');
    await page.getByLabel('Title | Français').fill('Traduire un guide');
    await expect.poll(() => stored(page, 'provenance')).toBeDefined();
    await expect.poll(() => stored(page, 'updated')).toBe('2026-03-03');

    await openForm(page, 'What', { values: translated });
    await expect(sidebar(page).getByRole('heading', { name: 'Translations' })).toBeVisible();
    await page.evaluate(() => window.host.setDisabled('provenance', true));
    await page.getByLabel('Title | Français').fill('Traduire un guide');
    await expect.poll(() => written(page)).toEqual(['updated']);
  });
});

test('a new entry gets the language that it is begun in, and the day on which it is opened', async ({
  page,
}) => {
  await openForm(page, 'What', { uiLanguage: 'fr' });
  await page.frameLocator('iframe[title=Sidebar]').locator('.findings').first().waitFor();
  await page.getByLabel('Title | Français').fill('Traduire un manuel');
  await expect.poll(() => stored(page, 'originalLanguage')).toBe('fr');
  expect(await stored(page, 'posted')).toBeUndefined();
  await openTab(page, 'Editorial');
  await control(page, 'Status').getByRole('combobox').selectOption('Ouverte');
  await expect.poll(() => stored(page, 'posted')).toMatch(/^20\d\d-\d\d-\d\d$/);
});

test('installing assigns the app to the fields that setup gives it, and to the sidebar', async ({ page }) => {
  await page.goto(host.showInstallation(buildHostForm({ type: 'opportunity' })));
  const screen = control(page, 'Installation');
  await expect(screen.getByText('Install it with the button above.')).toBeVisible();
  await page.evaluate(() => window.host.install());
  await expect(screen.getByText('It is installed.')).toBeVisible();
  const state = await page.evaluate(() => window.host.frames['installation']?.configured);
  const { controls } = buildEditorInterface('opportunity', { definitionId: 'x' });
  const own = controls.filter(({ widgetNamespace }) => widgetNamespace === 'app');
  expect(state).toEqual({
    parameters: {},
    targetState: {
      EditorInterface: {
        opportunity: { controls: own.map(({ fieldId }) => ({ fieldId })), sidebar: { position: 1 } },
      },
    },
  });
});

for (const locale of locales) {
  test(`every part of it is accessible (${locale})`, async ({ page }) => {
    const values = shared({ taskTypes: ['translation', 'x'], languages: [french], closesZone: 'UTC' });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).host));
    // The tabs differ in their fields alone, not in the kinds of controls.
    const tabs = locale === 'en' ? ['What', 'Who', 'When', 'Apply', 'Editorial'] : ['Who'];
    for (const tab of tabs) {
      await openForm(page, tab, { uiLanguage: locale, values });
      await page.frameLocator('iframe[title=Sidebar]').locator('.findings').first().waitFor();
      for (const frame of page.frames().slice(1)) {
        if (!(await (await frame.frameElement()).isVisible())) continue;
        await frame.locator('main').waitFor();
        expect(await frameFaults(frame)).toEqual([]);
      }
    }
    // Nothing is asked of other hosts.
    expect([...new Set(asked)]).toHaveLength(1);
  });
}
