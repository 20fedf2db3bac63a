/**
 * The facet columns: all that the search in the browser knows of every opportunity before any is loaded. One small file
 * for each language, rows ordered newest first. Only ids; their names come with the page. Shared with the browser.
 */
import type { OpportunityStatus } from '@/model/vocabularies/kinds';

/** Raised whenever any file of the search has another format, or the same content is indexed differently. */
export const formatVersion = 8;

/**
 * A list of values for each row: a character for each value, a space between rows. `[["web"], ["web", "data"]]` -> `{
 * values: ["web", "data"], rows: "# #$" }`
 */
export interface PackedColumn {
  /** The most frequent first; the first one's character is `#`. */
  readonly values: readonly string[];
  readonly rows: string;
}

/** The stored columns, from which the facets are derived. */
export const columnNames = [
  'task',
  'cause',
  'sdg',
  'country',
  'region',
  'lang',
  'hours',
  'length',
  'kind',
  'status',
  'closes',
  'closesAt',
  'shownIn',
] as const;

export type ColumnName = (typeof columnNames)[number];

/** The file `search/<locale>.json`. */
export interface FacetColumns {
  readonly version: number;
  /** The version of the index that the rows belong to: see `searchVersion`. */
  readonly index: string;
  readonly size: number;
  /**
   * - `lang`: as in `PackedNeeds`: `fr:good`, `fr:good|` or `fr:good?`
   * - `hours`: least and most hours a week, `3-5`
   * - `length`: `one-off`, `ongoing` or a number of weeks
   * - `closes`: the day since 1970 (UTC) in which it closes; none for open-ended
   * - `closesAt`: the minute of that day from which it is closed. Apart, since there are few of each but many together
   * - `shownIn`: the language that an opportunity is shown in, where that isn't the page's; else none
   */
  readonly columns: Readonly<Record<ColumnName, PackedColumn>>;
  /** The names of the files with the texts of results, one after the other, those of the oldest first. */
  readonly cards: string;
  /** For each used country and region: the regions around it, including a region itself. */
  readonly around: Readonly<Record<string, readonly string[]>>;
}

/** A column for counting: for each row the index of a set of values. */
export interface Column {
  readonly sets: readonly (readonly string[])[];
  readonly rows: readonly number[];
}

/** The values of a row. */
export const rowValues = ({ sets, rows }: Column, row: number): readonly string[] =>
  sets[rows[row] ?? -1] ?? [];

/** The columns, ready for filtering and counting. */
export interface FacetTable {
  readonly index: string;
  readonly size: number;
  readonly cards: string;
  readonly columns: Readonly<Record<ColumnName, Column>>;
  /** All regions that a row is in, of any size. */
  readonly regions: Column;
  readonly statuses: readonly OpportunityStatus[];
  /** The first instant (ms) at which it is closed; undefined for open-ended. */
  readonly closesAt: readonly (number | undefined)[];
}

const minutesADay = 1440;

/** Packs an instant (ms) for the columns `closes` and `closesAt`; without one both are empty. */
export function packClosing(at: number | undefined): { closes: string[]; closesAt: string[] } {
  if (at === undefined) return { closes: [], closesAt: [] };
  const minute = at / 60_000;
  return {
    closes: [String(Math.floor(minute / minutesADay))],
    closesAt: [String(minute - Math.floor(minute / minutesADay) * minutesADay)],
  };
}

const firstSign = 0x23;

/** Packs a list of values for each row; repeated values count once. */
export function packColumn(rows: readonly (readonly string[])[]): PackedColumn {
  const sets = rows.map((row) => [...new Set(row)]);
  const often = [...Map.groupBy(sets.flat(), (value) => value)].sort(
    ([a, some], [b, others]) => others.length - some.length || (a < b ? -1 : 1),
  );
  const values = often.map(([value]) => value);
  const signs = new Map(values.map((value, place) => [value, String.fromCharCode(firstSign + place)]));
  return { values, rows: sets.map((set) => set.map((value) => signs.get(value)).join('')).join(' ') };
}

/** The inverse of `packColumn`, for `size` rows. */
export function unpackColumn({ values, rows }: PackedColumn, size: number): Column {
  const numbers = new Map<string, number>();
  const numbered = (size === 0 ? [] : rows.split(' ')).map((signs) => {
    const number = numbers.get(signs) ?? numbers.size;
    numbers.set(signs, number);
    return number;
  });
  const valueOf = (sign: string) => values[sign.charCodeAt(0) - firstSign] ?? '';
  return { sets: Array.from(numbers.keys(), (signs) => Array.from(signs, valueOf)), rows: numbered };
}

/** The regions of each row, from its countries and its own regions. */
function deriveRegions(country: Column, region: Column, around: FacetColumns['around']): Column {
  const sets: string[][] = [];
  const known = new Map<string, number>();
  const rows = country.rows.map((countrySet, row) => {
    const regionSet = region.rows[row] ?? 0;
    const key = `${countrySet} ${regionSet}`;
    let set = known.get(key);
    if (set === undefined) {
      set = sets.length;
      known.set(key, set);
      const places = [...rowValues(country, row), ...rowValues(region, row)];
      sets.push([...new Set(places.flatMap((place) => around[place] ?? []))]);
    }
    return set;
  });
  return { sets, rows };
}

/** Reads a columns file. Throws where it has another version: all other files are of the same build. */
export function readColumns(file: FacetColumns): FacetTable {
  if (file.version !== formatVersion) throw new Error(`The search has format ${file.version}.`);
  const { size } = file;
  const columns = Object.fromEntries(
    columnNames.map((name) => [name, unpackColumn(file.columns[name], size)]),
  ) as Record<ColumnName, Column>;
  const { status, closes, closesAt } = columns;
  return {
    index: file.index,
    size,
    cards: file.cards,
    columns,
    regions: deriveRegions(columns.country, columns.region, file.around),
    statuses: status.rows.map((_, row) => (rowValues(status, row)[0] ?? 'closed') as OpportunityStatus),
    closesAt: closes.rows.map((_, row) => {
      const [day] = rowValues(closes, row);
      const [minute] = rowValues(closesAt, row);
      return day === undefined || minute === undefined
        ? undefined
        : (Number(day) * minutesADay + Number(minute)) * 60_000;
    }),
  };
}
