/** The local editor, as a person who writes content uses it: Decap CMS over a copy of the sample, no account, no network. */
import { existsSync, writeFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { choose, field, load, open, pane, pressSave, save, soon, unfold, write } from './editor-page';
import { savedToday, today, test, useEditor } from './editor-session';

const editor = useEditor();
const { asked, file, read } = editor;

let page: Page;
let origin: string;

test.beforeAll(() => {
  ({ page, origin } = editor);
});

test('lists entries by the title in the language that they were written in', { tag: '@core' }, async () => {
  await load(page, 'resource');
  await expect(page.getByRole('heading', { name: 'Répondre à chaque candidature' })).toBeVisible();
});

test('an edit is a line of the file, and its day', { tag: '@core' }, async () => {
  const name = 'stories/a-tale-that-weighs-six-megabytes.yml';
  const before = read(name);
  const title = /^ {2}title: (.*)$/m.exec(before)?.[1] ?? '';
  await open(page, 'story/entries/a-tale-that-weighs-six-megabytes');
  const shown = pane(page).getByRole('heading', { level: 1 });
  await expect(shown).toHaveText(title, soon);
  await write(page, 'title', 'A tale of six megabytes, told again');
  // Beside the form, before it is saved.
  await expect(shown).toHaveText('A tale of six megabytes, told again', soon);
  expect(read(name)).toBe(before);
  await save(page);
  await expect
    .poll(() => read(name))
    .toBe(savedToday(before.replace(title, 'A tale of six megabytes, told again')));
  // The site shows it at once.
  await expect
    .poll(async () => (await page.request.get(`${origin}/en/stories/`)).text(), soon)
    .toContain('A tale of six megabytes, told again');
  await open(page, 'story/entries/a-tale-that-weighs-six-megabytes');
  await write(page, 'title', title);
  await save(page);
  await expect.poll(() => read(name)).toBe(savedToday(before));
});

test(
  'an entry in French alone becomes a file that a person could have written',
  { tag: '@core' },
  async () => {
    await open(page, 'resource/new');
    const french = page.locator('[id^="fr-field-"]');
    await french.getByRole('button', { name: 'Expand' }).first().click();
    await write(page, 'fr title', 'Relire à deux voix');
    await write(page, 'fr summary', 'Comment se partager une relecture.');
    await french.locator('[data-slate-editor]').click();
    await page.keyboard.insertText('Chacun lit une page, puis on échange.');
    await choose(page, 'originalLanguage', 'French');
    // Nothing new is on the site by itself.
    await expect(
      field(page, 'status').locator('xpath=ancestor::*[contains(@class, "ontrolContainer")][1]'),
    ).toContainText('Draft');
    await choose(page, 'status', 'Published');
    await choose(page, 'kind', 'Guide');
    await field(page, 'date').fill('2026-11-01');
    await choose(page, 'audiences', 'Volunteers');
    await save(page);
    await expect.poll(() => existsSync(file('resources/relire-a-deux-voix.yml'))).toBe(true);
    // The editor leads to a new entry once it has saved it; before that, it would lead away from the next page.
    await expect(page).toHaveURL(/resource\/entries\/relire-a-deux-voix$/, soon);
    expect(read('resources/relire-a-deux-voix.yml')).toBe(`fr:
  title: Relire à deux voix
  summary: Comment se partager une relecture.
  body: |
    Chacun lit une page, puis on échange.
originalLanguage: fr
updated: "${today}"
status: published
kind: guide
date: "2026-11-01"
audiences:
  - volunteers
`);
  },
);

test('a new entry never takes the place of one that got its name meanwhile', { tag: '@core' }, async () => {
  const name = 'resources/relire-a-trois-voix.yml';
  await open(page, 'resource/entries/relire-a-deux-voix');
  await page.getByRole('button', { name: 'Saved' }).click();
  await page.getByRole('menuitem', { name: 'Copy, with dates cleared' }).click();
  await expect(page).toHaveURL(/resource\/new/);
  await unfold(page, 'fr');
  await write(page, 'fr title', 'Relire à trois voix');
  await page.route('**/admin/api/v1/', async (route) => {
    const isSave = route.request().postData()?.includes('"saveEntry"') === true;
    if (isSave) writeFileSync(file(name), 'fr:\n  title: Une autre\n');
    await route.continue();
  });
  await pressSave(page);
  await expect(page.getByText('Save again: this entry gets another name.')).toBeVisible(soon);
  expect(read(name)).toBe('fr:\n  title: Une autre\n');
  await page.unroute('**/admin/api/v1/');
  await save(page);
  await expect.poll(() => existsSync(file('resources/relire-a-trois-voix-1.yml'))).toBe(true);
  expect(read(name)).toBe('fr:\n  title: Une autre\n');
});

test('finds entries by words in any order and language, and shows their own titles', async () => {
  await load(page, 'opportunity/search/handbook%20translate');
  const found = page.getByRole('link').filter({ has: page.getByRole('heading', { level: 2 }) });
  await expect(found.first()).toBeVisible(soon);
  const titles = await found.allInnerTexts();
  expect(titles.every((title) => / – (?:Open|Filled|Closed|Paused) – /.test(title))).toBe(true);
  await load(page, 'opportunity/search/translate%20handbook');
  await expect(found.first()).toBeVisible(soon);
  expect(await found.allInnerTexts()).toEqual(titles);
});

test('lists the pictures of all folders', async () => {
  await open(page, 'organization/entries/atoll-archive');
  await expect(page.locator('img[src^="blob:"]').first()).toBeVisible(soon);
  await page.getByRole('button', { name: 'Choose a different image' }).click();
  const choosing = page.getByRole('button', { name: 'Choose selected' });
  // While the list is still being read, a press on a picture may come to nothing.
  await expect(async () => {
    await page.getByText('orgs/andean-seed-circle.png').click();
    await expect(choosing).toBeEnabled({ timeout: 1000 });
  }).toPass(soon);
  await choosing.click();
  await save(page);
  expect(read('organizations/atoll-archive.yml')).toContain('logo: /media/orgs/andean-seed-circle.png');
});

test('shows the original beside a translation, and says when it is newer', async () => {
  await open(page, 'story/entries/a-tale-that-weighs-six-megabytes');
  await write(page, 'en quote', 'A sentence that was changed.');
  await save(page);
  await page.reload();
  await unfold(page, 'fr');
  const original = page.locator('.source-text').filter({ hasText: 'A sentence that was changed.' });
  await expect(original.first()).toContainText('French is older than English', soon);
  await write(page, 'fr quote', 'Une phrase changée.');
  await expect(original.filter({ hasText: 'French is older' })).toHaveCount(0);
});

test('a copy has no dates, no address of its own and is a draft, until it is deleted', async () => {
  await open(page, 'opportunity/entries/build-ward-budget-site');
  await expect(field(page, 'date')).not.toHaveValue('');
  await page.getByRole('button', { name: 'Saved' }).click();
  await page.getByRole('menuitem', { name: 'Copy, with dates cleared' }).click();
  await expect(page).toHaveURL(/opportunity\/new/);
  await expect(field(page, 'date')).toHaveValue('', soon);
  await expect(field(page, 'posted')).toHaveValue(today);
  await write(page, 'en title', 'Build another website');
  await save(page);
  const name = 'opportunities/build-another-website.yml';
  await expect.poll(() => existsSync(file(name)), soon).toBe(true);
  expect(read(name)).toContain('status: draft');
  expect(read(name)).not.toMatch(/^(?:closes|confirmedOn|lastVerified|starts):/m);
  await expect(page).toHaveURL(/entries\/build-another-website$/, soon);
  await page.getByRole('button', { name: 'Delete entry' }).click();
  await expect.poll(() => existsSync(file(name)), soon).toBe(false);
});

test('has no English word of Decap in Spanish, and opens the Spanish texts first', async () => {
  await load(page, 'opportunity');
  await page.getByLabel('Language of the editor').selectOption('es');
  await expect(page.getByRole('button', { name: 'Filtrar por' })).toBeVisible(soon);
  await expect(page.getByRole('button', { name: 'Agrupar por' })).toBeVisible();
  await load(page, 'opportunity/new');
  await expect(page.getByRole('button', { name: 'Agregar: dirección anterior' }).first()).toBeVisible(soon);
  await expect(page.getByRole('button', { name: /^(?:Add|Expand|Collapse|Bold|Link)\b/ })).toHaveCount(0);
  const [first] = await page.locator('[id^="es-field-"], [id^="en-field-"]').all();
  expect(await first?.getAttribute('id')).toMatch(/^es-/);
  await expect(field(page, 'es title')).toBeVisible();
  // The page beside it names what is missing in the same language.
  await expect(pane(page).getByRole('heading', { level: 1 })).toHaveText('⟨Título⟩', soon);
  await load(page, 'opportunity');
  await page.getByLabel('Idioma del editor').selectOption('en');
  await expect(page.getByRole('heading', { name: 'Opportunities' })).toBeVisible(soon);
});

test('nothing was asked of another host', { tag: '@core' }, () => {
  expect(asked.length).toBeGreaterThan(10);
  expect(asked.filter((url) => !/^(?:data|blob):/.test(url) && !url.startsWith(`${origin}/`))).toEqual([]);
});
