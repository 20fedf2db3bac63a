import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { isLocale } from '@/i18n/locales';
import { decodeText, EncodingError } from '@/sources/files/decode-text';
import { ImportError } from '../import-error';
import { readSubmission } from '../read-submission';
import { readCsv } from './read-csv';
import { listColumns, type ImportRow, type ImportTable } from './table';

/** Reads the text of a file. Rejects with an `ImportError`. */
export async function readText(file: string): Promise<string> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new ImportError(
      `${file} can’t be read (${error.code ?? error.message}).`,
      'Check the name, and whether you may read it.',
    );
  });
  try {
    return decodeText(bytes);
  } catch (error) {
    if (!(error instanceof EncodingError)) throw error;
    throw new ImportError(`${file} ${error.message}.`, 'Save the sheet as “CSV UTF-8”.');
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Flattens an object to the columns of a sheet: `{ fr: { title: 'x' }, hours: { min: 2 } } -> fr.title, hours.min`. */
function flattenCells(value: Readonly<Record<string, unknown>>, prefix = ''): [string, unknown][] {
  return Object.entries(value).flatMap(([key, part]): [string, unknown][] => {
    const name = `${prefix}${key}`;
    if (isObject(part) && (prefix === '' || isLocale(prefix.slice(0, -1))))
      return flattenCells(part, `${name}.`);
    const isBlank = part === null || (typeof part === 'string' && part.trim() === '');
    return isBlank ? [] : [[name, part]];
  });
}

/**
 * Reads one object or a list of them as rows. Objects have the fields of an entry's file, or dotted names (`fr.title`,
 * `closes.date`). A message of the service's forms becomes the entry that it proposes. Throws an `ImportError`.
 */
function readJson(text: string): ImportTable {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new ImportError(
      `The file is not valid JSON: ${error instanceof Error ? error.message : 'it can’t be read'}.`,
      'Download or export it again.',
    );
  }
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  const rows = items.map((item, index): ImportRow => {
    const number = index + 1;
    if (isObject(item)) return { number, cells: new Map(flattenCells(readSubmission(item))) };
    return {
      number,
      cells: new Map(),
      fault: { message: 'isn’t an object with fields', hint: 'Write { "title": "…", … } for it.' },
    };
  });
  return { columns: listColumns(rows), rows };
}

/** Reads the rows of a CSV or JSON file, by its ending. Rejects with an `ImportError`. */
export async function readTable(file: string): Promise<ImportTable> {
  const ending = path.extname(file).toLowerCase();
  if (!['.csv', '.tsv', '.txt', '.json'].includes(ending)) {
    throw new ImportError(
      `${file} is neither CSV nor JSON by its name.`,
      'In the spreadsheet, save it as “CSV UTF-8”.',
    );
  }
  const text = await readText(file);
  const table = ending === '.json' ? readJson(text) : readCsv(text);
  if (table.rows.length > 0) return table;
  throw new ImportError(`${file} has no row to import.`, 'Check that it is the right file.');
}
