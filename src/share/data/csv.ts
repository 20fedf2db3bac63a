/** Formats records as a table: RFC 4180, UTF-8, one line for each record. */
import { stringify } from 'csv-stringify/sync';

/** The separator of a list's values in one cell. No id contains it. */
const separator = '|';

/** Flattens a value into columns: `{ min: 2, max: 4 } -> [['hours.min', 2], ['hours.max', 4]]`. */
function cellsOf(name: string, value: unknown): [string, string][] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return [[name, value.map(itemText).join(separator)]];
  if (typeof value === 'object')
    return Object.entries(value).flatMap(([part, inner]) => cellsOf(`${name}.${part}`, inner));
  return [[name, String(value as string | number | boolean)]];
}

/** Formats an item of a list: `{ language: 'fr', level: 'good' } -> 'fr:good'`. */
function itemText(item: unknown): string {
  return typeof item === 'object' && item !== null ? Object.values(item).join(':') : String(item);
}

/**
 * Formats records as CSV with a header. Columns are in the order in which the records first mention each field. A text
 * that a spreadsheet would run as a formula gets a leading apostrophe.
 */
export function formatCsv(records: readonly object[]): string {
  const rows = records.map(
    (record) => new Map(Object.entries(record).flatMap(([name, value]) => cellsOf(name, value))),
  );
  const columns = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  return stringify(
    rows.map((row) => columns.map((column) => row.get(column) ?? '')),
    { header: true, columns, escape_formulas: true, record_delimiter: 'windows' },
  );
}
