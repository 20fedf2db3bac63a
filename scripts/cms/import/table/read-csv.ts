import { parse, type CsvError, type Options } from 'csv-parse/sync';
import { OperatorError } from '@/model/operator-error';
import { readGrid } from './read-grid';
import type { ImportTable } from './table';

const lineEnds = ['\r\n', '\n', '\r'];
const separators = [',', ';', '\t', '|'];
const options: Options = { record_delimiter: lineEnds, relax_column_count: true, relax_quotes: true };

/** Creates an error with a message for the library's code. */
function createCsvError({ code }: CsvError): OperatorError {
  if (code === 'CSV_QUOTE_NOT_CLOSED') {
    return new OperatorError(
      'The file has a cell that begins with a quotation mark and never ends.',
      'Look for a mark " that stands alone, close it, and save the sheet as CSV again.',
    );
  }
  return new OperatorError(
    `The file isn’t a readable CSV file (${code}).`,
    'Save the sheet as CSV (UTF-8) again.',
  );
}

/** Rows that decide about the separator. */
const sampledRows = 20;

/**
 * Finds the separator with which the most rows have the most cells. A title above the table has no separators, and a long
 * text may have many commas.
 */
function findSeparator(text: string): string {
  const score = (delimiter: string) => {
    const widths = parse(text, { ...options, delimiter, to: sampledRows }).map((row) => row.length);
    const widest = Math.max(0, ...widths);
    return widest > 1 ? widest * widths.filter((width) => width === widest).length : 0;
  };
  return separators.toSorted((a, b) => score(b) - score(a))[0] ?? ',';
}

/**
 * Reads a CSV text as rows by the names in its header. Cells are separated by commas, semicolons, tabs or vertical bars,
 * and lines may end in any way. `isFieldName` says whether a column's name is that of a field. Throws an `OperatorError`.
 */
export function readCsv(text: string, isFieldName: (name: string) => boolean = () => false): ImportTable {
  let records: string[][];
  try {
    records = parse(text, { ...options, delimiter: findSeparator(text) });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw createCsvError(error as CsvError);
  }
  return readGrid(records, isFieldName);
}
