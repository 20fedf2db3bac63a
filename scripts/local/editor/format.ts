/** How the editor's page reads and writes an entry's file. */
import { isLocale, locales } from '@/i18n/locales';
import type { ContentTypeName, RawFields } from '@/model/types/entry';
import { contentTypes } from '@/model/types/types';
import { parseYaml, YamlError } from '@/sources/files/parse-yaml';
import { writeYaml } from '@/sources/files/write-yaml';

/** Decap’s name for the content folder as its backend. */
export const backendName = 'content-folder';

/** The name of the format of a type's files, in the editor's page and in its configuration. */
export const formatOf = (type: ContentTypeName) => `entry-${type}`;

/** The field by which the editor lists entries and names new files. It isn't written: it is derived at each reading. */
export const shownAs = 'shownAs';

/**
 * The field with the text of the file that a form was filled from. It is never written into a file; it goes with the
 * form wherever Decap keeps one, also into the backup in the browser, so that a save always knows its base.
 */
export const openedFrom = 'openedFrom';

/** What passes between Decap and the backend in place of a file's text. */
export interface FormText {
  /** The file's text; of a form, as it would be written. */
  readonly text: string;
  /** The text of the file that the form was filled from; null for a new entry. */
  readonly base: string | null;
}

/** A file as Decap gets it. */
export const encodeFile = (text: string) => JSON.stringify({ text, base: text } satisfies FormText);

/** A form as Decap hands it over. */
export const decodeForm = (encoded: string) => JSON.parse(encoded) as FormText;

const isFields = (value: unknown): value is RawFields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What an entry is called in lists: its title in the language that it was written in, else in any that has one. */
export function titleOf(type: ContentTypeName, fields: RawFields): string {
  const { title } = contentTypes[type];
  const original = fields['originalLanguage'];
  const order = isLocale(original) ? [original, ...locales] : locales;
  const titles = order.map((locale) => {
    const texts = fields[locale];
    return isFields(texts) ? texts[title] : undefined;
  });
  return titles.find((value): value is string => typeof value === 'string' && value.trim() !== '') ?? '';
}

/** The fields of a file's text; none where the text holds none. Throws a `YamlError`. */
function parseFields(text: string): RawFields {
  const fields = parseYaml(text);
  return isFields(fields) ? fields : {};
}

/** The fields of a file's text; undefined where it can't be read. */
export function fieldsOfText(text: string): RawFields | undefined {
  try {
    return parseFields(text);
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    return undefined;
  }
}

/** A file's text for fields. */
export const writeFields = (type: ContentTypeName, fields: RawFields) => writeYaml(type, fields);

/**
 * A form's fields from what `encodeFile` or `writeForm` made. A file that can't be read is listed with the reason; its
 * form is empty, and the storage refuses to save it.
 */
export function readForm(type: ContentTypeName, encoded: string): RawFields {
  const { text, base } = decodeForm(encoded);
  try {
    const fields = parseFields(text);
    return { [shownAs]: titleOf(type, fields), [openedFrom]: base, ...fields };
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    return { [shownAs]: `This file ${error.message}. ${error.hint}`, [openedFrom]: base };
  }
}

/** A form's fields without those that only the editor has. */
export const withoutOwn = (form: RawFields): RawFields =>
  Object.fromEntries(Object.entries(form).filter(([name]) => name !== shownAs && name !== openedFrom));

/** A form as the backend gets it, and as Decap's backup in the browser keeps it. */
export function writeForm(type: ContentTypeName, form: RawFields): string {
  const base = form[openedFrom];
  const text = writeFields(type, withoutOwn(form));
  return JSON.stringify({ text, base: typeof base === 'string' ? base : null } satisfies FormText);
}
