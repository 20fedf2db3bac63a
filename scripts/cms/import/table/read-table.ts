import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { decodeText, EncodingError } from '@/sources/files/decode-text';
import { ImportError } from '../import-error';
import { readCsv } from './read-csv';
import { readJson } from './read-json';
import type { ImportTable } from './table';

/** The text of a file that somebody names on the command line. Rejects with an `ImportError`. */
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

/** The rows of a CSV or JSON file, by its ending. Rejects with an `ImportError`. */
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
