/** Applies what was chosen in a review to a sheet and its mapping. */
import { sourceHash } from '@/model/translation-age';
import { matchSheet, type SheetImport } from '../plan-import';
import type { ColumnMap } from '../table/column-map';
import { formatPlace, type ImportColumns } from '../table/match-columns';
import type { ImportRow } from '../table/table';
import type { ReviewChoices, RowChoices } from './choices';
import { cellText, identifyRows } from './row-ids';

/** A correction that isn't used, since the sheet says something else by now. */
export interface OutdatedCorrection {
  /** The row's number. */
  readonly row: number;
  readonly column: string;
  /** The sheet's cell when it was corrected, and now. */
  readonly was: string;
  readonly now: string;
  readonly correction: string;
}

/** A sheet as it was reviewed. */
export interface ReviewedSheet extends SheetImport {
  /** The ids of the rows by their numbers. */
  readonly rowIds: ReadonlyMap<number, string>;
  /** The numbers of rows that aren't imported. */
  readonly aside: ReadonlySet<number>;
  readonly outdated: readonly OutdatedCorrection[];
  /** The number of corrected cells and chosen terms. */
  readonly used: number;
  /** The columns of fields that the sheet has no column for, by the field's place. */
  readonly addedColumns: ReadonlyMap<string, string>;
}

/** Returns the fields of columns that the mapping and the review say. What the review gives to one column no other one has. */
function addColumns(map: ColumnMap, { columns }: ReviewChoices): ColumnMap {
  const chosen = new Set(Object.values(columns));
  const others = Object.entries(map.columns).map(
    ([name, path]) => [name, chosen.has(path) ? null : path] as const,
  );
  return { ...map, columns: { ...Object.fromEntries(others), ...columns } };
}

/** Returns the meanings of words that the mapping and the review say. */
function addTerms(map: ColumnMap, { terms, dates }: ReviewChoices): ColumnMap {
  const values = Object.entries(terms).map(([path, words]) => {
    const chosen = Object.values(words).map(({ word, id }) => [word, id] as const);
    return [path, { ...map.values[path], ...Object.fromEntries(chosen) }] as const;
  });
  return {
    ...map,
    values: { ...map.values, ...Object.fromEntries(values) },
    ...(dates === undefined ? {} : { dates }),
  };
}

/** Names a column for each field that was filled in and has none. A name that the sheet uses otherwise gets an addition. */
function nameAddedColumns(
  { rows }: ReviewChoices,
  sheet: SheetImport,
  { targets }: ImportColumns,
): Map<string, string> {
  const taken = new Set([...targets.values()].flat().map(formatPlace));
  const places = new Set(Object.values(rows).flatMap(({ fields = {} }) => Object.keys(fields)));
  return new Map(
    [...places]
      .filter((place) => !taken.has(place))
      .map((place) => [place, sheet.table.columns.includes(place) ? `${place} (review)` : place]),
  );
}

function correctRow(
  row: ImportRow,
  { cells = {}, fields = {} }: RowChoices,
  addedColumns: ReadonlyMap<string, string>,
): { readonly row: ImportRow; readonly outdated: readonly OutdatedCorrection[]; readonly used: number } {
  const corrected = new Map(row.cells);
  const outdated: OutdatedCorrection[] = [];
  let used = 0;
  const added = Object.entries(fields).flatMap(([place, now]) => {
    const column = addedColumns.get(place);
    return column === undefined ? [] : [[column, { was: '', now }] as const];
  });
  for (const [column, { was, now }] of [...Object.entries(cells), ...added]) {
    const present = cellText(row.cells.get(column));
    if (present === was) {
      used += 1;
      if (now.trim() === '') corrected.delete(column);
      else corrected.set(column, now);
    } else if (present !== now) {
      outdated.push({ row: row.number, column, was, now: present, correction: now });
    }
  }
  return { row: used === 0 ? row : { ...row, cells: corrected }, outdated, used };
}

/** Applies choices to a sheet. Throws an `ImportError` if the mapping doesn't fit. */
export function applyChoices(mapped: SheetImport, choices: ReviewChoices): ReviewedSheet {
  const sheet = { ...mapped, map: addColumns(mapped.map, choices) };
  const { table, settings } = sheet;
  const columns = matchSheet(sheet);
  const rowIds = identifyRows(table, columns, settings.type);
  const addedColumns = nameAddedColumns(choices, sheet, columns);
  const aside = new Set<number>();
  const outdated: OutdatedCorrection[] = [];
  let used = Object.values(choices.terms).flatMap(Object.keys).length + Object.keys(choices.columns).length;
  const rows = table.rows.map((row) => {
    const own = choices.rows[rowIds.get(row.number) ?? ''];
    if (!own) return row;
    if (own.isAside === true) aside.add(row.number);
    const result = correctRow(row, own, addedColumns);
    outdated.push(...result.outdated);
    used += result.used;
    return result.row;
  });
  const map = addTerms(sheet.map, choices);
  const added = [...addedColumns].map(([place, column]) => [column, place] as const);
  return {
    ...sheet,
    table: { ...table, columns: [...table.columns, ...addedColumns.values()], rows },
    map: { ...map, columns: { ...map.columns, ...Object.fromEntries(added) } },
    rowIds,
    aside,
    outdated,
    used,
    addedColumns,
  };
}

/** Hashes what a row says, by which it is known whether it still is what was accepted. */
export const hashCells = ({ cells }: ImportRow): string =>
  sourceHash([...cells].map(([column, cell]) => [column, cellText(cell)]).toSorted());
