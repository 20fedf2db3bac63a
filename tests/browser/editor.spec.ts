/** The local editor, as somebody who writes content uses it: Decap CMS over a copy of the sample, no account, no network. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { freePorts } from '../../scripts/test/free-ports';
import { axeFaults } from './axe';
import {
  addressOf,
  backups,
  choose,
  field,
  holdBackups,
  load,
  open,
  openEditorPage,
  pane,
  pressSave,
  save,
  saved,
  soon,
  unfold,
  write,
} from './editor-page';
import { copyTree } from '../../src/publish/targets/copy-tree';
import { runServing, type Serving } from '../build/serving';

const content = '.local/test/editor/content';

let dev: Serving;
let origin: string;
/** One tab for all: the editor takes seconds to start. */
let page: Page;
let context: BrowserContext;
const asked: string[] = [];

test.describe.configure({ mode: 'serial' });

const file = (name: string) => path.join(content, name);
const read = (name: string) => readFileSync(file(name), 'utf8');
test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000);
  rmSync(path.dirname(content), { recursive: true, force: true });
  await copyTree('content', content);
  const [port = 0, inboxPort = 0] = await freePorts(2);
  origin = `http://localhost:${port}`;
  const ports = ['--port', String(port), '--inbox-port', String(inboxPort)];
  dev = runServing('dev', ports, { CONTENT_DIR: content, SITE_URL: '', SITE_NOW: `${today}T12:00:00Z` });
  await dev.saying('shows at once');
  context = await browser.newContext({ baseURL: origin });
  page = await context.newPage();
  page.on('request', (request) => asked.push(request.url()));
  // A dialog about leaving may have gone with its page.
  page.on('dialog', (dialog) => void dialog.accept().catch(() => undefined));
  await openEditorPage(page, dev);
});

test.afterAll(async () => {
  await context.close();
  dev.signal('SIGKILL');
});

test('lists entries by the title in the language that they were written in', async () => {
  await load(page, 'resource');
  await expect(page.getByRole('heading', { name: 'Répondre à chaque candidature' })).toBeVisible();
});

/** The day that a save writes. */
const today = '2026-11-25';

/** A file after a save. */
const savedToday = (text: string) => text.replace(/^updated: .*$/m, `updated: "${today}"`);

