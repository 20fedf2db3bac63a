/** Finds the header of a sheet, and reads the rows below it. */
import { OperatorError } from '@/model/operator-error';
import { listColumns, type ImportRow, type ImportTable } from './table';

/** The cells of a sheet, row by row. Blank cells are undefined, null or texts without a letter. */
export type Grid = readonly (readonly unknown[])[];

/** Rows in which the header is looked for: titles and notes above it are seldom longer. */
const searchedRows = 20;

const isBlank = (cell: unknown): boolean =>
  cell === undefined || cell === null || (typeof cell === 'string' && cell.trim() === '');

/** A list as databases export it: `["a","b c"]`, `{a,"b c"}`. */
const exportedList = /^\s*(?:\[(".*")\]|\[\s*\]|\{([^{}]*)\})\s*$/s;

/** Returns the items of an exported list as a cell has several: `a; b c`. Other cells are returned as they are. */
function readList(cell: unknown): unknown {
  const found = typeof cell === 'string' ? exportedList.exec(cell) : null;
  if (!found) return cell;
  const items = (found[1] ?? found[2] ?? '').split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/);
  return items.map((item) => item.trim().replace(/^"(.*)"$/s, '$1')).join('; ');
}

const filledCells = (row: readonly unknown[]): unknown[] => row.filter((cell) => !isBlank(cell));

/** Counts the names of fields in each of the first rows. */
export const countFieldNames = (rows: Grid, isFieldName: (name: string) => boolean): number[] =>
  rows.slice(0, searchedRows).map((row) => new Set(filledCells(row).map(String).filter(isFieldName)).size);

/**
 * Returns the index of the header: the row with the most names of fields. Without any, the first row that is at least
 * half as wide as the widest, so that a title above the table isn't taken for it.
 */
function findHeader(rows: Grid, isFieldName: (name: string) => boolean): number {
  const first = rows.slice(0, searchedRows);
  const counts = countFieldNames(rows, isFieldName);
  const most = Math.max(0, ...counts);
  if (most > 0) return counts.indexOf(most);
  const widths = first.map((row) => filledCells(row).length);
  const widest = Math.max(0, ...widths);
  return widths.findIndex((width) => width > 0 && width * 2 >= widest);
}

/**
 * Reads the rows below the header. `isFieldName` says whether a column's name is that of a field. Blank rows are
 * skipped, and still count in row numbers. Throws an `OperatorError` if there is no header.
 */
export function readGrid(rows: Grid, isFieldName: (name: string) => boolean): ImportTable {
  const headerIndex = findHeader(rows, isFieldName);
  const header = (rows[headerIndex] ?? []).map((name) => (isBlank(name) ? '' : String(name).trim()));
  if (header.every((name) => name === ''))
    throw new OperatorError(
      'The file is empty.',
      'Name the columns in the first row, with a listing in each row below.',
    );
  const names = nameApart(header);
  const read = rows
    .map((row, index) => readRow(row, index + 1, names))
    .slice(headerIndex + 1)
    .filter(({ cells, fault }) => cells.size > 0 || fault);
  return { columns: listColumns(read), rows: read, headerRow: headerIndex + 1 };
}

/** Gives columns that are called alike a number: `Notes`, `Notes (2)`. */
function nameApart(header: readonly string[]): string[] {
  const times = new Map<string, number>();
  return header.map((name) => {
    const count = (times.get(name) ?? 0) + 1;
    times.set(name, count);
    return name === '' || count === 1 ? name : `${name} (${count})`;
  });
}

function readRow(cells: readonly unknown[], number: number, header: readonly string[]): ImportRow {
  const row = cells.map(readList);
  const filled = row.flatMap((cell, index): [string, unknown][] =>
    isBlank(cell) ? [] : [[header[index] || `column ${index + 1}`, cell]],
  );
  const width = row.findLastIndex((cell) => !isBlank(cell)) + 1;
  if (width <= header.length) return { number, cells: new Map(filled) };
  return {
    number,
    cells: new Map(filled.filter(([name]) => header.includes(name))),
    fault: {
      message: `has ${width} cells, and the header names ${header.length} columns`,
      hint: 'Put cells that have a separator in them into quotation marks, or name the further columns.',
    },
  };
}
