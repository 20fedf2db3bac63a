/** Tells the rows of a sheet apart by what they say, so that choices follow them when rows are moved or added. */
import { contentTypes } from '@/model/types/types';
import type { ImportType } from '../import-types';
import type { ImportColumns } from '../table/match-columns';
import type { ImportRow, ImportTable } from '../table/table';
import { foldWords } from '../values/fold-words';

/** Rows whose first letters are the same are told apart by a number. */
const longestId = 200;

/** The cell as a text; what a JSON file has that is no text, as JSON. */
export function cellText(cell: unknown): string {
  if (typeof cell === 'string') return cell;
  return cell === undefined || cell === null ? '' : JSON.stringify(cell);
}

/** Lists the columns by which a person would recognize a row: its title and organization. */
function findTellingColumns({ targets }: ImportColumns, type: ImportType): string[] {
  const telling = new Set([contentTypes[type].title, 'organization']);
  return [...targets].flatMap(([column, own]) =>
    own.some(({ field: { path } }) => telling.has(path)) ? [column] : [],
  );
}

/**
 * Returns the id of each row, by its number: its reference, else its title and organization as the sheet has them, else its
 * number. Rows with the same get a number: `M-7`, `M-7 (2)`.
 */
export function identifyRows(
  { rows }: ImportTable,
  columns: ImportColumns,
  type: ImportType,
): ReadonlyMap<number, string> {
  const telling = findTellingColumns(columns, type);
  const textOf = (row: ImportRow, names: readonly string[]) =>
    names.map((name) => foldWords(cellText(row.cells.get(name)))).filter((text) => text !== '');
  const reference = ({ cells }: ImportRow) =>
    columns.row === undefined ? '' : cellText(cells.get(columns.row)).trim();
  const times = new Map<string, number>();
  return new Map(
    rows.map((row) => {
      const words = reference(row) || textOf(row, telling).join(' · ') || `row ${row.number}`;
      const base = words.slice(0, longestId);
      const count = (times.get(base) ?? 0) + 1;
      times.set(base, count);
      return [row.number, count === 1 ? base : `${base} (${count})`];
    }),
  );
}
