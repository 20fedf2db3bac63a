/** An edit in each entry of the sample: it changes one field in its file, and what a save keeps. */
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { temporaryFolder } from '@scripts/test/temporary-folder';
import { locales } from '@/i18n/locales';
import { markTranslated, translatedFields } from '@/model/translation-age';
import type { RawFields } from '@/model/types/entry';
import { contentTypes } from '@/model/types/types';
import { completeSave } from '@scripts/local/editor/entry/complete-save';
import { entryFile, type EntryFile } from '@scripts/local/editor/storage/content-path';
import { parseFields, toEntry } from '@scripts/local/editor/entry/entry-problems';
import { formatEntryYaml } from '@/sources/files/format-yaml';

const folder = temporaryFolder('all');
let root: string;
let files: EntryFile[];

const fieldsOf = (text: string) => parseFields(text) ?? {};

beforeAll(async () => {
  root = folder.at('content');
  await cp('content', root, { recursive: true });
  const named = await Promise.all(
    Object.values(contentTypes).map(async ({ name: type, folder }) => {
      const names = await readdir(path.join(root, folder)).catch(() => []);
      return names.map((name) => entryFile(root, type, path.basename(name, '.yml')));
    }),
  );
  files = named.flat();
  // The age of every translation is known, as after a save of each entry.
  for (const { file, type, id } of files) {
    const { locales: texts, shared } = markTranslated(
      type,
      toEntry(type, id, fieldsOf(await readFile(file, 'utf8'))),
    );
    await writeFile(file, formatEntryYaml(type, { ...texts, ...shared }));
  }
});

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

/** The paths of an entry's texts: `fr.title`. */
function listTexts(type: EntryFile['type'], fields: RawFields): string[] {
  const translated = new Set(translatedFields(type));
  return locales.flatMap((locale) =>
    Object.entries((fields[locale] ?? {}) as RawFields).flatMap(([name, value]) =>
      translated.has(name) && typeof value === 'string' ? [`${locale}.${name}`] : [],
    ),
  );
}

it('an edit of a text changes that field, the day, and what a translation was translated from', async () => {
  expect(files.length).toBeGreaterThan(80);
  for (const [index, target] of files.entries()) {
    const { type, id, name: label, file } = target;
    const before = await readFile(file, 'utf8');
    const save = async (from: string, form: RawFields) =>
      (await completeSave(root, { type, id, fields: form, locale: 'en' }, from, '2031-07-15')).text;
    const form = fieldsOf(before);
    const texts = listTexts(type, form);
    const [locale = '', name = ''] = (texts[index % texts.length] ?? '').split('.');
    const inLocale = form[locale] as RawFields;
    // As short as before: limits are tested elsewhere.
    const value = `${String(inLocale[name]).trim().slice(0, -3)}end`;
    const after = await save(before, { ...form, [locale]: { ...inLocale, [name]: value } });

    const found = differences(fieldsOf(before), fieldsOf(after));
    const allowed = [`${locale}.${name}`, 'updated', `provenance.translatedFrom.${locale}.${name}`];
    expect(found, label).toContain(`${locale}.${name}`);
    expect(
      found.filter((path) => !allowed.includes(path)),
      label,
    ).toEqual([]);
    // The form that is opened next saves nothing.
    expect(await save(after, fieldsOf(after)), label).toBe(after);
  }
});
