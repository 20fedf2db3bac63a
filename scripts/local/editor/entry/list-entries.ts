/** The rows of a list of entries: what they show, and by what they are found, filtered and sorted. */
import { locales, type Locale } from '@/i18n/locales';
import { foldText } from '@/i18n/fold-text';
import { prune } from '@/model/fields/prune';
import { isRecord } from '@/model/json';
import { findOutdated } from '@/model/translation-age';
import type { ContentTypeName, RawFields } from '@/model/types/entry';
import { contentTypes } from '@/model/types/types';
import type { z } from 'zod';
import { findEntryTitle, readFields, requiredTexts, toEntry } from './entry-problems';

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

const textsIn = (fields: RawFields, locale: Locale): RawFields => {
  const texts = fields[locale];
  return isRecord(texts) ? texts : {};
};

/** The texts by which an entry is found. */
const searchedTexts = (fields: RawFields): string[] =>
  locales.flatMap((locale) =>
    ['title', 'name', 'summary'].flatMap((name) => textAt(textsIn(fields, locale), name) ?? []),
  );

const isTranslated = (type: ContentTypeName, texts: RawFields): boolean =>
  requiredTexts(type).every((name) => prune(texts[name]) !== undefined);

function listTitles(type: ContentTypeName, fields: RawFields): EntryRow['titles'] {
  const titles = locales.map((locale) => [locale, textAt(textsIn(fields, locale), contentTypes[type].title)]);
  return Object.fromEntries(titles.filter(([, title]) => title !== undefined)) as EntryRow['titles'];
}

/** An entry's file. */
interface StoredEntry {
  readonly id: string;
  readonly text: string;
}

function describeEntry(type: ContentTypeName, { id, text }: StoredEntry): EntryRow {
  const { fields, fault } = readFields(text);
  if (!fields)
    return { id, title: '', titles: {}, missing: [], outdated: [], words: foldText(id), fault: fault ?? '' };
  const { closes } = fields;
  return {
    id,
    title: findEntryTitle(type, fields),
    titles: listTitles(type, fields),
    status: statusOf(type, fields),
    organization: textAt(fields, 'organization'),
    closes: isRecord(closes) ? textAt(closes, 'date') : undefined,
    updated: textAt(fields, 'updated'),
    missing: locales.filter((locale) => !isTranslated(type, textsIn(fields, locale))),
    outdated: findOutdated(type, toEntry(type, id, fields)).map(({ locale }) => locale),
    words: foldText([id, ...searchedTexts(fields)].join(' ')),
  };
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
