/** The local editor where an entry changes elsewhere: in another tab, in another program, or while the server is started again. */
import { existsSync, rmSync } from 'node:fs';
import { expect, type BrowserContext, type Page } from '@playwright/test';
import { axeFaults } from './axe';
import { addressOf, backups, choose, field, open, pressSave, save, saved, soon, write } from './editor-page';
import { today, test, useEditor } from './editor-session';
import type { Serving } from '../build/serving';

const editor = useEditor();
const { change, file, read } = editor;

let page: Page;
let context: BrowserContext;
let dev: Serving;

test.beforeAll(() => {
  ({ page, context, dev } = editor);
});

const dialog = () => page.getByRole('dialog');

test.describe('an organization that takes its opportunities off the site', () => {
  const name = 'organizations/atoll-archive.yml';

  test('is saved once the editor has read which, and agreed', async () => {
    await open(page, 'organization/atoll-archive');
    const before = read(name);
    await choose(page, 'status', 'Draft');
    await pressSave(page);
    await expect(dialog()).toContainText('These entries go off the site too', soon);
    await expect(dialog().getByRole('listitem').first()).toContainText('Opportunity: ');
    expect(await axeFaults(page, { within: 'dialog[open]' })).toEqual([]);
    await dialog().getByRole('button', { name: 'Cancel' }).click();
    await expect(page.getByText('Nothing was saved. What you typed is still here.')).toBeVisible();
    expect(read(name)).toBe(before);
    await pressSave(page);
    await dialog().getByRole('button', { name: 'Save and take them off' }).click(soon);
    await saved(page);
    expect(read(name)).toMatch(/^status: draft$/m);
    change(name, /^status: draft$/m, 'status: published');
  });
});

test.describe('an entry that changed while it was open', () => {
  const name = 'stories/eight-basins-and-a-pencil.yml';
  const where = 'story/eight-basins-and-a-pencil';

  test('is shown field by field, and nothing is saved without a choice', async () => {
    await open(page, where);
    await write(page, 'en.title', 'Typed here');
    await write(page, 'firstName', 'Typed');
    change(name, /^ {2}title: .*$/m, '  title: Written elsewhere');
    change(name, /^updated: .*$/m, 'updated: "2026-11-03"');
    const changed = read(name);
    await pressSave(page);
    await expect(dialog()).toContainText('This entry changed while you were editing it', soon);
    await expect(dialog().getByRole('heading', { level: 2 })).toBeFocused();
    expect(await axeFaults(page, { within: 'dialog[open]' })).toEqual([]);
    await expect(dialog().getByRole('group', { name: 'Title (English)' })).toContainText('Written elsewhere');
    // No side is chosen for the editor.
    await dialog().getByRole('button', { name: 'Save' }).click();
    await expect(dialog()).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByText('Nothing was saved. What you typed is still here.')).toBeVisible();
    expect(read(name)).toBe(changed);
    await expect(field(page, 'en.title')).toHaveValue('Typed here');
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
    await expect(field(page, 'en.title')).toHaveValue('Written elsewhere', soon);
    await write(page, 'firstName', 'Again');
    await save(page);
    expect(read(name)).toContain('title: Written elsewhere');
    expect(read(name)).toContain('firstName: Again');
  });

  test('is known from what the browser kept, too', async () => {
    await write(page, 'firstName', 'Unsaved');
    await expect.poll(() => backups(page), soon).toContain('Unsaved');
    change(name, /^firstName: .*$/m, 'firstName: Elsewhere');
    await page.reload();
    await expect(field(page, 'firstName')).toHaveValue('Unsaved', soon);
    await pressSave(page);
    await expect(dialog().getByRole('group', { name: 'First name' })).toContainText('Elsewhere', soon);
    await dialog().getByRole('button', { name: 'Cancel' }).click();
    expect(read(name)).toContain('firstName: Elsewhere');
  });

  test('is known in two tabs', async () => {
    const other = await context.newPage();
    await other.goto('/admin/');
    await other.evaluate(() => localStorage.removeItem('editor-unsaved/story/eight-basins-and-a-pencil'));
    await open(other, where);
    await write(other, 'en.quote', 'From the other tab');
    await save(other);
    await other.close();
    await pressSave(page);
    await dialog()
      .getByRole('radio', { name: /In this form/ })
      .check(soon);
    await dialog().getByRole('button', { name: 'Save' }).click();
    await saved(page);
    expect(read(name)).toContain('quote: From the other tab');
    expect(read(name)).toContain('firstName: Unsaved');
  });

  test('is merged without a question where other fields changed', async () => {
    await open(page, where);
    await write(page, 'firstName', 'Typed here');
    change(name, /^ {2}title: .*$/m, '  title: Changed there');
    await save(page);
    await expect(field(page, 'en.title')).toHaveValue('Changed there');
    expect(read(name)).toContain('title: Changed there');
    expect(read(name)).toContain('firstName: Typed here');
  });

  test('isn’t deleted before its form shows the change', async () => {
    await open(page, where);
    change(name, /^firstName: .*$/m, 'firstName: Changed again');
    await page.getByRole('button', { name: 'Delete entry' }).click();
    await dialog().getByRole('button', { name: 'Delete entry' }).click();
    await expect(page.getByText('changed after it was opened here. Nothing was deleted.')).toBeVisible(soon);
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

test('after a restart the form stays, and is saved once the new address was opened', async () => {
  const name = 'stories/eight-basins-and-a-pencil.yml';
  await open(page, 'story/eight-basins-and-a-pencil');
  await write(page, 'firstName', 'Before the restart');
  // As a server does that was started again.
  await page.evaluate(() => localStorage.setItem('editor-token', 'of-an-earlier-start'));
  await pressSave(page);
  const notice = page.getByRole('alert').filter({ hasText: 'What you typed stays here' });
  await expect(notice).toBeVisible(soon);
  await page.goto(addressOf(dev));
  await expect(notice).toHaveCount(0, soon);
  await expect(page).toHaveURL(/\/story\/eight-basins/, soon);
  await expect(field(page, 'firstName')).toHaveValue('Before the restart');
  await save(page);
  expect(read(name)).toContain('firstName: Before the restart');
});
