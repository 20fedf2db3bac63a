/** Finds the entries that rows of a source became at an earlier import. */
import { isLocale, locales, type Locale } from '@/i18n/locales';
import { sourceHash } from '@/model/translation-age';
import type { ContentTypeName, RawEntry } from '@/model/types/entry';
import { indexUnique } from '../values/index-unique';
import { readOrigin } from './provenance';

/** A row as the entry that it would become. */
export interface SourceRow {
  readonly entry: RawEntry;
  /** A key that no other row of its source has; empty if it has none. */
  readonly key: string;
  /** The status that the row says. */
  readonly ownStatus: string | undefined;
  /** Shared fields that the import filled in. */
  readonly computed: ReadonlySet<string>;
}

/** The entries of a type that came from a source. */
export function findSourceEntries(
  entries: readonly RawEntry[],
  type: ContentTypeName,
  source: string,
): RawEntry[] {
  return entries.filter((entry) => entry.type === type && readOrigin(entry)?.source === source);
}

/** Long texts, by which a row is recognized whose title was changed. Short ones are often the same in many rows. */
const tellingFields = ['task', 'mission'];

/** Keys of an entry's long texts: their hashes, with the organization. */
function textKeys(
  { shared }: RawEntry,
  hashOf: (locale: Locale, name: string) => string | undefined,
): string[] {
  return locales.flatMap((locale) =>
    tellingFields.flatMap((name) => {
      const hash = hashOf(locale, name);
      return hash === undefined ? [] : [`${String(shared['organization'])}/${locale}.${name}/${hash}`];
    }),
  );
}

const rowKeys = ({ entry }: SourceRow): string[] => [
  ...textKeys(entry, (locale, name) => {
    const text = entry.locales[locale]?.[name];
    return typeof text === 'string' ? sourceHash(text) : undefined;
  }),
  ...Object.values(entry.locales).flatMap((texts) => Object.values(texts ?? {}).map(sourceHash)),
];

/**
 * The same of the row that an entry had. One without an organization may come from columns that weren't understood yet: any of
 * its texts tells, whichever field it was taken for.
 */
function storedKeys(entry: RawEntry): string[] {
  const fields = readOrigin(entry)?.fields ?? {};
  const texts = Object.entries(fields).filter(([place]) => isLocale(place.split('.')[0]));
  return fields['organization'] === undefined
    ? texts.map(([, hash]) => hash)
    : textKeys(entry, (locale, name) => fields[`${locale}.${name}`]);
}

/**
 * Matches rows with the entries of their source: by what tells rows apart, else by a text that no other row and no
 * other entry of the source has. `missing` are the entries without a row.
 */
export function matchRows<Row extends SourceRow>(rows: readonly Row[], known: readonly RawEntry[]) {
  const entryOf = new Map<Row, RawEntry>();
  const left = new Map(known.map((entry) => [readOrigin(entry)?.row ?? '', entry]));
  for (const row of rows) {
    const entry = row.key === '' ? undefined : left.get(row.key);
    if (!entry) continue;
    entryOf.set(row, entry);
    left.delete(row.key);
  }
  const rest = rows.filter((row) => !entryOf.has(row));
  const matched = new Set<RawEntry>();
  if (rest.length > 0 && left.size > 0) {
    const isFree = new Set(left.values());
    const byText = indexUnique(
      known.flatMap((entry) => storedKeys(entry).map((text) => [text, entry] as const)),
    );
    const rowsByText = indexUnique(rows.flatMap((row) => rowKeys(row).map((text) => [text, row] as const)));
    for (const row of rest) {
      const entry = rowKeys(row)
        .filter((text) => rowsByText.get(text) === row)
        .map((text) => byText.get(text))
        .find((found) => found !== undefined && isFree.has(found) && !matched.has(found));
      if (!entry) continue;
      entryOf.set(row, entry);
      matched.add(entry);
    }
  }
  const isFound = new Set(entryOf.values());
  return { entryOf, missing: known.filter((entry) => !isFound.has(entry)) };
}
