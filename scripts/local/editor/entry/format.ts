/** Converts between entries' files and the forms of the editor's page. */
import type { EditorTranslate } from '@/i18n/editor';
import { isLocale, locales } from '@/i18n/locales';
import { fieldMeta } from '@/model/fields/fields';
import type { ContentTypeName, RawFields } from '@/model/types/entry';
import { contentTypes } from '@/model/types/types';
import { parseYaml, YamlError } from '@/sources/files/parse-yaml';
import { formatEntryYaml } from '@/sources/files/format-yaml';
import type { z } from 'zod';

/** Decap’s name for the content folder as its backend. */
export const backendName = 'content-folder';

/** Returns the name of a type's file format in Decap. */
export const formatName = (type: ContentTypeName) => `entry-${type}`;

/** The field by which the editor lists entries and names new files. It is set when a file is read, and never written. */
export const titleField = 'shownAs';

/**
 * The field with the file's text from which a form was filled. It is never written into a file. Decap stores it with the
 * form, also in its backup in the browser, so that each save has its base.
 */
export const baseField = 'openedFrom';

/** The text that the search compares with the typed words: the title, or the typed words themselves for entries that the backend has found. */
export const foundField = 'foundBy';

/** The text behind the title in a list. */
export const noteField = 'listNote';

/** The conditions of a list's filters. */
export const marksField = 'listMarks';

/** The field by which a list is grouped. */
export const groupField = 'listGroup';

const editorFields = new Set<string>([titleField, baseField, foundField, noteField, marksField, groupField]);

/** The values of an entry for lists, besides those of its file. */
export interface ListInfo {
  readonly [foundField]?: string;
  readonly [noteField]?: string;
  readonly [marksField]?: string;
  readonly [groupField]?: string;
}

/** The data that Decap and the backend exchange instead of a file's text. */
interface FormText {
  /** The file's text, or the text that a form would be saved as. */
  readonly text: string;
  /** The file's text from which the form was filled; null for a new entry. */
  readonly base: string | null;
  readonly list?: ListInfo;
}

/** Encodes a file's text for Decap. */
export const encodeFile = (text: string, list?: ListInfo) =>
  JSON.stringify({ text, base: text, ...(list && { list }) } satisfies FormText);

/** Decodes a form from Decap. */
export const decodeForm = (encoded: string) => JSON.parse(encoded) as FormText;

const isFields = (value: unknown): value is RawFields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Returns an entry's title for lists, in the original language or in any that has one. */
export function findEntryTitle(type: ContentTypeName, fields: RawFields): string {
  const { title } = contentTypes[type];
  const original = fields['originalLanguage'];
  const order = isLocale(original) ? [original, ...locales] : locales;
  const titles = order.map((locale) => {
    const texts = fields[locale];
    return isFields(texts) ? texts[title] : undefined;
  });
  return titles.find((value): value is string => typeof value === 'string' && value.trim() !== '') ?? '';
}

/** Parses the fields of a file; none if the file has none. Throws a `YamlError`. */
function parseFields(text: string): RawFields {
  const fields = parseYaml(text);
  return isFields(fields) ? fields : {};
}

/** Parses the fields of a file; undefined if it isn't valid. */
export function tryParseFields(text: string): RawFields | undefined {
  try {
    return parseFields(text);
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    return undefined;
  }
}

/** The folder of the addresses of pictures in files. */
const fileFolder = '/media/';

/** Their folder in forms: Decap would look for a path with a slash before it on the site, and not in the content. */
export const formFolder = 'media/';

/** Decap knows pictures of one folder only: those of others get the names of their assets, `orgs/x.png -> orgs--x.png`. */
export const flatPictureName = (name: string) => name.replaceAll('/', '--');

/** `orgs--x.png -> orgs/x.png` */
export const nestedPictureName = (name: string) => name.replaceAll('--', '/');

/** Replaces the beginning of the addresses of pictures, and the names behind it. */
function mapPictures(
  type: ContentTypeName,
  fields: RawFields,
  [from, to]: readonly [string, string],
  change: (name: string) => string,
): RawFields {
  const isPicture = new Set(
    Object.entries<z.core.$ZodType>(contentTypes[type].shared.shape)
      .filter(([, schema]) => fieldMeta(schema).widget === 'media')
      .map(([name]) => name),
  );
  const map = (key: string, value: unknown) =>
    isPicture.has(key) && typeof value === 'string' && value.startsWith(from)
      ? `${to}${change(value.slice(from.length))}`
      : value;
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, map(key, value)]));
}

/** Formats fields as a file's text. */
export const writeFields = (type: ContentTypeName, fields: RawFields) => formatEntryYaml(type, fields);

/**
 * Reads a form's fields from the result of `encodeFile` or `writeForm`. An invalid file is listed with the reason; its
 * form is empty, and the storage refuses to save it.
 */
export function readForm(type: ContentTypeName, encoded: string, t: EditorTranslate): RawFields {
  const { text, base, list } = decodeForm(encoded);
  try {
    const fields = parseFields(text);
    const title = findEntryTitle(type, fields);
    const shown = mapPictures(type, fields, [fileFolder, formFolder], flatPictureName);
    return { [titleField]: title, [foundField]: title, ...list, [baseField]: base, ...shown };
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    const title = t('This file {reason}', { reason: t.filled(error.message) });
    return { [titleField]: title, [foundField]: title, [baseField]: base };
  }
}

/** Returns the fields of a form as its file would have them. */
export function toFileFields(type: ContentTypeName, form: RawFields): RawFields {
  const base = form[baseField];
  const fields = Object.fromEntries(Object.entries(form).filter(([name]) => !editorFields.has(name)));
  // A name that stands in the file so is no folder's.
  const isOwn = (name: string) => typeof base === 'string' && base.includes(`${fileFolder}${name}`);
  return mapPictures(type, fields, [formFolder, fileFolder], (name) =>
    isOwn(name) ? name : nestedPictureName(name),
  );
}

/** Encodes a form for the backend, and for Decap's backup in the browser. */
export function writeForm(type: ContentTypeName, form: RawFields): string {
  const base = form[baseField];
  const text = writeFields(type, toFileFields(type, form));
  return JSON.stringify({ text, base: typeof base === 'string' ? base : null } satisfies FormText);
}
