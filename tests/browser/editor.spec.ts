/** The local editor, as a person who writes content uses it, over a copy of the sample: no account, no network. */
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import type * as RichTexts from '../../scripts/forms/markdown/rich-text.client';
import { fieldMeta, unwrap } from '../../src/model/fields/fields';
import { contentTypes } from '../../src/model/types/types';
import { parseYaml } from '../../src/sources/files/parse-yaml';
import { axeFaults } from './axe';
import { choose, field, load, open, pane, save, showLanguage, soon, unfold, write } from './editor-page';
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
  await expect(page.getByRole('link', { name: 'Répondre à chaque candidature' })).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
});

test('an edit is a line of the file, and its day', { tag: '@core' }, async () => {
  const name = 'stories/a-tale-that-weighs-six-megabytes.yml';
  const before = read(name);
  const title = /^ {2}title: (.*)$/m.exec(before)?.[1] ?? '';
  await open(page, 'story/a-tale-that-weighs-six-megabytes');
  const shown = pane(page).getByRole('heading', { level: 1 });
  await expect(shown).toHaveText(title, soon);
  await write(page, 'en.title', 'A tale of six megabytes, told again');
  // Beside the form, before it is saved.
  await expect(shown).toHaveText('A tale of six megabytes, told again', soon);
  expect(read(name)).toBe(before);
  await save(page);
  expect(read(name)).toBe(savedToday(before.replace(title, 'A tale of six megabytes, told again')));
  // The site shows it at once.
  await expect
    .poll(async () => (await page.request.get(`${origin}/en/stories/`)).text(), soon)
    .toContain('A tale of six megabytes, told again');
  await page.getByRole('button', { name: 'Undo' }).click();
  await save(page);
  expect(read(name)).toBe(savedToday(before));
});

test('a click on a text of the page leads to its field', async () => {
  await open(page, 'story/a-tale-that-weighs-six-megabytes');
  await pane(page).getByRole('heading', { level: 1 }).click(soon);
  await expect(field(page, 'en.title')).toBeFocused();
});

test(
  'an organization is found by words of any language, and nothing is taken that doesn’t fit',
  { tag: '@core' },
  async () => {
    const name = 'opportunities/build-ward-budget-site.yml';
    const before = read(name);
    await open(page, 'opportunity/build-ward-budget-site');
    const organization = field(page, 'organization');
    const chosen = 'Riverside Data Lab';
    await expect(organization).toHaveValue(chosen, soon);
    await organization.fill('zzzz');
    await expect(page.getByText('Nothing in the list fits.')).toBeVisible();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await expect(organization).toHaveValue(chosen);
    // The way to one that isn't there yet, while something is typed.
    await organization.fill('zzzz');
    const opened = page.waitForEvent('popup');
    const link = await page.getByRole('link', { name: 'New entry: Organization' }).boundingBox();
    await page.mouse.move((link?.x ?? 0) + 20, (link?.y ?? 0) + 20);
    await page.mouse.down();
    await page.waitForTimeout(200);
    await page.mouse.up();
    await (await opened).close();
    await expect(organization).toHaveValue(chosen);
    await expect(page.locator('.combobox-list:visible')).toHaveCount(0);
    await organization.fill('banks two');
    await page.keyboard.press('Enter');
    await expect(organization).toHaveValue('Two Banks School');
    await save(page);
    expect(read(name)).toBe(
      savedToday(before.replace(/^organization: .*$/m, 'organization: two-banks-school')),
    );
    writeFileSync(file(name), before);
  },
);