test('an edit is a line of the file, and its day', async () => {
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

test('an entry in French alone becomes a file that a person could have written', async () => {
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
});

test('what is in use isn’t deleted, and the editor says where', async () => {
  await open(page, 'organization/entries/atoll-archive');
  await page.getByRole('button', { name: 'Delete entry' }).click();
  await expect(
    page.getByText('is still used by content/opportunities/describe-atoll-photographs.yml'),
  ).toBeVisible();
  expect(existsSync(file('organizations/atoll-archive.yml'))).toBe(true);
});

test('a file that can’t be read is listed with the reason, and no save takes its place', async () => {
  const name = 'stories/nine-scenes-without-a-word.yml';
  const spoilt = 'en:\n  title: "Nine scenes\n';
  writeFileSync(file(name), spoilt);
  await load(page, 'story');
  await page.getByRole('heading', { name: 'This file is not valid YAML' }).click();
  await write(page, 'title', 'Nine scenes');
  await write(page, 'firstName', 'Ximena');
  await pressSave(page);
  await expect(page.getByText(/Nothing was saved yet|isn’t what is in the file/)).toBeVisible();
  expect(read(name)).toBe(spoilt);
});

/** What another program or tab makes of a file. */
const change = (name: string, from: RegExp, to: string) =>
  writeFileSync(file(name), read(name).replace(from, to));

const dialog = () => page.getByRole('dialog').filter({ has: page.getByRole('heading', { level: 2 }) });

test.describe('an entry that changed while it was open', () => {
  const name = 'stories/eight-basins-and-a-pencil.yml';
  const where = 'story/entries/eight-basins-and-a-pencil';

  test('is shown field by field, and nothing is saved without a choice', async () => {
    await open(page, where);
    await write(page, 'title', 'Typed here');
    await write(page, 'firstName', 'Typed');
    change(name, /^ {2}title: .*$/m, '  title: Written elsewhere');
    change(name, /^updated: .*$/m, 'updated: "2026-11-03"');
    const changed = read(name);
    await pressSave(page);
    await expect(dialog()).toContainText('This entry changed while you were editing it', soon);
    await expect(dialog().getByRole('heading', { level: 2 })).toBeFocused();
    expect(await axeFaults(page, { within: 'dialog.conflict' })).toEqual([]);
    await expect(dialog().getByRole('group', { name: 'Title (English)' })).toContainText('Written elsewhere');
    await expect(dialog().getByRole('listitem')).toHaveText(['First name: Typed']);
    // No side is chosen for the editor.
    await dialog().getByRole('button', { name: 'Save' }).click();
    await expect(dialog()).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByText('Nothing was saved. What you typed is still here.')).toBeVisible();
    expect(read(name)).toBe(changed);
    await expect(field(page, 'title')).toHaveValue('Typed here');
  });

  test('is saved with what was chosen, by keyboard alone, and shown so', async () => {
    await pressSave(page);
    await expect(dialog()).toBeVisible(soon);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await expect(dialog().getByRole('radio', { name: /In the file now/ })).toBeChecked();
    await page.keyboard.press('Enter');
    await saved(page);
    expect(read(name)).toContain('title: Written elsewhere');
    expect(read(name)).toContain(`updated: "${today}"`);
    expect(read(name)).toContain('firstName: Typed');
    // The form has it too: the next save would undo it otherwise.
    await expect(field(page, 'title')).toHaveValue('Written elsewhere', soon);
    await write(page, 'firstName', 'Again');
    await save(page);
    expect(read(name)).toContain('title: Written elsewhere');
    expect(read(name)).toContain('firstName: Again');
  });

  test('may have changed in its formatting only', async () => {
    change(name, /^/, '# A note\n');
    await write(page, 'firstName', 'Once more');
    await save(page);
    expect(read(name)).toContain('firstName: Once more');
  });

  test('is known from a backup in the browser too', async () => {
    await write(page, 'firstName', 'Unsaved');
    await expect.poll(() => backups(page), soon).toContain('Unsaved');
    change(name, /^firstName: .*$/m, 'firstName: Elsewhere');
    // Decap offers the backup as soon as it has it, and puts the file over it where that comes later.
    await page.addInitScript(holdBackups);
    await page.reload();
    await saved(page);
    await page.evaluate('releaseBackups()');
    await expect(field(page, 'firstName')).toHaveValue('Unsaved', soon);
    await pressSave(page);
    await expect(dialog().getByRole('group', { name: 'First name' })).toContainText('Elsewhere', soon);
    await dialog().getByRole('button', { name: 'Cancel' }).click();
    expect(read(name)).toContain('firstName: Elsewhere');
  });

  test('is known in two tabs', async () => {
    const other = await context.newPage();
    await open(other, where);
    await write(other, 'quote', 'From the other tab');
    await save(other);
    await other.close();
    await pressSave(page);
    await expect(dialog()).toContainText('Quote (English): From the other tab', soon);
    await dialog()
      .getByRole('radio', { name: /In this form/ })
      .check();
    await dialog().getByRole('button', { name: 'Save' }).click();
    await saved(page);
    expect(read(name)).toContain('quote: From the other tab');
    expect(read(name)).toContain('firstName: Unsaved');
  });

  test('isn’t deleted without a further question', async () => {
    await open(page, where);
    change(name, /^firstName: .*$/m, 'firstName: Changed again');
    await page.getByRole('button', { name: 'Delete entry' }).click();
    await expect(dialog()).toContainText('First name: Changed again', soon);
    await dialog().getByRole('button', { name: 'Cancel' }).click();
    await expect(page.getByText('Nothing was deleted.')).toBeVisible();
    expect(existsSync(file(name))).toBe(true);
  });

  test('isn’t brought back without a question where it was deleted', async () => {
    await open(page, where);
    await write(page, 'firstName', 'Still here');
    rmSync(file(name));
    await pressSave(page);
    await expect(dialog()).toContainText('This entry was deleted while you were editing it', soon);
    expect(existsSync(file(name))).toBe(false);
    await dialog().getByRole('button', { name: 'Save it again' }).click();
    await saved(page);
    expect(read(name)).toContain('firstName: Still here');
  });
});

test('a new entry never takes the place of one that got its name meanwhile', async () => {
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

test('says beside each field what is wrong, and saves what is unfinished as a draft', async () => {
  const name = 'opportunities/sort-forty-seed-letters.yml';
  await open(page, 'opportunity/new');
  await write(page, 'title', 'Sort forty seed letters');
  await choose(page, 'status', 'Open');
  await page.keyboard.press('ControlOrMeta+S');
  await expect(page.getByText(/Nothing was saved yet/)).toBeVisible();
  await expect(page.getByText('Summary is missing. Fill it in.')).toBeVisible();
  await expect(page.getByText('Organization is missing. Fill it in.')).toBeAttached();
  await expect(page.getByText(/match the pattern/i)).toHaveCount(0);
  await write(page, 'title', 'x'.repeat(121));
  await page.keyboard.press('ControlOrMeta+S');
  await expect(
    page.getByText('Title is too much: 121, and at most 120 are allowed. Shorten it to 120 characters.'),
  ).toBeVisible();
  expect(existsSync(file(name))).toBe(false);
  await write(page, 'title', 'Sort forty seed letters');
  await choose(page, 'status', 'Draft');
  await page.keyboard.press('ControlOrMeta+S');
  await saved(page);
  await expect.poll(() => existsSync(file(name))).toBe(true);
});

test('offers every time zone by its city, and each choice by its name', async () => {
  await open(page, 'opportunity/new');
  await field(page, 'zone').click();
  await page.keyboard.type('dakar');
  await expect(page.getByRole('option')).toHaveText(['Dakar – Greenwich Mean Time (Africa/Dakar)']);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
});

test('tells which entry the site can’t show, and shows all others', async () => {
  const name = 'opportunities/build-ward-budget-site.yml';
  const before = read(name);
  writeFileSync(file(name), before.replace(/^( *zone: ).*$/m, '$1Dakar'));
  await dev.saying('closes.zone: is "Dakar"');
  await load(page, 'page');
  await expect(page.getByRole('alert').filter({ hasText: 'Time zone is "Dakar"' })).toBeVisible(soon);
  const shown = 'stories/a-tale-that-weighs-six-megabytes.yml';
  writeFileSync(file(shown), read(shown).replace(/^ {2}title: .*$/m, '  title: Another tale'));
  await expect
    .poll(async () => (await page.request.get(`${origin}/en/stories/`)).text(), soon)
    .toContain('Another tale');
  writeFileSync(file(name), before);
  await page.getByRole('button', { name: 'Close' }).click();
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

test('filters a list by status', async () => {
  await load(page, 'opportunity');
  const heading = page.getByRole('heading', { level: 2 });
  await expect(heading.filter({ hasText: ' – Open – ' }).first()).toBeVisible(soon);
  await page.getByRole('button', { name: 'Filter by' }).click();
  await page.getByText('Filled', { exact: true }).click();
  await expect(heading.filter({ hasText: ' – Open – ' })).toHaveCount(0);
  await expect(heading.filter({ hasText: ' – Filled – ' }).first()).toBeVisible();
});

test('lists the pictures of all folders', async () => {
  await open(page, 'organization/entries/atoll-archive');
  await expect(page.locator('img[src^="blob:"]').first()).toBeVisible(soon);
  await page.getByRole('button', { name: 'Choose different image' }).click();
  await page.getByText('orgs/andean-seed-circle.png').click();
  await page.getByRole('button', { name: 'Choose selected' }).click();
  await save(page);
  expect(read('organizations/atoll-archive.yml')).toContain('logo: /media/orgs/andean-seed-circle.png');
});

test('the settings are one entry, which can’t be deleted', async () => {
  await open(page, 'settings/entries/site');
  await expect(page.getByRole('button', { name: 'Delete entry' })).toHaveCount(0);
  await load(page, 'settings');
  await expect(page.getByRole('heading', { name: 'Site settings' }).first()).toBeVisible(soon);
  await expect(page.getByRole('link', { name: /Create entry of type/ })).toHaveCount(0);
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

test('a copy has no dates, no address of its own and is a draft', async () => {
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
});

test.describe('in another language', () => {
  test('has every word of ours in it', async () => {
    await load(page, 'opportunity');
    await page.getByLabel('Language of the editor').selectOption('fr');
    await expect(page.getByRole('heading', { name: 'Missions' })).toBeVisible(soon);
    await load(page, 'opportunity/new');
    await expect(page.getByText(/modifications (?:non )?enregistrées/i)).toBeVisible(soon);
    await expect(page.getByText('Langues de travail').first()).toBeAttached();
    await choose(page, 'status', 'Ouverte');
    await page.keyboard.press('ControlOrMeta+S');
    await expect(page.getByText(/^Organisation\u00A0: ce champ est vide\./)).toBeAttached(soon);
    await load(page, 'opportunity');
    await page.getByLabel('Langue de l’éditeur').selectOption('en');
    await expect(page.getByRole('heading', { name: 'Opportunities' })).toBeVisible(soon);
  });
});

test('without the key the page says where it is; with it, it is taken out of the address', async ({
  browser,
}) => {
  const stranger = await browser.newPage({ baseURL: origin });
  await stranger.goto('/admin/');
  await expect(stranger.getByRole('heading', { name: 'Open the editor from the terminal' })).toBeVisible();
  expect(await axeFaults(stranger)).toEqual([]);
  await stranger.close();
  expect(page.url()).not.toContain('token');
});

test('after a restart the form stays, and is saved once the new address was opened', async () => {
  const name = 'stories/eight-basins-and-a-pencil.yml';
  await open(page, 'story/entries/eight-basins-and-a-pencil');
  await write(page, 'firstName', 'Before the restart');
  // As a server does that was started again.
  await page.evaluate(() => localStorage.setItem('editor-token', 'of-an-earlier-start'));
  await pressSave(page);
  const notice = page.getByRole('alert').filter({ hasText: 'The editor was started again' });
  await expect(notice.first()).toContainText('What you typed stays here', soon);
  await page.goto(addressOf(dev));
  await expect(notice).toHaveCount(0, soon);
  await expect(page).toHaveURL(/\/story\/entries\//, soon);
  await expect(field(page, 'firstName')).toHaveValue('Before the restart');
  await save(page);
  expect(read(name)).toContain('firstName: Before the restart');
});

test('nothing was asked of another host', () => {
  expect(asked.length).toBeGreaterThan(10);
  expect(asked.filter((url) => !/^(?:data|blob):/.test(url) && !url.startsWith(`${origin}/`))).toEqual([]);
});
