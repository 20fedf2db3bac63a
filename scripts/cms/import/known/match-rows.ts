/** Finds the entries that rows of a source became at an earlier import. */
import { locales } from '@/i18n/locales';
import { sourceHash } from '@/model/translation-age';
import type { ContentTypeName, RawEntry } from '@/model/types/entry';
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

/** Lists the hashes of a row's long texts, with the organization. */
function hashTexts({ entry: { locales: byLocale, shared } }: SourceRow): string[] {
  return locales.flatMap((locale) =>
    tellingFields.flatMap((name) => {
      const text = byLocale[locale]?.[name];
      return typeof text === 'string'
        ? [`${String(shared['organization'])}/${locale}.${name}/${sourceHash(text)}`]
        : [];
    }),
  );
}

/** Lists the hashes of the long texts that an entry's row had. */
function storedTexts(entry: RawEntry): string[] {
  const fields = readOrigin(entry)?.fields ?? {};
  return locales.flatMap((locale) =>
    tellingFields.flatMap((name) => {
      const hash = fields[`${locale}.${name}`];
      return hash === undefined ? [] : [`${String(entry.shared['organization'])}/${locale}.${name}/${hash}`];
    }),
  );
}

/** Indexes things by a text that only one of them has. */
function indexUnique<T>(things: readonly T[], textsOf: (thing: T) => readonly string[]): Map<string, T> {
  const found = new Map<string, T | undefined>();
  for (const thing of things) {
    for (const text of new Set(textsOf(thing))) found.set(text, found.has(text) ? undefined : thing);
  }
  return new Map([...found].flatMap(([text, thing]) => (thing === undefined ? [] : [[text, thing]])));
}

/** Rows with their entries, and the entries without a row. */
interface MatchedRows<Row extends SourceRow> {
  readonly entryOf: ReadonlyMap<Row, RawEntry>;
  readonly missing: readonly RawEntry[];
}

/**
 * Matches rows with the entries of their source: by what tells rows apart, else by a long text that no other row and no
 * other entry of the source has. Of some rows only (`isPart`) the text says nothing: the others' entries aren't free.
 */
export function matchRows<Row extends SourceRow>(
  rows: readonly Row[],
  known: readonly RawEntry[],
  isPart = false,
): MatchedRows<Row> {
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
  if (!isPart && rest.length > 0 && left.size > 0) {
    const isFree = new Set(left.values());
    const byText = indexUnique(known, storedTexts);
    const rowsByText = indexUnique(rows, hashTexts);
    for (const row of rest) {
      const entry = hashTexts(row)
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
