/**
 * The local editor by keyboard alone: a whole opportunity in three languages is written and saved, its organization gets
 * a picture, and nothing catches the keyboard.
 */
import { expect } from '@playwright/test';
import { field, open, pane, richText, saved, soon } from './editor-page';
import { test, useEditor } from './editor-session';
import { Keyboard } from './keyboard';

const editor = useEditor();

const texts = {
  en: ['Sort thirty seed letters', 'Forty letters about seeds, sorted by village.'],
  fr: ['Trier quarante lettres sur les semences', 'Quarante lettres sur les semences, triées par village.'],
  es: ['Ordenar cuarenta cartas sobre semillas', 'Cuarenta cartas sobre semillas, ordenadas por aldea.'],
} as const;

test('an opportunity in three languages is written and saved by keyboard', async () => {
  const { page, read } = editor;
  const keyboard = new Keyboard(page);
  const choose = async (name: string, option: string) => {
    await keyboard.type(field(page, name), option);
    await expect(page.getByRole('option', { name: option }).first()).toBeVisible(soon);
    await page.keyboard.press('Enter');
  };

  await keyboard.press(page.getByRole('button', { name: 'Quick add' }));
  await keyboard.pressItem(page.getByRole('menuitem', { name: 'Opportunity', exact: true }));
  await expect(field(page, 'en title')).toBeVisible(soon);
  for (const [language, [title, summary]] of Object.entries(texts)) {
    if (language !== 'en')
      await keyboard.press(field(page, language).getByRole('button', { name: 'Expand' }).first());
    await keyboard.type(field(page, `${language} title`), title);
    await keyboard.type(field(page, `${language} summary`), summary);
    for (const name of ['task', 'deliverable', 'impact', 'requirements'])
      await keyboard.type(richText(page, `${language} ${name}`), summary);
  }
  await choose('status', 'Open');
  await choose('organization', 'Atoll Archive');
  await choose('taskTypes', 'Writing and editing');
  await keyboard.press(field(page, 'skills').getByRole('button', { name: /^Add/ }));
  await choose('skill', 'Proofreading');
  await choose('level', 'Solid');
  const languages = field(page, 'languages');
  await keyboard.press(languages.getByRole('button', { name: /^Add/ }));
  await choose('language', 'English');
  await keyboard.type(languages.locator('[id^="level-field-"]'), 'Good');
  await page.keyboard.press('Enter');
  await keyboard.type(field(page, 'min'), '2');
  await keyboard.type(field(page, 'max'), '4');
  await choose('kind', 'One-off');
  // The order of day and month is the browser’s.
  await keyboard.type(field(page, 'date'), '03032031');
  await choose('zone', 'Dakar');
  await page.keyboard.press('ControlOrMeta+S');
  await saved(page);
  await expect(page).toHaveURL(/entries\/sort-thirty-seed-letters$/, soon);
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

test('its organization gets another picture by keyboard', async () => {
  const { page, read } = editor;
  const keyboard = new Keyboard(page);
  // The keyboard is where it was when the entry was saved, far down in the form.
  await keyboard.tabTo(page.getByRole('link', { name: /List: / }));
  await page.keyboard.press('Enter');
  await keyboard.press(page.getByRole('link', { name: 'Organizations', exact: true }));
  await keyboard.press(
    page.getByRole('link').filter({ has: page.getByRole('heading', { name: /^Atoll Archive/ }) }),
  );
  await keyboard.press(page.getByRole('button', { name: 'Choose a different image' }));
  const picture = page.getByRole('button', { name: 'orgs/andean-seed-circle.png' });
  await keyboard.press(picture, 'Space');
  await expect(picture).toHaveAttribute('aria-pressed', 'true');
  const choose = page.getByRole('button', { name: 'Choose selected' });
  // It is before the pictures.
  await keyboard.tabTo(choose, { back: true });
  await page.keyboard.press('Enter');
  await page.keyboard.press('ControlOrMeta+S');
  await saved(page);
  expect(read('organizations/atoll-archive.yml')).toContain('andean-seed-circle.png');
});

test('Tab leads out of every text and out of the page beside the form, and changes neither', async () => {
  const { page } = editor;
  await open(page, 'opportunity/entries/build-ward-budget-site');
  await expect(pane(page).getByRole('heading', { level: 1 })).toBeVisible(soon);
  // It ends with a list, in which Tab would nest the item.
  const text = richText(page, 'en requirements');
  await text.focus();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.press('Tab');
  await expect(text).not.toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(text).toBeFocused();
  const keyboard = new Keyboard(page);
  await field(page, 'featured').focus();
  await keyboard.tabTo(page.frameLocator('#preview-pane').getByRole('button', { name: 'Español' }));
  // The page beside the form is one stop. A notice may follow it.
  await keyboard.tabTo(page.getByRole('link', { name: /List: / }), { most: 5 });
  await expect(page.getByText('Changes saved')).toBeVisible();
});

test('a toolbar is one stop of Tab, and the arrows lead within it', async () => {
  const { page } = editor;
  await open(page, 'opportunity/entries/build-ward-budget-site');
  const toolbar = page.getByRole('toolbar', { name: 'Formatting' }).first();
  await toolbar.getByRole('button', { name: 'Bold' }).focus();
  for (const name of ['Italic', 'Link', 'Headings', 'Quotation']) {
    await page.keyboard.press('ArrowRight');
    await expect(toolbar.getByRole('button', { name, exact: true }).first()).toBeFocused();
  }
  await page.keyboard.press('Tab');
  await expect(page.getByRole('switch', { name: 'Markdown' }).first()).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(toolbar.getByRole('button', { name: 'Quotation' })).toBeFocused();
});

test('the buttons of an item have names, by which it is removed', async () => {
  const { page } = editor;
  await open(page, 'opportunity/entries/build-ward-budget-site');
  const skills = field(page, 'skills');
  await expect(skills.getByRole('button', { name: 'Move item 3', exact: true })).toBeVisible();
  await skills.getByRole('button', { name: 'Remove item 2' }).press('Enter');
  await expect(skills.getByRole('button', { name: 'Remove item 2' })).toBeVisible();
  await expect(skills.getByRole('button', { name: 'Remove item 3' })).toHaveCount(0);
});
