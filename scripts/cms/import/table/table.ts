/** The rows of a file before their columns are matched with fields. */

/** A row of a sheet, or an object of a JSON file. */
export interface ImportRow {
  /** The row's number in its sheet, where the header is 1. Objects of a JSON file count from 1. */
  readonly number: number;
  /** By the column's name, without blank cells. */
  readonly cells: ReadonlyMap<string, unknown>;
  /** The reason if the row can't be read. */
  readonly fault?: { readonly message: string; readonly hint: string };
}

export interface ImportTable {
  /** The row with the columns' names, if it isn't the first. Titles above it aren't imported. */
  readonly headerRow?: number;
  /** How the file was read, where that isn't obvious: its encoding, and sheets that were passed over. */
  readonly notes?: readonly string[];
  /** The columns that have a cell in some row, in their order. */
  readonly columns: readonly string[];
  readonly rows: readonly ImportRow[];
}

/** Lists the columns of rows, each once, in order of appearance. */
export function listColumns(rows: readonly ImportRow[]): string[] {
  return [...new Set(rows.flatMap(({ cells }) => [...cells.keys()]))];
}
