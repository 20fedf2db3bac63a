/**
 * The facet columns: what the search in the browser knows of every opportunity before it has loaded any. One small
 * file a language, rows ordered newest first. Ids only; words for them come with the page. Shared with the browser.
 */
import type { OpportunityStatus } from '@/model/vocabularies/kinds';

/** Raised whenever what is written changes its meaning; another number is not read. */
export const columnsVersion = 3;

/**
 * A list of values for each row: a sign for each value, a space between rows.
 * `[["web"], ["web", "data"]]` -> `{ values: ["web", "data"], rows: "! !#" }`
 */
export interface PackedColumn {
  /** The most frequent first; the first one's sign is `!`. */
  readonly values: readonly string[];
  readonly rows: string;
}

/** Columns that are written; the facets of the search are made from them. */
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
  /** Pagefind's name of the index that the rows belong to: `fr_5a862cd4d8`. */
  readonly index: string;
  readonly size: number;
  /** What Pagefind's ids come to in the order of the rows (`sumOf`), which is that of the index. */
  readonly ids: string;
  /**
   * - `lang`: `fr:good` where it is required, `fr:good?` where it is welcome
   * - `hours`: least and most hours a week, `3-5`
   * - `length`: `one-off`, `ongoing` or a number of weeks
   * - `closes`: the day since 1970 (UTC) in which it closes; none for open-ended
   * - `closesAt`: the minute of that day from which it is closed. Apart, since there are few of each but many together
   * - `shownIn`: the language that an opportunity is shown in, where that isn't the page's; else none
   */
  readonly columns: Readonly<Record<ColumnName, PackedColumn>>;
  /** For each country and region that occurs, the regions around it, itself included where it is a region. */
  readonly around: Readonly<Record<string, readonly string[]>>;
}

/** A column as it is counted: for each row the index of a set of values. */
export interface Column {
  readonly sets: readonly (readonly string[])[];
  readonly rows: readonly number[];
}

/** The values of a row. */
export const valuesOf = ({ sets, rows }: Column, row: number): readonly string[] =>
  sets[rows[row] ?? -1] ?? [];

/** The columns, ready to be filtered and counted. */
export interface FacetTable {
  readonly index: string;
  readonly size: number;
  /** What the ids of the index come to. */
  readonly ids: string;
  readonly columns: Readonly<Record<ColumnName, Column>>;
  /** All regions that a row is in, whatever their size. */
  readonly regions: Column;
  readonly statuses: readonly OpportunityStatus[];
  /** The first instant (ms) at which it is closed; undefined for open-ended. */
  readonly closesAt: readonly (number | undefined)[];
}

/** The columns' file is of another version, or not what it should be. */
export class ColumnsError extends Error {
  override readonly name = 'ColumnsError';
}

const minutesADay = 1440;

/** An instant (ms) as the columns `closes` and `closesAt` have it; without one neither has a value. */
export function packClosing(at: number | undefined): { closes: string[]; closesAt: string[] } {
  if (at === undefined) return { closes: [], closesAt: [] };
  const minute = at / 60_000;
  return {
    closes: [String(Math.floor(minute / minutesADay))],
    closesAt: [String(minute - Math.floor(minute / minutesADay) * minutesADay)],
  };
}

/** Signs that need no escape in JSON, and one byte each as far as possible. */
function signOf(index: number): string {
  const ascii = index + 0x21 + (index >= 1 ? 1 : 0) + (index >= 0x5c - 0x22 ? 1 : 0);
  return String.fromCharCode(ascii <= 0x7e ? ascii : ascii - 0x7f + 0xa1);
}

/** Packs a list of values a row; a value that a row says twice counts once. */
export function packColumn(rows: readonly (readonly string[])[]): PackedColumn {
  const unique = rows.map((row) => [...new Set(row)]);
  const frequency = new Map<string, number>();
  for (const value of unique.flat()) frequency.set(value, (frequency.get(value) ?? 0) + 1);
  const values = [...frequency]
    .sort(([a, often], [b, seldom]) => seldom - often || (a < b ? -1 : 1))
    .map(([value]) => value);
  const signs = new Map(values.map((value, index) => [value, signOf(index)]));
  return {
    values,
    rows: unique.map((row) => row.map((value) => signs.get(value) ?? '').join('')).join(' '),
  };
}

/** The other way round from `packColumn`, for `size` rows. Throws `ColumnsError` for a sign without a value. */
export function unpackColumn({ values, rows }: PackedColumn, size: number): Column {
  const bySign = new Map(values.map((value, index) => [signOf(index), value]));
  const sets: string[][] = [];
  const known = new Map<string, number>();
  const packed = size === 0 ? [] : rows.split(' ');
  if (packed.length !== size)
    throw new ColumnsError(`A column has ${packed.length} rows instead of ${size}.`);
  const numbered = packed.map((signs) => {
    let set = known.get(signs);
    if (set === undefined) {
      set = sets.length;
      known.set(signs, set);
      sets.push(
        Array.from(signs, (sign) => {
          const value = bySign.get(sign);
          if (value === undefined)
            throw new ColumnsError(`A column holds the sign ${sign}, which stands for nothing.`);
          return value;
        }),
      );
    }
    return set;
  });
  return { sets, rows: numbered };
}

/** A short sum of some ids in their order (FNV-1a), eight hexadecimal digits: others, or in another order, give another. */
export function sumOf(ids: readonly string[]): string {
  let sum = 0x811c9dc5;
  for (const id of ids) {
    for (let place = 0; place <= id.length; place++)
      sum = Math.imul(sum ^ (id.charCodeAt(place) || 0), 0x01000193);
  }
  return (sum >>> 0).toString(16).padStart(8, '0');
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
      const places = [...valuesOf(country, row), ...valuesOf(region, row)];
      sets.push([...new Set(places.flatMap((place) => around[place] ?? []))]);
    }
    return set;
  });
  return { sets, rows };
}

/** Reads a columns file. Throws `ColumnsError` for one that this code can't read. */
export function readColumns(file: FacetColumns): FacetTable {
  if (file.version !== columnsVersion) {
    throw new ColumnsError(`The columns have version ${file.version}, and ${columnsVersion} is read here.`);
  }
  const { size } = file;
  const columns = Object.fromEntries(
    columnNames.map((name) => [name, unpackColumn(file.columns[name], size)]),
  ) as Record<ColumnName, Column>;
  const { status, closes, closesAt } = columns;
  return {
    index: file.index,
    size,
    ids: file.ids,
    columns,
    regions: deriveRegions(columns.country, columns.region, file.around),
    statuses: status.rows.map((_, row) => (valuesOf(status, row)[0] ?? 'closed') as OpportunityStatus),
    closesAt: closes.rows.map((_, row) => {
      const [day] = valuesOf(closes, row);
      const [minute] = valuesOf(closesAt, row);
      return day === undefined || minute === undefined
        ? undefined
        : (Number(day) * minutesADay + Number(minute)) * 60_000;
    }),
  };
}
