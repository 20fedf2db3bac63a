import { isLocale } from '@/i18n/locales';
import { ImportError } from '../import-error';
import { ofSubmission } from '../submission';
import { columnsOf, type ImportRow, type ImportTable } from './table';

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `{ fr: { title: 'x' }, hours: { min: 2 } } -> fr.title, hours.min`: the columns that a sheet would have. */
function cellsOf(value: Readonly<Record<string, unknown>>, prefix = ''): [string, unknown][] {
  return Object.entries(value).flatMap(([key, part]): [string, unknown][] => {
    const name = `${prefix}${key}`;
    if (isObject(part) && (prefix === '' || isLocale(prefix.slice(0, -1)))) return cellsOf(part, `${name}.`);
    const isBlank = part === null || (typeof part === 'string' && part.trim() === '');
    return isBlank ? [] : [[name, part]];
  });
}

/**
 * One object, or a list of them, as rows: with the fields of an entry's file, or flat with dotted names
 * (`fr.title`, `closes.date`); what came in by a form of the service is taken for the entry that it proposes. Throws an `ImportError`.
 */
export function readJson(text: string): ImportTable {
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
    if (isObject(item)) return { number, cells: new Map(cellsOf(ofSubmission(item))) };
    return {
      number,
      cells: new Map(),
      fault: { message: 'is no object with fields', hint: 'Write { "title": "…", … } for it.' },
    };
  });
  return { columns: columnsOf(rows), rows };
}
