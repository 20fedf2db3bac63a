/**
 * Plans an import: what becomes of each row of a sheet. The command and the review page both decide by it, so they never
 * decide differently.
 */
import type { ExistingEntries } from '../edit/entry-store';
import { createEntryFinder } from './values/find-entry';
import type { SheetImport } from './read-sheet';
import { isStillThere } from './known/provenance';
import { findRowColumn } from './known/find-row-column';
import { detectLanguage } from './table/detect-language';
import type { RowContext } from './row/row-context';
import { assertKnownFields, type ColumnMap } from './table/column-map';
import { importTable } from './table/import-table';
import { readColumnValues } from './table/column-values';
import { matchColumns, type ColumnValues, type ImportColumns } from './table/match-columns';
import type { ImportTable } from './table/table';
import { detectDateOrder } from './values/dates';
import { foldWords } from './values/fold-words';
import { collectTermSynonyms } from './values/guess-term';

type PlannedSheet = Pick<SheetImport, 'table' | 'map' | 'settings'>;

/** The entries that rows become, with the reasons. */
export type ImportPlan = ReturnType<typeof planImport>;

/** Returns the meanings of the sheet's words, by the field and then by the folded word. */
function foldValueWords({ values }: ColumnMap): Map<string, Map<string, string>> {
  return new Map(
    Object.entries(values).map(([path, words]) => [
      path,
      new Map(Object.entries(words).map(([word, term]) => [foldWords(word), String(term)])),
    ]),
  );
}

/** Adds the column that tells rows apart, unless the mapping says what it is. */
function withRowColumn(map: ColumnMap, table: ImportTable): ColumnMap {
  const row = map.row ?? findRowColumn(table);
  const isMapped = row !== undefined && Object.hasOwn(map.columns, row);
  return row === undefined || (isMapped && map.row === undefined) ? map : { ...map, row };
}

/** Returns the cells of all columns with days. */
function findDateTexts({ rows }: ImportTable, { targets }: ImportColumns): string[] {
  const columns = [...targets].flatMap(([name, own]) =>
    // A column can be the whole closing time: its day, and where it is.
    own.some(({ field }) => field.meta.widget === 'date' || field.path === 'closes') ? [name] : [],
  );
  return rows
    .flatMap(({ cells }) => columns.map((name) => cells.get(name)))
    .filter((cell) => typeof cell === 'string');
}

/** Finds the fields of a sheet's columns. Throws an `OperatorError` if the mapping doesn't fit. */
export function matchSheet(
  { table, map, settings: { type, source } }: PlannedSheet,
  values?: ColumnValues,
): ImportColumns {
  assertKnownFields(map, type);
  return matchColumns(table.columns, type, withRowColumn(map, table), values, source !== undefined);
}

/** All texts of a table, and the names of its columns. */
const textsOf = ({ columns, rows }: ImportTable): string[] => [
  ...columns,
  ...rows.flatMap(({ cells }) => [...cells.values()].filter((cell) => typeof cell === 'string')),
];

/** Plans an import into a destination with these entries. Throws an `OperatorError` if the mapping doesn't fit. */
export function planImport(
  sheet: PlannedSheet & Pick<RowContext, 'aside'>,
  existing: ExistingEntries,
  today: string,
) {
  const { table, map, settings, aside } = sheet;
  const { type, language } = settings;
  const columns = matchSheet(sheet, readColumnValues(table, type, { existing, today }));
  const likelyLanguage = language === undefined ? detectLanguage(textsOf(table)) : undefined;
  const dates =
    map.dates === undefined
      ? detectDateOrder(findDateTexts(table, columns), language ?? likelyLanguage)
      : undefined;
  const { rows, missing } = importTable(
    table,
    {
      ...settings,
      columns,
      map,
      likelyLanguage,
      aside,
      today,
      dateOrder: map.dates ?? dates?.order,
      wordMeanings: foldValueWords(map),
      synonyms: collectTermSynonyms(existing.entries),
      findEntryId: createEntryFinder(existing.entries),
    },
    existing,
  );
  return {
    table,
    columns,
    /** The order of day and month if it was detected, with the day that shows it. */
    dates,
    /** The language that the texts seem to be in, where nothing says it. */
    likelyLanguage,
    rows,
    /** Entries of this source without a row that weren't closed before. */
    missing: missing.filter(isStillThere),
  };
}
