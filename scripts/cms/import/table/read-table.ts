import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { isLocale } from '@/i18n/locales';
import { isRecord } from '@/model/json';
import { decodeText, EncodingError } from '@/sources/files/decode-text';
import { OperatorError } from '@/model/operator-error';
import { readSubmission } from '../read-submission';
import { readCsv } from './read-csv';
import { countFieldNames, readGrid } from './read-grid';
import { readWorkbook } from './read-workbook';
import { listColumns, type ImportRow, type ImportTable } from './table';

async function readBytes(file: string): Promise<Buffer> {
  return readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new OperatorError(
      `${file} can’t be read (${error.code ?? error.message}).`,
      'Check the name, and whether you may read it.',
    );
  });
}

/** Decodes a file in UTF-8. Throws an `OperatorError` for another one. */
function decodeUtf8(bytes: Uint8Array, file: string): string {
  try {
    return decodeText(bytes);
  } catch (error) {
    if (!(error instanceof EncodingError)) throw error;
    throw new OperatorError(`${file} ${error.message}.`, 'Save the sheet as “CSV UTF-8”.');
  }
}

/** Reads the text of a file in UTF-8. Rejects with an `OperatorError`. */
export const readText = async (file: string): Promise<string> => decodeUtf8(await readBytes(file), file);

/** Flattens an object to the columns of a sheet: `{ fr: { title: 'x' }, hours: { min: 2 } } -> fr.title, hours.min`. */
function flattenCells(value: Readonly<Record<string, unknown>>, prefix = ''): [string, unknown][] {
  return Object.entries(value).flatMap(([key, part]): [string, unknown][] => {
    const name = `${prefix}${key}`;
    if (isRecord(part) && (prefix === '' || isLocale(prefix.slice(0, -1))))
      return flattenCells(part, `${name}.`);
    const isBlank = part === null || (typeof part === 'string' && part.trim() === '');
    return isBlank ? [] : [[name, part]];
  });
}

/**
 * Reads one object or a list of them as rows. Objects have the fields of an entry's file, or dotted names (`fr.title`,
 * `closes.date`). A message of the service's forms becomes the entry that it proposes. Throws an `OperatorError`.
 */
function readJson(text: string): ImportTable {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new OperatorError(
      `The file is not valid JSON: ${error instanceof Error ? error.message : 'it can’t be read'}.`,
      'Download or export it again.',
    );
  }
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  const rows = items.map((item, index): ImportRow => {
    const number = index + 1;
    if (isRecord(item)) return { number, cells: new Map(flattenCells(readSubmission(item))) };
    return {
      number,
      cells: new Map(),
      fault: { message: 'isn’t an object with fields', hint: 'Write { "title": "…", … } for it.' },
    };
  });
  return { columns: listColumns(rows), rows };
}

/** The settings of reading a sheet. */
interface ReadOptions {
  /** True for a name of a column that is that of a field. */
  readonly isFieldName?: (name: string) => boolean;
  /** The sheet of a workbook with several. */
  readonly sheet?: string | undefined;
}

async function readSheet(
  file: string,
  format: 'xlsx' | 'ods',
  { isFieldName = () => false, sheet: wanted }: ReadOptions,
): Promise<ImportTable> {
  const sheets = await readWorkbook(await readBytes(file), format);
  const namesOf = ({ rows }: (typeof sheets)[number]) => Math.max(...countFieldNames(rows, isFieldName));
  const [fittest] = sheets.toSorted((a, b) => namesOf(b) - namesOf(a));
  const chosen = wanted === undefined ? fittest : sheets.find(({ name }) => name === wanted);
  if (!chosen) {
    if (sheets.length === 0) return { columns: [], rows: [] };
    const names = sheets.map(({ name }) => `“${name}”`).join(', ');
    throw new OperatorError(`${file} has no sheet “${wanted}”.`, `Its sheets are ${names}.`);
  }
  const others = sheets.filter(({ name }) => name !== chosen.name).map(({ name }) => `“${name}”`);
  return {
    ...readGrid(chosen.rows, isFieldName),
    notes:
      others.length === 0
        ? []
        : [
            `Only the sheet “${chosen.name}” is imported, not ${others.join(', ')}. Choose another with --sheet.`,
          ],
  };
}

/**
 * Reads the rows of a sheet (CSV, Excel, LibreOffice) or a JSON file, by its ending. Rejects with an `OperatorError`.
 */
export async function readTable(file: string, options: ReadOptions = {}): Promise<ImportTable> {
  const table = await readRows(file, options);
  if (table.rows.length > 0) return table;
  throw new OperatorError(`${file} has no row to import.`, 'Check that it is the right file.');
}

/** Files of other programs by how they begin: what they are, and what to do. */
const otherFormats = [
  ['%PDF', 'a PDF', 'Export the sheet itself, as .xlsx or “CSV UTF-8”.'],
  ['PK\u0003\u0004', 'a workbook', 'Give it the ending .xlsx or .ods.'],
] as const;

/**
 * Decodes UTF-8, UTF-16 with a byte order mark (“Unicode Text”), or Windows-1252 (“CSV” in Excel). Throws an `OperatorError`
 * for a file that is no text. `encoding` is that of another one than UTF-8.
 */
function decodeSheet(bytes: Buffer, file: string): { readonly text: string; readonly encoding?: string } {
  const start = bytes.subarray(0, 4).toString('latin1');
  const other = otherFormats.find(([sign]) => sign === start);
  if (other) throw new OperatorError(`${file} is ${other[1]}, whatever its name says.`, other[2]);
  const mark = Buffer.from(bytes.subarray(0, 2)).toString('hex');
  if (mark === 'fffe' || mark === 'feff') {
    const encoding = mark === 'fffe' ? 'utf-16le' : 'utf-16be';
    return { text: new TextDecoder(encoding).decode(bytes), encoding: 'UTF-16' };
  }
  // No text has a byte of zero.
  if (isUtf8(bytes) || bytes.includes(0)) return { text: decodeUtf8(bytes, file) };
  return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'Windows-1252' };
}

async function readRows(file: string, options: ReadOptions): Promise<ImportTable> {
  const ending = path.extname(file).toLowerCase();
  switch (ending) {
    case '.xlsx':
    case '.ods':
      return readSheet(file, ending === '.ods' ? 'ods' : 'xlsx', options);
    case '.json':
      return readJson(await readText(file));
    case '.csv':
    case '.tsv':
    case '.txt': {
      const { text, encoding } = decodeSheet(await readBytes(file), file);
      const table = readCsv(text, options.isFieldName);
      return encoding === undefined
        ? table
        : { ...table, notes: [`The file was read as ${encoding}. Check the letters with accents.`] };
    }
    default:
      throw new OperatorError(
        `${file} is no sheet by its name.`,
        'Save it as .xlsx, .ods or “CSV UTF-8”; messages of forms are .json.',
      );
  }
}
