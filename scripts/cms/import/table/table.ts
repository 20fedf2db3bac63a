/** Rows as people send them, before anything is known of what their columns mean. */

/** A row of a sheet, or an object of a JSON file. */
export interface ImportRow {
  /** As its sheet numbers it: the header is 1. Objects of a JSON file count from 1. */
  readonly number: number;
  /** By the column's name; blank cells are left out. */
  readonly cells: ReadonlyMap<string, unknown>;
  /** Why it can't be read, if it can't. */
  readonly fault?: { readonly message: string; readonly hint: string };
}

export interface ImportTable {
  /** Every column that has a cell in some row, in their order. */
  readonly columns: readonly string[];
  readonly rows: readonly ImportRow[];
}

/** The columns of rows, each once, in the order in which they come. */
export function listColumns(rows: readonly ImportRow[]): string[] {
  return [...new Set(rows.flatMap(({ cells }) => [...cells.keys()]))];
}
