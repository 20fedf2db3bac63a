/** The local editor by keyboard alone: an opportunity in three languages is written and saved, and nothing catches the keyboard. */
import { expect } from '@playwright/test';
import { axeFaults } from './axe';
import { field, open, optionOf, pane, saved, soon } from './editor-page';
import { test, useEditor } from './editor-session';
import { Keyboard } from './keyboard';
import { walkFaults } from './keyboard-walk';

const editor = useEditor();

const texts = {
  en: ['Sort thirty seed letters', 'Forty letters about seeds, sorted by village.'],
  fr: ['Trier quarante lettres sur les semences', 'Quarante lettres sur les semences, triées par village.'],
  es: ['Ordenar cuarenta cartas sobre semillas', 'Cuarenta cartas sobre semillas, ordenadas por aldea.'],
} as const;

const languages = ['en', 'fr', 'es'] as const;

test('an opportunity in three languages is written and saved by keyboard', async () => {
  const { page, read } = editor;
  const keyboard = new Keyboard(page);
  const find = async (place: string, option: string) => {
    await keyboard.type(field(page, place), option);
    await expect(optionOf(page, option)).toBeVisible(soon);
    await page.keyboard.press('Enter');
  };
  const add = async (group: string) =>
    keyboard.press(page.locator(`[data-field="field-${group}"] [data-add]`));

  await keyboard.press(page.getByRole('link', { name: 'New entry: Opportunity' }));
  for (const name of ['Français', 'Español'])
    await keyboard.press(page.getByRole('checkbox', { name }), 'Space');
  for (const [index, name] of (['title', 'summary'] as const).entries())
    for (const language of languages)
      await keyboard.type(field(page, `${language}.${name}`), texts[language][index] ?? '');
  await keyboard.choose(field(page, 'status'), 'open');
  await find('organization', 'Atoll Archive');
  await find('taskTypes', 'Writing and editing');
  await add('languages');
  await find('languages.0.language', 'English');
  await keyboard.choose(field(page, 'languages.0.level'), 'good');
  await keyboard.type(field(page, 'hours.min'), '2');
  await keyboard.type(field(page, 'hours.max'), '4');
  await keyboard.choose(field(page, 'length.kind'), 'one-off');
  // The order of day and month is the browser’s.
  await keyboard.type(field(page, 'closes.date'), '03032031');
  await find('closes.zone', 'Dakar');
  for (const name of ['task', 'deliverable', 'impact', 'requirements'])
    for (const language of languages) {
      const text = field(page, `${language}.${name}`);
      await expect(text).toHaveAttribute('contenteditable', 'true', soon);
      await keyboard.type(text, texts[language][1]);
    }
  await keyboard.press(page.locator('summary').filter({ hasText: 'More about who' }));
  await add('skills');
  await find('skills.0.skill', 'Proofreading');
  await keyboard.choose(field(page, 'skills.0.level'), 'solid');
  await page.keyboard.press('ControlOrMeta+S');
  await saved(page);
  const file = read('opportunities/sort-thirty-seed-letters.yml');
  for (const [title, summary] of Object.values(texts)) {
    expect(file).toContain(`title: ${title}`);
    expect(file.split(summary).length - 1).toBe(5);
  }
  expect(file).toMatch(/hours:\n +min: 2\n +max: 4/);
  expect(file).toMatch(/closes:\n +date: "?2031-03-03"?\n +zone: Africa\/Dakar/);
  expect(file).toMatch(/languages:\n +- language: en\n +level: good/);
  expect(file).toMatch(/skills:\n +- skill: proofreading\n +level: solid/);
});

test('Tab leads out of every text and out of the page beside the form, and changes neither', async () => {
  const { page } = editor;
  await open(page, 'opportunity/build-ward-budget-site');
  await expect(pane(page).getByRole('heading', { level: 1 })).toBeVisible(soon);
  // It ends with a list, in which Tab would nest the item.
  const text = field(page, 'en.requirements');
  await expect(text).toHaveAttribute('contenteditable', 'true', soon);
  await text.focus();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.press('Tab');
  await expect(text).not.toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(text).toBeFocused();
  const keyboard = new Keyboard(page);
  await keyboard.tabTo(page.getByRole('button', { name: 'As on a phone' }));
  // The page beside the form is one stop.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('IFRAME');
  await expect(page.locator('.state')).toHaveText('Changes saved');
});

test('a toolbar is one stop of Tab, and the arrows lead within it', async () => {
  const { page } = editor;
  await open(page, 'opportunity/build-ward-budget-site');
  const toolbar = page.getByRole('toolbar').first();
  await toolbar.getByRole('button', { name: 'Bold' }).focus();
  for (const name of ['Italic', 'Heading', 'Smaller heading', 'Quotation']) {
    await page.keyboard.press('ArrowRight');
    await expect(toolbar.getByRole('button', { name, exact: true })).toBeFocused();
  }
  await page.keyboard.press('Tab');
  await expect(toolbar.locator(':focus')).toHaveCount(0);
  await page.keyboard.press('Shift+Tab');
  await expect(toolbar.getByRole('button', { name: 'Quotation' })).toBeFocused();
});

test('no bar covers what has the focus in a form', async () => {
  const { page } = editor;
  await page.setViewportSize({ width: 768, height: 700 });
  await open(page, 'opportunity/build-ward-budget-site');
  await expect(field(page, 'en.requirements')).toHaveAttribute('contenteditable', 'true', soon);
  expect((await walkFaults(page)).filter((fault) => /under a bar|outside the window/.test(fault))).toEqual(
    [],
  );
});

test('on a phone the buttons take one line, and stay in sight', async () => {
  const { page } = editor;
  await page.setViewportSize({ width: 360, height: 740 });
  await open(page, 'opportunity/build-ward-budget-site');
  // A text is drawn again once its toolbar is there.
  await expect(field(page, 'en.requirements')).toHaveAttribute('contenteditable', 'true', soon);
  await field(page, 'en.requirements').scrollIntoViewIfNeeded();
  const saving = page.getByRole('button', { name: 'Save', exact: true });
  await expect(saving).toBeInViewport();
  const top = await saving.evaluate((button) => button.closest('.bar')?.getBoundingClientRect());
  expect(top?.bottom).toBeLessThan(80);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  expect(await axeFaults(page)).toEqual([]);
});