test(
  'an entry in French alone becomes a file that a person could have written',
  { tag: '@core' },
  async () => {
    await open(page, 'resource/+');
    await showLanguage(page, 'Français');
    await write(page, 'fr.title', 'Relire à deux voix');
    await write(page, 'fr.summary', 'Comment se partager une relecture.');
    await expect(field(page, 'fr.body')).toHaveAttribute('contenteditable', 'true', soon);
    await write(page, 'fr.body', 'Chacun lit une page, puis on échange.');
    // Nothing new is on the site by itself.
    await expect(field(page, 'status')).toHaveValue('draft');
    await unfold(page, 'For editors');
    await choose(page, 'originalLanguage', 'French');
    await choose(page, 'status', 'Published');
    await choose(page, 'kind', 'Guide');
    await field(page, 'date').fill('2026-11-01');
    await page
      .locator('[data-field="field-audiences"]')
      .getByRole('checkbox', { name: 'Volunteers' })
      .check();
    expect(await axeFaults(page)).toEqual([]);
    await save(page);
    await expect(page).toHaveURL(/resource\/relire-a-deux-voix$/);
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
  await open(page, 'resource/+?from=relire-a-deux-voix');
  await write(page, 'fr.title', 'Relire à trois voix');
  writeFileSync(file(name), 'fr:\n  title: Une autre\n');
  await save(page);
  expect(existsSync(file('resources/relire-a-trois-voix-1.yml'))).toBe(true);
  expect(read(name)).toBe('fr:\n  title: Une autre\n');
});

test('gives several entries another status at once', async () => {
  const names = ['build-ward-budget-site', 'caption-landslide-films-nepali'];
  const before = names.map((name) => read(`opportunities/${name}.yml`));
  await load(page, 'opportunity');
  for (const name of names) {
    const row = page.getByRole('listitem').filter({ has: page.locator(`a[href$="/${name}"]`) });
    await row.getByRole('checkbox').check(soon);
  }
  await page.getByLabel('New status').selectOption({ label: 'Paused' });
  await page.getByRole('button', { name: 'Change all' }).click();
  await expect(page.getByText('Changed: 2')).toBeVisible(soon);
  for (const [index, name] of names.entries()) {
    expect(read(`opportunities/${name}.yml`)).toMatch(/^status: paused$/m);
    writeFileSync(file(`opportunities/${name}.yml`), before[index] ?? '');
  }
});

test('lists the pictures of all folders, and where each is used', async () => {
  await open(page, 'organization/atoll-archive');
  await page.getByRole('button', { name: 'Choose a different image' }).click();
  const dialog = page.getByRole('dialog');
  expect(await axeFaults(page, { within: 'dialog[open]' })).toEqual([]);
  await dialog.getByRole('button', { name: 'orgs/andean-seed-circle.png' }).press('Space', soon);
  await save(page);
  expect(read('organizations/atoll-archive.yml')).toContain('logo: /media/orgs/andean-seed-circle.png');
  await load(page, 'pictures');
  const picture = page.getByRole('listitem').filter({ hasText: 'orgs/andean-seed-circle.png' });
  await expect(picture).toContainText('Atoll Archive', soon);
  expect(await axeFaults(page)).toEqual([]);
});

test('shows the original beside a translation, and says when it is newer', async () => {
  await open(page, 'story/a-tale-that-weighs-six-megabytes');
  await showLanguage(page, 'Français');
  await write(page, 'en.quote', 'A sentence that was changed.');
  await save(page);
  const french = page.locator('[data-field="field-fr-quote"]');
  await expect(french).toContainText('French is older than English', soon);
  await write(page, 'fr.quote', 'Une phrase changée.');
  await expect(french).not.toContainText('French is older', soon);
});

