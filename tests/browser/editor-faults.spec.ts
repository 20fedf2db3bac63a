/** The local editor where something is wrong: with an entry, a file, the server or the browser. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, type Page, type Route } from '@playwright/test';
import { axeFaults } from './axe';
import {
  addressOf,
  backups,
  choose,
  field,
  load,
  open,
  pressSave,
  save,
  saved,
  soon,
  write,
} from './editor-page';
import { test, useEditor } from './editor-session';
import type { Serving } from '../build/serving';

const editor = useEditor();
const { file, read } = editor;

let page: Page;
let dev: Serving;
let origin: string;

test.beforeAll(() => {
  ({ page, dev, origin } = editor);
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
    page.getByText('Title is too much: 121, but at most 120 are allowed. Shorten it to 120 characters.'),
  ).toBeVisible();
  expect(existsSync(file(name))).toBe(false);
  await write(page, 'title', 'Sort forty seed letters');
  await choose(page, 'status', 'Draft');
  await page.keyboard.press('ControlOrMeta+S');
  await saved(page);
  await expect.poll(() => existsSync(file(name))).toBe(true);
  // What that save said goes once another one is refused.
  const asDraft = page.getByRole('alert').filter({ hasText: 'Saved as a draft' });
  await expect(asDraft).toBeVisible();
  await expect(page).toHaveURL(/entries\/sort-forty-seed-letters$/, soon);
  await choose(page, 'status', 'Open');
  await page.keyboard.press('ControlOrMeta+S');
  await expect(page.getByText('Summary is missing. Fill it in.', { exact: true })).toBeVisible();
  await expect(asDraft).toHaveCount(0);
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

test('a draft needs a title, and nothing else', async () => {
  await open(page, 'opportunity/new');
  await write(page, 'summary', 'A summary without a title.');
  await page.keyboard.press('ControlOrMeta+S');
  await expect(page.getByText('Title is missing. Fill it in.')).toBeVisible();
  await expect(page.getByText('identifier_field')).toHaveCount(0);
  // The keyboard is where the fault is.
  await expect(field(page, 'title')).toBeFocused();
  await page.keyboard.insertText('Count the steps of a lighthouse');
  await page.keyboard.press('ControlOrMeta+S');
  await saved(page);
  await expect.poll(() => existsSync(file('opportunities/count-the-steps-of-a-lighthouse.yml'))).toBe(true);
});

test('a save that the server doesn’t answer loses nothing', async () => {
  const name = 'stories/eight-basins-and-a-pencil.yml';
  await open(page, 'story/entries/eight-basins-and-a-pencil');
  await write(page, 'firstName', 'Typed while it was stopped');
  const answers = [
    (route: Route) => route.abort(),
    (route: Route) => route.fulfill({ status: 502, body: '<h1>Bad gateway</h1>' }),
  ];
  for (const answer of answers) {
    await page.route('**/admin/api/v1/', answer);
    await pressSave(page);
    const told = page
      .getByRole('alert')
      .filter({ hasText: 'Nothing was saved, and what you typed is still here.' });
    await expect(told.first()).toBeVisible();
    await expect(field(page, 'firstName')).toHaveValue('Typed while it was stopped');
    await page.unroute('**/admin/api/v1/');
  }
  await save(page);
  // What an earlier save said doesn’t stand beside it.
  await expect(page.getByText('Nothing was saved, and what you typed is still here.')).toHaveCount(0);
  expect(read(name)).toContain('firstName: Typed while it was stopped');
});

test('a list that the server doesn’t answer says so, in words that fit', async () => {
  await page.route('**/admin/api/v1/', (route) =>
    route.request().postData()?.includes('"entries"') ? route.abort() : route.continue(),
  );
  await load(page, 'story');
  await expect(
    page
      .getByRole('alert')
      .filter({ hasText: /^The editor’s server doesn’t answer\. Start npm run dev/ })
      .first(),
  ).toBeVisible(soon);
  await page.unroute('**/admin/api/v1/');
  await page.route('**/admin/api/v1/', (route) => route.abort());
  await load(page, 'story');
  await expect(page.getByRole('heading', { name: 'The editor can’t be opened' })).toBeVisible();
  await page.unroute('**/admin/api/v1/');
});

