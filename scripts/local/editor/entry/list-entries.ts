/** The rows of a list of entries: what they show, and by what they are found, filtered and sorted. */
import { isLocale, locales, type Locale } from '@/i18n/locales';
import { foldText } from '@/i18n/fold-text';
import { prune } from '@/model/fields/prune';
import { isRecord } from '@/model/json';
import { findOutdated } from '@/model/translation-age';
import type { ContentTypeName, RawFields } from '@/model/types/entry';
import { contentTypes } from '@/model/types/types';
import { parseYaml, YamlError } from '@/sources/files/parse-yaml';
import type { z } from 'zod';
import { findEntryTitle, requiredTexts, toEntry } from './entry-problems';

/** An entry in a list. */
export interface EntryRow {
  readonly id: string;
  /** The title in the language in which it was written; empty if it has none. */
  readonly title: string;
  /** The title in each language that has one. */
  readonly titles: Readonly<Partial<Record<Locale, string>>>;
  readonly status?: string | undefined;
  readonly organization?: string | undefined;
  /** The last day to apply, `YYYY-MM-DD`. */
  readonly closes?: string | undefined;
  readonly updated?: string | undefined;
  /** The languages in which a text that its type requires is missing. */
  readonly missing: readonly Locale[];
  /** The languages with texts that are older than the original. */
  readonly outdated: readonly Locale[];
  /** Its titles and summaries in all languages, by which it is found. */
  readonly words: string;
  /** Why the file can't be read. */
  readonly fault?: string;
}

const textAt = (fields: RawFields, name: string): string | undefined => {
  const value = fields[name];
  return typeof value === 'string' ? value : undefined;
};

/** The status of an entry; the type's own where its file says none. */
function statusOf(type: ContentTypeName, fields: RawFields): string | undefined {
  const shape: Readonly<Record<string, z.core.$ZodType>> = contentTypes[type].shared.shape;
  const assumed = (shape['status'] as z.ZodType | undefined)?.safeParse(undefined);
  return textAt(fields, 'status') ?? (assumed?.success ? String(assumed.data) : undefined);
}

/** The texts by which an entry is found. */
function searchedTexts(fields: RawFields): string[] {
  const languages = Object.entries(fields).flatMap(([key, value]) =>
    isLocale(key) && isRecord(value) ? [value] : [],
  );
  return languages.flatMap((texts) =>
    ['title', 'name', 'summary'].flatMap((name) => textAt(texts, name) ?? []),
  );
}

function isTranslated(type: ContentTypeName, texts: unknown): boolean {
  return isRecord(texts) && requiredTexts(type).every((name) => prune(texts[name]) !== undefined);
}

function listTitles(type: ContentTypeName, fields: RawFields): EntryRow['titles'] {
  const { title } = contentTypes[type];
  const titles = locales.flatMap((locale) => {
    const texts = fields[locale];
    const own = isRecord(texts) ? textAt(texts, title) : undefined;
    return own === undefined ? [] : [[locale, own] as const];
  });
  return Object.fromEntries(titles);
}

/** An entry's file. */
interface StoredEntry {
  readonly id: string;
  readonly text: string;
}

function describeEntry(type: ContentTypeName, { id, text }: StoredEntry): EntryRow {
  try {
    const parsed = parseYaml(text);
    const fields: RawFields = isRecord(parsed) ? parsed : {};
    const { closes } = fields;
    return {
      id,
      title: findEntryTitle(type, fields),
      titles: listTitles(type, fields),
      status: statusOf(type, fields),
      organization: textAt(fields, 'organization'),
      closes: isRecord(closes) ? textAt(closes, 'date') : undefined,
      updated: textAt(fields, 'updated'),
      missing: locales.filter((locale) => !isTranslated(type, fields[locale])),
      outdated: findOutdated(type, toEntry(type, id, fields)).map(({ locale }) => locale),
      words: foldText([id, ...searchedTexts(fields)].join(' ')),
    };
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    const { message: fault } = error;
    return { id, title: '', titles: {}, missing: [], outdated: [], words: foldText(id), fault };
  }
}

/** Returns a function that describes entries, each again only after its file has changed. */
export function createEntryList(): (type: ContentTypeName, entries: readonly StoredEntry[]) => EntryRow[] {
  const known = new Map<string, { readonly text: string; readonly row: EntryRow }>();
  return (type, entries) =>
    entries.map((entry) => {
      const key = `${type}/${entry.id}`;
      const before = known.get(key);
      if (before?.text === entry.text) return before.row;
      const row = describeEntry(type, entry);
      known.set(key, { text: entry.text, row });
      return row;
    });
}
