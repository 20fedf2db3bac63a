/** The local editor, as somebody who writes content uses it: Decap CMS over a copy of the sample, no account, no network. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { choose, field, open, openEditorPage, pane, pressSave, save, soon, write } from './editor-page';
import { copyTree } from '../../src/publish/copy-tree';
import { freePorts, runServing, type Serving } from '../build/serving';

const content = '.local/test/editor/content';

let dev: Serving;
let origin: string;
/** One tab for all: the editor takes seconds to start. */
let page: Page;
const asked: string[] = [];

test.describe.configure({ mode: 'serial' });

const file = (name: string) => path.join(content, name);
const read = (name: string) => readFileSync(file(name), 'utf8');
const address = (where: string) => `${origin}/admin/#/collections/${where}`;
test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000);
  rmSync(path.dirname(content), { recursive: true, force: true });
  await copyTree('content', content);
  const [port = 0, inboxPort = 0] = await freePorts(2);
  origin = `http://localhost:${port}`;
  const ports = ['--port', String(port), '--inbox-port', String(inboxPort)];
  dev = runServing('dev', ports, { CONTENT_DIR: content, SITE_URL: '' });
  await dev.saying('shows at once');
  page = await browser.newPage({ baseURL: origin });
  page.on('request', (request) => asked.push(request.url()));
  page.on('dialog', (dialog) => void dialog.accept());
  await openEditorPage(page, dev);
});

test.afterAll(async () => {
  await page.close();
  dev.signal('SIGKILL');
});

test('lists entries by the title in the language that they were written in', async () => {
  await page.goto(address('resource'));
  await expect(page.getByRole('heading', { name: 'Répondre à chaque candidature' })).toBeVisible();
});

test('an edit is a line of the file, and taking it back leaves the file as it was', async () => {
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
  await expect.poll(() => read(name)).toBe(before.replace(title, 'A tale of six megabytes, told again'));
  // The site shows it at once.
  await expect
    .poll(async () => (await page.request.get(`${origin}/en/stories/`)).text(), { timeout: 20_000 })
    .toContain('A tale of six megabytes, told again');
  await open(page, 'story/entries/a-tale-that-weighs-six-megabytes');
  await write(page, 'title', title);
  await save(page);
  await expect.poll(() => read(name)).toBe(before);
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
  await field(page, 'updated').fill('2026-11-02');
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
updated: "2026-11-02"
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
  await page.goto(address('story'));
  // What it has listed once it doesn’t read again.
  await page.reload();
  await page.getByRole('heading', { name: 'This file is not valid YAML' }).click();
  await write(page, 'title', 'Nine scenes');
  await write(page, 'firstName', 'Ximena');
  await pressSave(page);
  await expect(page.getByText(/complete before saving|isn’t what is in the file/)).toBeVisible();
  expect(read(name)).toBe(spoilt);
});

test('nothing was asked of another host', () => {
  expect(asked.length).toBeGreaterThan(10);
  expect(asked.filter((url) => !/^(?:data|blob):/.test(url) && !url.startsWith(`${origin}/`))).toEqual([]);
});
