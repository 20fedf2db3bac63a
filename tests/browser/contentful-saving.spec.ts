/** What a control in Contentful’s form stores, follows, and keeps when it is refused. */
import { expect, type Page } from '@playwright/test';
import { buildHostForm } from './contentful-host/host-form';
import { changeElsewhere, control, controlFaults, formShown, stored, written } from './contentful-form';
import { french, openForm, shared, sidebar, test } from './contentful-test';

test.describe('a control', () => {
  test('follows changes from elsewhere, and can’t be used where the field is disabled', async ({
    page,
    host,
  }) => {
    await openForm(page, host, 'Who', { values: shared({ languages: [french] }) });
    const languages = control(page, 'Languages of work');
    await changeElsewhere(page, 'languages', [{ ...french, language: 'es' }, french]);
    const language = languages.getByRole('combobox', { name: 'Language', exact: true }).first();
    await expect(language).toHaveValue('Spanish');
    await page.evaluate(() => window.host.setDisabled('languages', true));
    for (const part of [
      language,
      languages.getByLabel('How well').first(),
      languages.getByRole('button', { name: 'Add: Language' }),
    ])
      await expect(part).toBeDisabled();
  });
});

test.describe('a change that Contentful refuses', () => {
  const refuse = (page: Page, refusal: { code: string; message: string } | undefined) =>
    page.evaluate((next) => {
      window.host.entry.refusal = next;
    }, refusal);
  const values = shared({ languages: [french] });

  test('stays in the control with the reason, and is stored by the button', async ({ page, host }) => {
    await openForm(page, host, 'Who', { values });
    const languages = control(page, 'Languages of work');
    await languages.getByLabel('How well').waitFor();
    await refuse(page, { code: 'VersionMismatch', message: 'Version mismatch' });
    await languages.getByLabel('How well').selectOption('Native');
    await expect(languages.getByRole('alert')).toContainText('someone else changed the entry meanwhile');
    await expect(languages.getByLabel('How well')).toHaveValue('native');
    expect(await controlFaults(page, 'Languages of work')).toEqual([]);
    // A colleague's change doesn't take its place.
    await changeElsewhere(page, 'languages', [{ ...french, level: 'basic' }]);
    await expect(languages.getByLabel('How well')).toHaveValue('native');
    await refuse(page, undefined);
    await languages.getByRole('button', { name: 'Save again' }).press('Enter');
    await expect(languages.getByRole('alert')).toBeEmpty();
    await expect.poll(() => stored(page, 'languages')).toEqual([{ ...french, level: 'native' }]);
    // The button is gone: the focus stays in the field.
    await expect(languages.getByRole('combobox', { name: 'Language', exact: true })).toBeFocused();
  });

  test('is given up for the stored value', async ({ page, host }) => {
    await openForm(page, host, 'Who', { values });
    const languages = control(page, 'Languages of work');
    await languages.getByLabel('How well').waitFor();
    await refuse(page, { code: 'AccessDenied', message: 'Forbidden' });
    await languages.getByLabel('How well').selectOption('Native');
    await expect(languages.getByRole('alert')).toContainText('you aren’t allowed to change it');
    await changeElsewhere(page, 'languages', [{ ...french, level: 'basic' }]);
    await languages.getByRole('button', { name: 'Use what is stored' }).click();
    await expect(languages.getByLabel('How well')).toHaveValue('basic');
    await expect(languages.getByRole('alert')).toBeEmpty();
  });

  test('is followed by nothing lost in what is recorded without the editor', async ({ page, host }) => {
    const translated = {
      originalLanguage: { 'en-US': 'en' },
      title: { 'en-US': 'Translate a handbook', fr: 'Traduire un manuel' },
    };
    await openForm(page, host, 'What', { values: translated });
    await expect(sidebar(page).getByRole('heading', { name: 'Translations' })).toBeVisible();
    await refuse(page, { code: 'VersionMismatch', message: 'Version mismatch' });
    await page.getByLabel('Title | Français').fill('Traduire un guide');
    const notice = sidebar(page).getByText(
      'The day of the change and the age of translations weren’t saved.',
    );
    await expect(notice).toBeVisible();
    expect(await stored(page, 'provenance')).toBeUndefined();
    await refuse(page, undefined);
    await page.getByLabel('Summary | English').fill('About wells');
    await expect(notice).toHaveCount(0);
    await expect
      .poll(() => stored(page, 'provenance'))
      .toMatchObject({ translatedFrom: { fr: { title: expect.stringMatching(/^[\w-]{6}$/) as unknown } } });
    await expect.poll(() => stored(page, 'updated')).toBeDefined();
  });
});

test('on a slow network a change stays, and is called unsaved until it is stored', async ({ page, host }) => {
  await page.clock.install();
  await openForm(page, host, 'Who', { values: shared({ languages: [french] }) });
  const languages = control(page, 'Languages of work');
  await languages.getByLabel('How well').waitFor();
  await page.evaluate(() => {
    window.host.entry.delay = new Promise((resolve) => Object.assign(window, { answer: resolve }));
  });
  await languages.getByLabel('How well').selectOption('Native');
  await changeElsewhere(page, 'languages', [{ ...french, level: 'basic' }]);
  await page.clock.runFor(4000);
  await expect(languages.getByText('Still saving. Keep this page open.')).toBeVisible();
  await expect(languages.getByLabel('How well')).toHaveValue('native');
  await page.evaluate(() => (window as unknown as { answer: () => void }).answer());
  await expect.poll(() => stored(page, 'languages')).toEqual([{ ...french, level: 'native' }]);
  await expect(languages.getByText('Still saving. Keep this page open.')).toHaveCount(0);
});

const oddValues = ['text', 7, true, null, { a: { b: 1 } }, [null, 3, ['x'], 'x', 'x'], 'x'.repeat(3000)];

test('no value, however old or strange, breaks a control or is changed by opening the form', async ({
  page,
  host,
}) => {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  const fields = [
    'taskTypes',
    'skills',
    'languages',
    'questions',
    'closesZone',
    'status',
    'utcRange',
    'flags',
  ];
  for (const odd of oddValues) {
    const values = shared(Object.fromEntries(fields.map((field) => [field, odd])));
    await page.goto(host.show(buildHostForm({ type: 'opportunity', values })));
    await formShown(page);
    for (const frame of page.frames().slice(1)) {
      await frame.locator('main').waitFor({ state: 'attached' });
      expect(await frame.getByText('This part didn’t load').count()).toBe(0);
    }
    expect(await written(page)).toEqual([]);
  }
  expect(faults).toEqual([]);
});
