/** What a pull has to do: each entry of the space against the content folder's. Pure. */
import { isDeepStrictEqual } from 'node:util';
import { isLocale } from '@/i18n/locales';
import type { RawEntry, RawFields } from '@/model/entry';
import { contentTypes } from '@/model/types';
import { isRecord } from '@/sources/contentful/json';
import { decode, type LocaleCodes } from '@/sources/contentful/wire';
import { parseYaml } from '@/sources/files/parse-yaml';
import { entryFile, writeEntry } from '@/sources/files/write-entry';
import { typeOf, type StoredEntry } from './space-content';

/** An entry that the folder doesn't have as the space does. */
export interface FilePlan {
  readonly file: string;
  readonly text: string;
  /** Fields that differ: `fr.title`, `closes`; undefined where the file is new. */
  readonly changes: readonly string[] | undefined;
}

/**
 * A space's entry as one of ours. One that isn't published is a draft, whatever it says of itself; settings, which have
 * no status, give undefined then.
 */
export function rawEntryOf(
  stored: StoredEntry,
  codes: LocaleCodes,
  isPublished: boolean,
): RawEntry | undefined {
  const type = typeOf(stored);
  if (!type) return undefined;
  const { id } = stored.sys;
  const { locales, shared } = decode(type, stored.fields, codes);
  const entry = { id, type, locales, origin: { label: `Contentful entry ${id}` } };
  const status = shared['status'];
  if (isPublished || status === 'draft' || status === 'review') return { ...entry, shared };
  if (!Object.hasOwn(contentTypes[type].shared.shape, 'status')) return undefined;
  return { ...entry, shared: { ...shared, status: 'draft' } };
}

function unknownOf(fields: RawFields, shape: object): RawFields {
  return Object.fromEntries(Object.entries(fields).filter(([key]) => !Object.hasOwn(shape, key)));
}

/** The space's entry with what the space has no place for: languages without a locale, fields that aren't the model's. */
export function withLocalParts(theirs: RawEntry, ours: RawEntry | undefined, codes: LocaleCodes): RawEntry {
  if (!ours) return theirs;
  const { localized, shared } = contentTypes[theirs.type];
  const locales = { ...theirs.locales };
  for (const [locale, fields] of Object.entries(ours.locales)) {
    if (!isLocale(locale)) continue;
    if (!codes.of.has(locale)) locales[locale] = fields;
    else {
      const unknown = unknownOf(fields, localized.shape);
      if (Object.keys(unknown).length > 0) locales[locale] = { ...locales[locale], ...unknown };
    }
  }
  return { ...theirs, locales, shared: { ...theirs.shared, ...unknownOf(ours.shared, shared.shape) } };
}

/** Dotted names of what differs between two files, a language's fields each by itself. */
function changesBetween(before: string, after: string): string[] {
  const flat = (text: string) => {
    const fields = parseYaml(text);
    return new Map(
      Object.entries(isRecord(fields) ? fields : {}).flatMap(([key, value]): [string, unknown][] =>
        isLocale(key) && isRecord(value)
          ? Object.entries(value).map(([part, inner]) => [`${key}.${part}`, inner])
          : [[key, value]],
      ),
    );
  };
  const [old, now] = [flat(before), flat(after)];
  return [...new Set([...old.keys(), ...now.keys()])].filter(
    (name) => !isDeepStrictEqual(old.get(name), now.get(name)),
  );
}

/**
 * The file to write for an entry, or undefined where the folder has it. What differs only in how it is written, by hand
 * and with comments, is left as it is.
 */
export function filePlan(
  theirs: RawEntry,
  ours: RawEntry | undefined,
  codes: LocaleCodes,
): FilePlan | undefined {
  const text = writeEntry(withLocalParts(theirs, ours, codes));
  const before = ours && writeEntry(ours);
  if (text === before) return undefined;
  return {
    file: entryFile(theirs),
    text,
    changes: before === undefined ? undefined : changesBetween(before, text),
  };
}
