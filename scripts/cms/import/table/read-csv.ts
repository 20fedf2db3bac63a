import { parse, type CsvError, type Options } from 'csv-parse/sync';
import { ImportError } from '../import-error';
import { listColumns, type ImportRow, type ImportTable } from './table';

const lineEnds = ['\r\n', '\n', '\r'];
const separators = [',', ';', '\t'];

const options: Options = { record_delimiter: lineEnds, relax_column_count: true, relax_quotes: true };

/** Creates an error with a message for the library's code. */
function createCsvError({ code }: CsvError): ImportError {
  if (code === 'CSV_QUOTE_NOT_CLOSED') {
    return new ImportError(
      'The file has a cell that begins with a quotation mark and never ends.',
      'Look for a mark " that stands alone, close it, and save the sheet as CSV again.',
    );
  }
  return new ImportError(
    `The file isn’t a readable CSV file (${code}).`,
    'Save the sheet as CSV (UTF-8) again.',
  );
}

/** Finds the separator that gives the most columns. Sheets in French and Spanish are saved with semicolons. */
function findSeparator(text: string): string {
  const widthWith = (delimiter: string) => parse(text, { ...options, delimiter, to: 1 })[0]?.length ?? 0;
  return separators.toSorted((a, b) => widthWith(b) - widthWith(a))[0] ?? ',';
}

/**
 * Reads a CSV text as rows by the names in its first line. Cells are separated by commas, semicolons or tabs, and lines
 * may end in any way. Blank rows are skipped, and still count in row numbers. Throws an `ImportError`.
 */
export function readCsv(text: string): ImportTable {
  let records: string[][];
  try {
    records = parse(text, { ...options, delimiter: findSeparator(text) });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw createCsvError(error as CsvError);
  }
  const header = (records[0] ?? []).map((name) => name.trim());
  if (header.every((name) => name === '')) {
    throw new ImportError('The file has no header.', 'Name the columns in its first line.');
  }
  const twice = header.find((name, index) => name !== '' && header.indexOf(name) !== index);
  if (twice !== undefined) {
    throw new ImportError(`The file has two columns “${twice}”.`, 'Give each column a name of its own.');
  }
  const rows = records
    .map((record, index) => readRow(record, index + 1, header))
    .slice(1)
    .filter(({ cells, fault }) => cells.size > 0 || fault);
  return { columns: listColumns(rows), rows };
}

function readRow(record: readonly string[], number: number, header: readonly string[]): ImportRow {
  const filled = record.flatMap((cell, index): [string, string][] => {
    if (cell.trim() === '') return [];
    return [[header[index] || `column ${index + 1}`, cell]];
  });
  const width = record.findLastIndex((cell) => cell.trim() !== '') + 1;
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
