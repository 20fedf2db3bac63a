/** Applies what was chosen in a review to a sheet and its mapping. */
import { sourceHash } from '@/model/translation-age';
import { matchSheet } from '../plan-import';
import type { SheetImport } from '../read-sheet';
import type { ColumnMap } from '../table/column-map';
import { formatPlace, type ImportColumns } from '../table/match-columns';
import type { ImportRow } from '../table/table';
import { addedPlace, type ReviewChoices, type RowChoices } from './choices';
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
export type ReviewedSheet = ReturnType<typeof applyChoices>;

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
  const values = Object.entries(terms).map(
    ([path, words]) => [path, { ...map.values[path], ...words }] as const,
  );
  return {
    ...map,
    values: { ...map.values, ...Object.fromEntries(values) },
    ...(dates === undefined ? {} : { dates }),
  };
}

/** The columns of fields that were filled in and that no column has, each with its place. */
function listAddedColumns({ rows }: ReviewChoices, { targets }: ImportColumns): Map<string, string> {
  const taken = new Set([...targets.values()].flat().map(formatPlace));
  const columns = new Set(Object.values(rows).flatMap(({ cells = {} }) => Object.keys(cells)));
  return new Map(
    [...columns].flatMap((column) => {
      const place = addedPlace(column);
      return place === undefined || taken.has(place) ? [] : [[column, place]];
    }),
  );
}

function correctRow(
  row: ImportRow,
  { cells = {} }: RowChoices,
  added: ReadonlyMap<string, string>,
): { readonly row: ImportRow; readonly outdated: readonly OutdatedCorrection[]; readonly used: number } {
  const corrected = new Map(row.cells);
  const outdated: OutdatedCorrection[] = [];
  let used = 0;
  for (const [column, { was, now }] of Object.entries(cells)) {
    if (addedPlace(column) !== undefined && !added.has(column)) continue;
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

/** Applies choices to a sheet. Throws an `OperatorError` if the mapping doesn't fit. */
export function applyChoices(mapped: SheetImport, choices: ReviewChoices) {
  const sheet = { ...mapped, map: addColumns(mapped.map, choices) };
  const { table, settings } = sheet;
  const columns = matchSheet(sheet);
  const rowIds = identifyRows(table, columns, settings.type);
  const added = listAddedColumns(choices, columns);
  const aside = new Set<number>();
  const outdated: OutdatedCorrection[] = [];
  let used = Object.values(choices.terms).flatMap(Object.keys).length + Object.keys(choices.columns).length;
  const rows = table.rows.map((row) => {
    const own = choices.rows[rowIds.get(row.number) ?? ''];
    if (!own) return row;
    if (own.isAside === true) aside.add(row.number);
    const result = correctRow(row, own, added);
    outdated.push(...result.outdated);
    used += result.used;
    return result.row;
  });
  const map = addTerms(sheet.map, choices);
  return {
    ...sheet,
    table: { ...table, columns: [...table.columns, ...added.keys()], rows },
    map: { ...map, columns: { ...map.columns, ...Object.fromEntries(added) } },
    /** The ids of the rows by their numbers. */
    rowIds,
    /** The numbers of rows that aren't imported. */
    aside,
    outdated,
    /** The number of corrected cells and chosen terms. */
    used,
  };
}

/** Hashes what a row says, by which it is known whether it still is what was accepted. */
export const hashCells = ({ cells }: ImportRow): string =>
  sourceHash([...cells].map(([column, cell]) => [column, cellText(cell)]).toSorted());
