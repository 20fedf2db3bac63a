/**
 * The facet columns: what the search in the browser knows of every opportunity before it has loaded any. One small
 * file a language, rows ordered newest first. Ids only; words for them come with the page. Shared with the browser.
 */
import type { OpportunityStatus } from '@/model/vocabularies/kinds';

/** Raised whenever what is written changes its meaning; another number is not read. */
export const columnsVersion = 1;

/** For each row one of a few distinct sets of values. `sets` and `rows` hold indexes into `values` and `sets`. */
export interface PackedColumn {
  readonly values: readonly string[];
  readonly sets: readonly (readonly number[])[];
  readonly rows: readonly number[];
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
  'shownIn',
] as const;

export type ColumnName = (typeof columnNames)[number];

/** The file `search/<locale>.json`. */
export interface Columns {
  readonly version: number;
  /** Pagefind's name of the index that the ids belong to: `fr_5a862cd4d8`. */
  readonly index: string;
  readonly size: number;
  /** Pagefind's ids without their language, behind each other; with spaces between where they differ in length. */
  readonly ids: string;
  /**
   * - `lang`: `fr:good` where it is required, `fr:good?` where it is welcome
   * - `hours`: least and most hours a week, `3-5`
   * - `length`: `one-off`, `ongoing` or a number of weeks
   * - `shownIn`: the language that an opportunity is shown in, where that isn't the page's; else none
   */
  readonly columns: Readonly<Record<ColumnName, PackedColumn>>;
  /** Minutes since 1970 from which the rows of `closes` count. */
  readonly closesFrom: number;
  /** The minute from which it is closed, plus one; 0 for open-ended. */
  readonly closes: readonly number[];
  /** For each country and region that occurs, the regions around it, itself included where it is a region. */
  readonly around: Readonly<Record<string, readonly string[]>>;
}

/** A column as it is counted: for each row the index of a set of values. */
export interface Column {
  readonly sets: readonly (readonly string[])[];
  readonly rows: readonly number[];
}

/** The columns, ready to be filtered and counted. */
export interface Table {
  readonly index: string;
  readonly size: number;
  /** The row of a Pagefind result's id. */
  readonly rowOf: ReadonlyMap<string, number>;
  readonly ids: readonly string[];
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

/** Packs one set of values a row. Sets and values are numbered in the order in which they come. */
export function packColumn(rows: readonly (readonly string[])[]): PackedColumn {
  const values = new Map<string, number>();
  const sets = new Map<string, number>();
  const packedSets: number[][] = [];
  const packedRows = rows.map((row) => {
    const sorted = [...new Set(row)].sort();
    const key = sorted.join(' ');
    let set = sets.get(key);
    if (set === undefined) {
      set = sets.size;
      sets.set(key, set);
      packedSets.push(
        sorted.map((value) => {
          if (!values.has(value)) values.set(value, values.size);
          return values.get(value) ?? 0;
        }),
      );
    }
    return set;
  });
  return { values: [...values.keys()], sets: packedSets, rows: packedRows };
}

/** The other way round from `packColumn`. Throws `ColumnsError` where an index leads nowhere. */
export function unpackColumn({ values, sets, rows }: PackedColumn): Column {
  const named = sets.map((set) =>
    set.map((index) => {
      const value = values[index];
      if (value === undefined) throw new ColumnsError(`A set holds value ${index} of ${values.length}.`);
      return value;
    }),
  );
  if (rows.some((set) => named[set] === undefined))
    throw new ColumnsError('A row holds a set that is not there.');
  return { sets: named, rows };
}

/** Pagefind's ids as one string: `['fr_8f20622', 'fr_03aa1b9'] -> '8f2062203aa1b9'`. */
export function packIds(ids: readonly string[]): string {
  const bare = ids.map((id) => id.slice(id.lastIndexOf('_') + 1));
  const width = bare[0]?.length ?? 0;
  return bare.join(bare.every((id) => id.length === width) ? '' : ' ');
}

function unpackIds(packed: string, size: number, index: string): string[] {
  const language = index.slice(0, index.lastIndexOf('_') + 1);
  const width = size === 0 ? 0 : packed.length / size;
  const bare = packed.includes(' ')
    ? packed.split(' ')
    : Array.from({ length: size }, (_, row) => packed.slice(row * width, (row + 1) * width));
  if (bare.length !== size) throw new ColumnsError(`There are ${bare.length} ids for ${size} rows.`);
  return bare.map((id) => language + id);
}

/** The regions of each row, from its countries and its own regions. */
function deriveRegions(country: Column, region: Column, around: Columns['around']): Column {
  const sets: string[][] = [];
  const known = new Map<string, number>();
  const rows = country.rows.map((countrySet, row) => {
    const regionSet = region.rows[row] ?? 0;
    const key = `${countrySet} ${regionSet}`;
    let set = known.get(key);
    if (set === undefined) {
      set = sets.length;
      known.set(key, set);
      const places = [...(country.sets[countrySet] ?? []), ...(region.sets[regionSet] ?? [])];
      sets.push([...new Set(places.flatMap((place) => around[place] ?? []))]);
    }
    return set;
  });
  return { sets, rows };
}

/** Reads a columns file. Throws `ColumnsError` for one that this code can't read. */
export function readColumns(file: Columns): Table {
  if (file.version !== columnsVersion) {
    throw new ColumnsError(`The columns have version ${file.version}, and ${columnsVersion} is read here.`);
  }
  const { size } = file;
  const columns = Object.fromEntries(
    columnNames.map((name) => {
      const column = unpackColumn(file.columns[name]);
      if (column.rows.length !== size) throw new ColumnsError(`The column ${name} has not ${size} rows.`);
      return [name, column];
    }),
  ) as Record<ColumnName, Column>;
  const ids = unpackIds(file.ids, size, file.index);
  const { status } = columns;
  return {
    index: file.index,
    size,
    rowOf: new Map(ids.map((id, row) => [id, row])),
    ids,
    columns,
    regions: deriveRegions(columns.country, columns.region, file.around),
    statuses: status.rows.map((set) => (status.sets[set]?.[0] ?? 'closed') as OpportunityStatus),
    closesAt: file.closes.map((minute) =>
      minute === 0 ? undefined : (file.closesFrom + minute - 1) * 60_000,
    ),
  };
}
