/** Saves the rows that were left out as a sheet with their reasons, to be corrected and imported again. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { EditorTranslate } from '@/i18n/editor';
import { guardFormula } from '../table/formula-cells';
import { reasonColumns, reasons } from './reason-columns';
import type { LeftOutRow } from '../table/import-table';
import type { ImportTable } from '../table/table';

/** The end of the sheet's name, without the ending of its format. */
export const leftOutEnding = /\.left-out$/;

/** True for a sheet with rows that an import before left out. */
export const isLeftOutSheet = (file: string): boolean =>
  leftOutEnding.test(path.basename(file, path.extname(file)));

/** A cell as CSV has it. */
const quoteCell = (cell: unknown): string => {
  const text = guardFormula(
    typeof cell === 'object' && cell !== null ? JSON.stringify(cell) : String(cell ?? ''),
  );
  return /[",;\r\n\t|]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** Returns the sheet: UTF-8 with a byte order mark, by which Excel knows the encoding. `explain` gives a row's reasons. */
export function formatLeftOutSheet(
  table: ImportTable,
  leftOut: readonly LeftOutRow[],
  t: EditorTranslate,
  explain: (row: LeftOutRow) => string,
): string {
  const columns = table.columns.filter((column) => !reasonColumns.has(column));
  const rows = new Map(table.rows.map((row) => [row.number, row]));
  const lines = leftOut.map((one) => [
    explain(one),
    ...columns.map((column) => rows.get(one.row)?.cells.get(column)),
  ]);
  return `\uFEFF${[[t(reasons), ...columns], ...lines].map((cells) => cells.map(quoteCell).join(',')).join('\r\n')}\r\n`;
}

/** Writes the sheet beside the imported one, and returns its path: `missions.left-out.csv`. */
export async function saveLeftOutSheet(file: string, text: string): Promise<string> {
  const base = path.basename(file, path.extname(file)).replace(leftOutEnding, '');
  const target = path.join(path.dirname(file), `${base}.left-out.csv`);
  await writeFile(target, text);
  return target;
}
