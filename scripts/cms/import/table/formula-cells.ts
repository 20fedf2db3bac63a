/** Protects cells that a spreadsheet would run as formulas: `=HYPERLINK(…)` in a partner's sheet must stay a text. */
import type { ImportTable } from './table';

/** Beginnings of formulas, also in full width; a tab or a line break before one doesn't stop Excel. */
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** `'=1+1' -> "'=1+1"`. An apostrophe that a cell has in that place gets another one, so that both come back. */
export const guardFormula = (text: string): string => (formula.test(text) ? `'${text}` : text);

/** Takes the apostrophe away again. */
const restoreFormula = (text: string): string =>
  text.startsWith("'") && formula.test(text) ? text.slice(1) : text;

/** Returns a sheet that was saved with guarded cells as it was before. */
export function restoreFormulas(table: ImportTable): ImportTable {
  const restore = (cell: unknown) => (typeof cell === 'string' ? restoreFormula(cell) : cell);
  return {
    ...table,
    columns: table.columns.map(restoreFormula),
    rows: table.rows.map((row) => ({
      ...row,
      cells: new Map([...row.cells].map(([column, cell]) => [restoreFormula(column), restore(cell)])),
    })),
  };
}