test('a form takes no text while it is saved, and the keyboard goes on where it was', async () => {
  await open(page, 'story/entries/eight-basins-and-a-pencil');
  const firstName = field(page, 'firstName');
  let saves = 0;
  let answer = () => {};
  const asked = new Promise<void>((resolve) => {
    void page.route('**/admin/api/v1/', async (route) => {
      if (route.request().postData()?.includes('"saveEntry"')) {
        saves += 1;
        resolve();
        await new Promise<void>((goOn) => (answer = goOn));
      }
      await route.continue();
    });
  });
  await write(page, 'firstName', 'Typed before');
  await page.keyboard.press('ControlOrMeta+S');
  await asked;
  await page.keyboard.type(' and meanwhile');
  await page.keyboard.press('ControlOrMeta+S');
  await expect(firstName).toHaveValue('Typed before');
  answer();
  await saved(page);
  await expect(firstName).toBeFocused();
  await page.unroute('**/admin/api/v1/');
  await page.keyboard.press('End');
  await page.keyboard.type(' and after');
  await expect(page.getByText('Unsaved changes')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+S');
  await saved(page);
  expect(saves).toBe(1);
  expect(read('stories/eight-basins-and-a-pencil.yml')).toContain('firstName: Typed before and after');
});

test('a browser without a database for backups opens the editor all the same', async ({ browser }) => {
  const poor = await browser.newPage({ baseURL: editor.origin });
  await poor.addInitScript(() => {
    Object.defineProperty(globalThis, 'indexedDB', { value: undefined });
    Reflect.deleteProperty(globalThis, 'IDBObjectStore');
  });
  await poor.goto(addressOf(editor.dev));
  await expect(poor.getByText('Quick add')).toBeVisible(soon);
  await poor.close();
});

test('text of a tab that was closed is brought back, also where the file is slow', async () => {
  const own = await editor.context.newPage();
  await open(own, 'story/entries/eight-basins-and-a-pencil');
  await write(own, 'firstName', 'Not saved yet');
  await expect.poll(() => backups(own), soon).toContain('Not saved yet');
  await own.close();
  const again = await editor.context.newPage();
  const asked: string[] = [];
  again.on('dialog', (dialog) => {
    asked.push(dialog.message());
    void dialog.accept();
  });
  await again.goto('/admin/#/collections/story/entries/eight-basins-and-a-pencil');
  await expect(field(again, 'firstName')).toHaveValue('Not saved yet', soon);
  expect(asked).toEqual(['There are unsaved changes of this entry from an earlier visit. Use them?']);
  await save(again);
  await again.close();
  expect(read('stories/eight-basins-and-a-pencil.yml')).toContain('firstName: Not saved yet');
});

test('a picture whose name has spaces and accents is saved under a plain one', async () => {
  await open(page, 'organization/entries/atoll-archive');
  await page.getByRole('button', { name: 'Choose a different image' }).click();
  const buffer = readFileSync('content/media/orgs/andean-seed-circle.png');
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: 'logo été 2.png', mimeType: 'image/png', buffer });
  await page.getByRole('button', { name: 'Choose selected' }).click();
  await save(page);
  expect(read('organizations/atoll-archive.yml')).toContain('logo: /media/logo-ete-2.png');
  expect(existsSync(file('media/logo-ete-2.png'))).toBe(true);
});

test('a phone has the whole form and its buttons within its width', async () => {
  await page.setViewportSize({ width: 360, height: 740 });
  await open(page, 'opportunity/entries/build-ward-budget-site');
  for (const name of ['Saved', 'Delete entry', 'Show or hide the page']) {
    const box = await page.getByRole('button', { name, exact: true }).boundingBox();
    expect(box, name).not.toBeNull();
    expect((box?.x ?? 0) + (box?.width ?? 0), name).toBeLessThanOrEqual(360);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.getByRole('button', { name: 'Show or hide the page' }).click();
  await expect(page.locator('#preview-pane')).toBeVisible();
  await page.getByRole('button', { name: 'Show or hide the page' }).click();
  await expect(field(page, 'title')).toBeVisible();
  await page.setViewportSize({ width: 1280, height: 720 });
});
