/** The settings of an import: those of the command line count first, then those of the mapping, then the sheet's. */
import path from 'node:path';
import { locales } from '@/i18n/locales';
import { UsageError } from '@/terminal/command-line';
import { contentTypes } from '@/model/types/types';
import { OperatorError } from '@/model/operator-error';
import { importTypes, isImportType, type ImportType } from './import-types';
import { statusModes, type ColumnMap } from './table/column-map';
import type { ImportTable } from './table/table';

/** The options of the command line that decide about entries. */
export interface SettingOptions {
  readonly file: string;
  readonly type?: string | undefined;
  readonly status?: string | undefined;
  readonly language?: string | undefined;
  readonly reportLanguage?: string | undefined;
  readonly source?: string | undefined;
}

export type ImportSettings = ReturnType<typeof readSettings>;

/** Reads an option that has few values. Throws a `UsageError` for another one. */
export function readChoice<Value extends string>(
  option: string,
  given: string | undefined,
  values: readonly Value[],
): Value | undefined {
  const known = values.find((value) => value === given);
  if (given === undefined || known !== undefined) return known;
  throw new UsageError(`${option} is “${given}”. Give one of ${values.join(', ')}.`);
}

/** A column “type” may hold something else. */
const isTypeName = (cell: unknown): cell is string =>
  typeof cell === 'string' && Object.hasOwn(contentTypes, cell);

/** Reads the type from the command line, the mapping or the file itself. The default is opportunities. */
function readType(option: ImportType | undefined, map: ColumnMap, table: ImportTable): ImportType {
  const said = option ?? map.type;
  if (said !== undefined) return said;
  const [type = 'opportunity', other] = new Set(
    table.rows.map(({ cells }) => cells.get('type')).filter(isTypeName),
  );
  if (isImportType(type) && other === undefined) return type;
  throw new OperatorError(
    `The file has rows of the type “${String(isImportType(type) ? other : type).slice(0, 40)}”.`,
    `Import opportunities and organizations from one file each, and say which with --type (${importTypes.join(', ')}).`,
  );
}

/** The name of a source by its file: `missions.csv` is `missions`. */
export const nameSource = (file: string): string | undefined =>
  /\.json$/i.test(file) ? undefined : path.parse(file).name;

/** Reads the settings. Throws an `OperatorError`. */
export function readSettings(options: SettingOptions, map: ColumnMap, table: ImportTable) {
  const { source, file } = options;
  const language = readChoice('--language', options.language, locales) ?? map.language;
  return {
    type: readType(readChoice('--type', options.type, importTypes), map, table),
    status: readChoice('--status', options.status, statusModes) ?? map.status ?? 'draft',
    /** The language of texts whose column names none. */
    language,
    reportLanguage: readChoice('--report-language', options.reportLanguage, locales) ?? language ?? 'en',
    /** The name of the source; undefined for messages of forms, which have no rows that come again. */
    source: source ?? map.source ?? nameSource(file),
  };
}
