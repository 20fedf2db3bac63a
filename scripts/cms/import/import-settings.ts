/** The settings of an import: those of the command line count first, then those of the mapping, then the sheet's. */
import path from 'node:path';
import { isLocale, locales, type Locale } from '@/i18n/locales';
import { UsageError } from '@/terminal/command-line';
import { ImportError } from './import-error';
import { importTypes, isImportType, type ImportType } from './import-types';
import { statusModes, type ColumnMap, type StatusMode } from './table/column-map';
import { isLeftOutSheet, leftOutEnding } from './report/left-out-sheet';
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

/** Where a setting comes from. */
export type SettingOrigin = 'command' | 'mapping' | 'sheet' | 'default';

export interface ImportSettings {
  readonly type: ImportType;
  readonly status: StatusMode;
  readonly statusOrigin: SettingOrigin;
  /** The language of texts whose column names none. */
  readonly language: Locale | undefined;
  readonly languageOrigin: SettingOrigin;
  readonly reportLanguage: Locale;
  /** The name of the source; undefined for messages of forms, which have no rows that come again. */
  readonly source: string | undefined;
  /** True for the rows that an import before left out: the others aren't missing. */
  readonly isPart: boolean;
}

function readLanguage(option: string, language: string | undefined): Locale | undefined {
  if (language === undefined || isLocale(language)) return language;
  throw new UsageError(`${option} is “${language}”. Give one of ${locales.join(', ')}.`);
}

function readStatus(status: string | undefined): StatusMode | undefined {
  const mode = statusModes.find((known) => known === status);
  if (status === undefined || mode !== undefined) return mode;
  throw new UsageError(`--status is “${status}”. Give one of ${statusModes.join(', ')}.`);
}

/** Reads the type from the command line, the mapping or the file itself. The default is opportunities. */
function readType(option: string | undefined, map: ColumnMap, table: ImportTable): ImportType {
  if (option !== undefined && !isImportType(option)) {
    throw new UsageError(`--type is “${option}”. Give one of ${importTypes.join(', ')}.`);
  }
  // A column with that name may hold something else, which the mapping says.
  const isOwn = !Object.hasOwn(map.columns, 'type');
  const rowTypes = isOwn ? [...new Set(table.rows.flatMap(({ cells }) => cells.get('type') ?? []))] : [];
  const type = option ?? map.type ?? (rowTypes.length > 0 ? rowTypes[0] : 'opportunity');
  const isSaid = option !== undefined || map.type !== undefined;
  if (isImportType(type) && (isSaid || rowTypes.every((other) => other === type))) return type;
  throw new ImportError(
    `The file has rows of the type “${String(rowTypes.find((other) => other !== type) ?? type).slice(0, 40)}”.`,
    `Import opportunities and organizations from one file each, and say which with --type (${importTypes.join(', ')}). If the column isn’t about that, give it null in a mapping.`,
  );
}

/** The name of a source by its file: `missions.csv` and `missions.left-out.csv` are both `missions`. */
export function nameSource(file: string): string | undefined {
  const base = path.basename(file);
  if (base.toLowerCase().endsWith('.json')) return undefined;
  return base.slice(0, -path.extname(base).length || undefined).replace(leftOutEnding, '');
}

/** Reads the settings. Throws a `UsageError` or an `ImportError`. */
export function readSettings(options: SettingOptions, map: ColumnMap, table: ImportTable): ImportSettings {
  const status = readStatus(options.status);
  const language = readLanguage('--language', options.language);
  const originOf = (option: unknown, mapped: unknown, other: SettingOrigin): SettingOrigin =>
    option === undefined ? (mapped === undefined ? other : 'mapping') : 'command';
  return {
    type: readType(options.type, map, table),
    status: status ?? map.status ?? 'draft',
    statusOrigin: originOf(status, map.status, 'default'),
    language: language ?? map.language,
    languageOrigin: originOf(language, map.language, 'sheet'),
    reportLanguage:
      readLanguage('--report-language', options.reportLanguage) ?? language ?? map.language ?? 'en',
    source: options.source ?? map.source ?? nameSource(options.file),
    isPart: isLeftOutSheet(options.file),
  };
}
