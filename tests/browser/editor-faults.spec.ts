/** The local editor where something is wrong: with an entry, a file, the server or the browser. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, type Page, type Route } from '@playwright/test';
import { axeFaults } from './axe';
import { backups, choose, field, load, open, pane, pressSave, save, saved, soon, write } from './editor-page';
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
  await open(page, 'opportunity/+');
  await write(page, 'en.title', 'x'.repeat(121));
  // While it is written.
  await expect(
    page.getByText('Title is too much: 121, but at most 120 are allowed. Shorten it to 120 characters.'),
  ).toBeVisible(soon);
  await write(page, 'en.title', 'Sort forty seed letters');
  await expect(page.getByText('Title is too much')).toHaveCount(0, soon);
  await choose(page, 'status', 'Open');
  await page.keyboard.press('ControlOrMeta+S');
  await expect(page.getByText(/^Nothing was saved: this entry could not be shown/)).toBeVisible(soon);
  await expect(page.getByText('Summary is missing. Fill it in.')).toBeVisible();
  await expect(page.getByText('Organization is missing. Fill it in.')).toBeVisible();
  // The keyboard is where the first fault is.
  await expect(field(page, 'en.summary')).toBeFocused();
  expect(await axeFaults(page)).toEqual([]);
  expect(existsSync(file(name))).toBe(false);
  await choose(page, 'status', 'Draft');
  await page.keyboard.press('ControlOrMeta+S');
  await saved(page);
  expect(existsSync(file(name))).toBe(true);
  // What that save said goes once another one is refused.
  const asDraft = page.getByRole('alert').filter({ hasText: 'Saved as a draft' });
  await expect(asDraft).toBeVisible();
  await expect(page).toHaveURL(/opportunity\/sort-forty-seed-letters$/);
  await choose(page, 'status', 'Open');
  await page.keyboard.press('ControlOrMeta+S');
  await expect(page.getByText('Summary is missing. Fill it in.', { exact: true })).toBeVisible(soon);
  await expect(asDraft).toHaveCount(0);
});

test('tells which entry the site can’t show, and shows all others', async () => {
  const name = 'opportunities/build-ward-budget-site.yml';
  const before = read(name);
  writeFileSync(file(name), before.replace(/^( *zone: ).*$/m, '$1Dakar'));
  await dev.saying('closes.zone: is “Dakar”');
  await load(page, 'page');
  await expect(page.getByRole('alert').filter({ hasText: 'Time zone is “Dakar”' })).toBeVisible(soon);
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
  await expect(stranger.getByRole('heading', { name: 'Open this page from the terminal' })).toBeVisible(soon);
  expect(await axeFaults(stranger)).toEqual([]);
  await stranger.close();
  expect(page.url()).not.toContain('token');
});

test('a file that can’t be read isn’t opened as an empty form', async () => {
  const name = 'stories/unreadable.yml';
  writeFileSync(file(name), 'en: [');
  await load(page, 'story');
  await expect(page.getByText(/^This file is not valid YAML/)).toBeVisible(soon);
  await load(page, 'story/unreadable');
  await expect(page.getByRole('alert').filter({ hasText: 'This file is not valid YAML' })).toBeVisible(soon);
  await expect(page.getByRole('heading', { name: 'unreadable' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeDisabled();
  writeFileSync(file(name), read('stories/eight-basins-and-a-pencil.yml'));
});

test('a save that the server doesn’t answer loses nothing', async () => {
  const name = 'stories/eight-basins-and-a-pencil.yml';
  await open(page, 'story/eight-basins-and-a-pencil');
  await write(page, 'firstName', 'Typed while it was stopped');
  const told = page
    .getByRole('alert')
    .filter({ hasText: 'Nothing was saved, and what you typed is still here.' });
  const answers = [
    (route: Route) => route.abort(),
    (route: Route) => route.fulfill({ status: 502, body: '<h1>Bad gateway</h1>' }),
  ];
  for (const answer of answers) {
    await page.route('**/admin/api/', answer);
    await pressSave(page);
    await expect(told).toBeVisible(soon);
    await expect(field(page, 'firstName')).toHaveValue('Typed while it was stopped');
    await page.unroute('**/admin/api/');
  }
  await save(page);
  // What an earlier save said doesn’t stand beside it.
  await expect(told).toHaveCount(0);
  expect(read(name)).toContain('firstName: Typed while it was stopped');
});

