/** Records as a table: RFC 4180, UTF-8, one line a record. */
import { stringify } from 'csv-stringify/sync';

/** Between the values of a list in one cell. No id has it. */
const separator = '|';

/** `{ min: 2, max: 4 } -> [['hours.min', 2], ['hours.max', 4]]`: parts of a group get columns of their own. */
function cellsOf(name: string, value: unknown): [string, string][] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return [[name, value.map(itemText).join(separator)]];
  if (typeof value === 'object')
    return Object.entries(value).flatMap(([part, inner]) => cellsOf(`${name}.${part}`, inner));
  return [[name, String(value as string | number | boolean)]];
}

/** An item of a list: `{ language: 'fr', level: 'good' } -> 'fr:good'`. */
function itemText(item: unknown): string {
  return typeof item === 'object' && item !== null ? Object.values(item).join(':') : String(item);
}

/**
 * Records as CSV with a line of names. Columns come from the first mention of each field, in the records' order. A text
 * that a spreadsheet would run as a formula gets an apostrophe before it.
 */
export function csv(records: readonly object[]): string {
  const rows = records.map(
    (record) => new Map(Object.entries(record).flatMap(([name, value]) => cellsOf(name, value))),
  );
  const columns = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  return stringify(
    rows.map((row) => columns.map((column) => row.get(column) ?? '')),
    { header: true, columns, escape_formulas: true, record_delimiter: 'windows' },
  );
}
