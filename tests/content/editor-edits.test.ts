/** Two hundred edits of single fields in the editor: each changes that field in its file, and what a save keeps. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isLocale, locales } from '@/i18n/locales';
import { markTranslated, sourceHash, translatedFields } from '@/model/translation-age';
import type { RawFields } from '@/model/types/entry';
import { contentTypes } from '@/model/types/types';
import { copyTree } from '@/publish/targets/copy-tree';
import { createCompletion } from '@scripts/local/editor/entry/complete-save';
import { resolveEntryFile, type EntryFile } from '@scripts/local/editor/storage/content-path';
import { toEntry } from '@scripts/local/editor/entry/entry-problems';
import {
  encodeFile,
  readForm,
  tryParseFields,
  writeFields,
  writeForm,
} from '@scripts/local/editor/entry/format';
import { editorTranslator } from '@/i18n/editor';

const today = '2031-07-15';
let root: string;
let files: EntryFile[];

const fieldsOf = (text: string) => tryParseFields(text) ?? {};

beforeAll(async () => {
  root = path.join(await mkdtemp(path.join(tmpdir(), 'edits-')), 'content');
  await copyTree('content', root);
  const named = await Promise.all(
    Object.values(contentTypes).map(async ({ folder }) => {
      const names = await readdir(path.join(root, folder)).catch(() => []);
      return names.map((name) => resolveEntryFile(root, `content/${folder}/${name}`));
    }),
  );
  files = named.flat();
  // The age of every translation is known, as after a save of each entry.
  for (const { file, type, id } of files) {
    const { locales: texts, shared } = markTranslated(
      type,
      toEntry(type, id, fieldsOf(await readFile(file, 'utf8'))),
    );
    await writeFile(file, writeFields(type, { ...texts, ...shared }));
  }
});
afterAll(() => rm(path.dirname(root), { recursive: true }));

/** The paths whose values differ: `['fr.title', 'updated']`. */
function differences(before: unknown, after: unknown, at = ''): string[] {
  const isGroup = (value: unknown): value is RawFields =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isGroup(before) || !isGroup(after))
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [at];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
    differences(before[key], after[key], at === '' ? key : `${at}.${key}`),
  );
}

/** A text field of an entry, with its language; one of Markdown or of one line. */
function editableFields(
  { type }: EntryFile,
  fields: RawFields,
): { path: string; name: string; locale: string }[] {
  const texts = new Set(translatedFields(type));
  return locales.flatMap((locale) =>
    Object.entries((fields[locale] ?? {}) as RawFields)
      .filter(([name, value]) => texts.has(name) && typeof value === 'string')
      .map(([name]) => ({ path: `${locale}.${name}`, name, locale })),
  );
}

it('changes exactly that field, its day, and what a changed translation was translated from', async () => {
  const t = editorTranslator('en');
  const complete = createCompletion(root, () => today);
  const edited = new Set<string>();
  let edits = 0;
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.nat(), async (fileNumber, fieldNumber) => {
      const target = files[fileNumber % files.length];
      if (!target) throw new Error('There are no entries.');
      const before = await readFile(target.file, 'utf8');
      const form = readForm(target.type, encodeFile(before), t);
      const choices = editableFields(target, form);
      const choice = choices[fieldNumber % choices.length];
      if (!choice) throw new Error(`${target.name} has no text.`);
      const texts = form[choice.locale] as RawFields;
      // As short as before: limits are tested elsewhere.
      const value = `${String(texts[choice.name]).trim().slice(0, -3)}${String(edits).padStart(3, '0')}`;
      const changed = { ...form, [choice.locale]: { ...texts, [choice.name]: value } };
      const { text } = JSON.parse(writeForm(target.type, changed)) as { text: string };
      const completed = await complete(target, before, text);
      await writeFile(target.file, completed.text);
      edits += 1;
      edited.add(target.name);

      const [one, other] = [fieldsOf(before), fieldsOf(completed.text)];
      const isTranslation = isLocale(choice.locale) && choice.locale !== one['originalLanguage'];
      const source = (other[String(other['originalLanguage'])] as RawFields)[choice.name];
      const hash = `provenance.translatedFrom.${choice.path}`;
      const allowed = [choice.path, 'updated', ...(isTranslation ? [hash] : [])];
      const found = differences(one, other);
      expect(
        found.filter((name) => !allowed.includes(name)),
        target.name,
      ).toEqual([]);
      expect(found).toContain(choice.path);
      expect(other['updated']).toBe(today);
      if (isTranslation && source !== undefined)
        expect(JSON.stringify(other['provenance'])).toContain(sourceHash(source));
      // The form that is opened next saves nothing.
      const again = JSON.parse(
        writeForm(target.type, readForm(target.type, encodeFile(completed.text), t)),
      ) as { text: string };
      expect((await complete(target, completed.text, again.text)).text).toBe(completed.text);
    }),
    { numRuns: 200, seed: 20261128 },
  );
  expect(edits).toBe(200);
  expect(edited.size).toBeGreaterThan(48);
});