test('a list that the server doesn’t answer says so, in words that fit', async () => {
  await page.route('**/admin/api/', (route) =>
    route.request().postData()?.includes('"list"') ? route.abort() : route.continue(),
  );
  await load(page, 'story');
  await expect(
    page.getByRole('alert').filter({ hasText: /^The server doesn’t answer\. Start npm run dev/ }),
  ).toBeVisible(soon);
  await page.unroute('**/admin/api/');
  await page.route('**/admin/api/', (route) => route.abort());
  await load(page, 'story');
  await expect(page.getByRole('heading', { name: 'The server doesn’t answer' })).toBeVisible(soon);
  await page.unroute('**/admin/api/');
});

test('what is typed while a save goes on stays, and isn’t called saved', async () => {
  const name = 'stories/eight-basins-and-a-pencil.yml';
  await open(page, 'story/eight-basins-and-a-pencil');
  let answer = () => {};
  const asked = new Promise<void>((resolve) => {
    void page.route('**/admin/api/', async (route) => {
      if (route.request().postData()?.includes('"save"')) {
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
  answer();
  await expect(page.locator('.state')).toHaveText('Unsaved changes', soon);
  await page.unroute('**/admin/api/');
  expect(read(name)).toContain('firstName: Typed before\n');
  await expect(field(page, 'firstName')).toHaveValue('Typed before and meanwhile');
  await expect(field(page, 'firstName')).toBeFocused();
  await page.keyboard.press('ControlOrMeta+S');
  await saved(page);
  expect(read(name)).toContain('firstName: Typed before and meanwhile');
});

test('text of a tab that was closed is brought back, or discarded', async () => {
  const own = await editor.context.newPage();
  await open(own, 'story/eight-basins-and-a-pencil');
  await write(own, 'firstName', 'Not saved yet');
  await expect.poll(() => backups(own), soon).toContain('Not saved yet');
  await own.close();
  await load(page, 'story');
  await expect(page.getByRole('listitem').filter({ hasText: 'Unsaved changes' })).toHaveCount(1, soon);
  await open(page, 'story/eight-basins-and-a-pencil');
  await expect(field(page, 'firstName')).toHaveValue('Not saved yet');
  await page.getByRole('button', { name: 'Discard it' }).click();
  await expect(field(page, 'firstName')).toHaveValue('Typed before and meanwhile', soon);
  expect(await backups(page)).not.toContain('Not saved yet');
});

test('a picture whose name has spaces and accents is saved under a plain one', async () => {
  await open(page, 'organization/atoll-archive');
  await page.getByRole('button', { name: 'Choose a different image' }).click();
  const buffer = readFileSync('content/media/orgs/andean-seed-circle.png');
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: 'logo été 2.png', mimeType: 'image/png', buffer });
  await expect(page.getByRole('dialog')).toHaveCount(0, soon);
  await save(page);
  expect(read('organizations/atoll-archive.yml')).toContain('logo: /media/logo-ete-2.png');
  expect(existsSync(file('media/logo-ete-2.png'))).toBe(true);
});

test('a phone has the whole form and its buttons within its width', async () => {
  await page.setViewportSize({ width: 360, height: 740 });
  await open(page, 'opportunity/build-ward-budget-site');
  for (const name of ['Save', 'Delete entry', 'Show the page']) {
    const button = page.getByRole('button', { name, exact: true });
    // The line of buttons scrolls, the page doesn't.
    await button.scrollIntoViewIfNeeded();
    const box = await button.boundingBox();
    expect(box?.x ?? -1, name).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0), name).toBeLessThanOrEqual(360);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await expect(page.locator('.pane')).toHaveCount(0);
  await page.getByRole('button', { name: 'Show the page' }).click();
  await expect(page.locator('.pane')).toBeVisible();
  await expect(field(page, 'en.title')).toBeHidden();
  await pane(page).getByRole('heading', { level: 1 }).click(soon);
  await expect(field(page, 'en.title')).toBeFocused();
  await page.setViewportSize({ width: 1280, height: 720 });
});
