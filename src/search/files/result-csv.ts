/** Formats rows as CSV for spreadsheets: RFC 4180. Ten lines of our own, since csv-stringify weighs ten kB in a browser. */

/** Spreadsheets run texts that begin like this as formulas, unless an apostrophe stands before them. */
const formula = /^[=+\-@\t\r]/;

const formatCell = (text: string) => {
  const safe = formula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** Formats rows of cells, with the mark by which Excel recognizes UTF-8: `[['a', 'b, c']] -> '\uFEFFa,"b, c"\r\n'`. */
export const formatCsvRows = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(formatCell).join(',')}\r\n`).join('')}`;

/** A file's name from what was searched for: `('Traduction, français', '2026-11-28') -> 'traduction-français-2026-11-28.csv'`. */
export function csvFileName(what: string, day: string): string {
  const words = what.toLocaleLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return [...words.slice(0, 8), day].join('-') + '.csv';
}