test('a copy has no dates, no address of its own and is a draft, until it is deleted', async () => {
  await open(page, 'opportunity/build-ward-budget-site');
  await expect(field(page, 'closes.date')).not.toHaveValue('');
  await page.getByRole('link', { name: 'Copy, with dates cleared' }).click();
  await expect(field(page, 'closes.date')).toHaveValue('', soon);
  await expect(field(page, 'posted')).toHaveValue(today);
  await write(page, 'en.title', 'Build another website');
  await save(page);
  const name = 'opportunities/build-another-website.yml';
  expect(read(name)).toContain('status: draft');
  expect(read(name)).not.toMatch(/^(?:closes|confirmedOn|lastVerified|starts):/m);
  await page.getByRole('button', { name: 'Delete entry' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete entry' }).click();
  await expect.poll(() => existsSync(file(name)), soon).toBe(false);
  await expect(page).toHaveURL(/#\/opportunity$/);
});

test('speaks Spanish, and writes Spanish first', async () => {
  await load(page, 'opportunity');
  await page.getByLabel('Language of the page').selectOption('es');
  await expect(page.getByRole('heading', { name: 'Oportunidades' })).toBeVisible(soon);
  await page.evaluate(() => localStorage.removeItem('editor-languages'));
  await open(page, 'opportunity/+');
  await expect(field(page, 'es.title')).toBeVisible();
  await expect(field(page, 'en.title')).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^(?:Add|Save|Undo|Bold|Link|Choose)\b/ })).toHaveCount(0);
  expect(await axeFaults(page)).toEqual([]);
  // The page beside it names what is missing in the same language.
  await expect(pane(page).getByRole('heading', { level: 1 })).toHaveText('⟨Título⟩', soon);
  await load(page, 'opportunity');
  const names = page.getByLabel('Organización').getByRole('option');
  await expect(names).not.toHaveCount(1, soon);
  const [, ...listed] = await names.allTextContents();
  expect(listed).toEqual(listed.toSorted((one, other) => one.localeCompare(other, 'es')));
  await page.getByLabel('Idioma de la página').selectOption('en');
  await expect(page.getByRole('heading', { name: 'Opportunities' })).toBeVisible(soon);
});

/** Every long text of the sample. */
function listTexts(): string[] {
  return Object.values(contentTypes).flatMap(({ folder, localized }) => {
    const names = Object.entries(localized.shape).flatMap(([name, schema]) =>
      fieldMeta(unwrap(schema)).widget === 'markdown' ? [name] : [],
    );
    return globSync(`content/${folder}/*.yml`).flatMap((entry) => {
      const fields = parseYaml(readFileSync(entry, 'utf8')) as Record<string, Record<string, unknown>>;
      return ['en', 'fr', 'es'].flatMap((locale) =>
        names.flatMap((name) => {
          const text = fields[locale]?.[name];
          return typeof text === 'string' ? [text] : [];
        }),
      );
    });
  });
}

test('every text of the sample is rich text, and an edit in it changes one line', async () => {
  await load(page, 'opportunity');
  const texts = listTexts();
  expect(texts.length).toBeGreaterThan(100);
  const written = await page.evaluate(async (sources) => {
    const address = '/admin/rich-text.js';
    const { openRichText } = (await import(address)) as typeof RichTexts;
    const results: (string | null)[] = [];
    for (const source of sources) {
      const holder = document.createElement('div');
      document.body.append(holder);
      let edited = '';
      const text = await openRichText({
        holder,
        source,
        attributes: {},
        onChange: (markdown) => (edited = markdown),
        onMarks: () => undefined,
      });
      text?.focus();
      getSelection()?.selectAllChildren(holder.querySelector('p') ?? holder);
      getSelection()?.collapseToEnd();
      document.execCommand('insertText', false, 'Edited');
      await new Promise((resolve) => setTimeout(resolve, 5));
      results.push(text ? edited : null);
      text?.destroy();
      holder.remove();
    }
    return results;
  }, texts);
  const faults = texts.flatMap((source, index) => {
    const before = source.trimEnd().split('\n');
    const after = (written[index] ?? '').split('\n');
    const changed = after.filter((line, at) => line !== before[at]);
    const isRight = after.length === before.length && changed.length === 1 && changed[0]?.includes('Edited');
    return isRight ? [] : [{ source, written: written[index] }];
  });
  expect(faults).toEqual([]);
});

test('nothing was asked of another host', { tag: '@core' }, () => {
  expect(asked.length).toBeGreaterThan(10);
  expect(asked.filter((url) => !/^(?:data|blob):/.test(url) && !url.startsWith(`${origin}/`))).toEqual([]);
});
