/** `npm run cms -- import FILE`: creates opportunities and organizations from a sheet or a form. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isLocale, locales, type Locale } from '@/i18n/locales';
import { utcDay } from '@/model/time/clock';
import type { Config } from '@/config/config';
import { reportDir } from '@/publish/report';
import { UsageError } from '@/terminal/command-line';
import { assertKnownFields, emptyColumnMap, parseColumnMap, type ColumnMap } from './table/column-map';
import { matchColumns } from './table/match-columns';
import { detectDateOrder } from './values/dates';
import { foldWords } from './values/fold-words';
import { collectTermSynonyms } from './values/guess-term';
import { ImportError } from './import-error';
import { importTypes, isFieldName, isImportType, type ImportType, type ImportTarget } from './import-fields';
import { importTable } from './table/import-table';
import { createEntryFinder } from './existing-entries';
import { readTable, readText } from './table/read-table';
import { buildImportReportJson, formatImportReport, type ImportReport } from './import-report';
import type { ImportTable } from './table/table';
import { openFolderDestination, type ImportDestination } from './destination';

/** The options of the command line. */
export interface ImportOptions {
  readonly file: string;
  readonly type?: string | undefined;
  /** A file that maps columns to fields. */
  readonly map?: string | undefined;
  /** The sheet of a workbook. */
  readonly sheet?: string | undefined;
  readonly status?: string | undefined;
  readonly language?: string | undefined;
  /** The folder for the entries, if it isn't the content folder. */
  readonly to?: string | undefined;
  /** Imports into the Contentful space instead of a folder. */
  readonly contentful?: boolean | undefined;
  readonly dryRun?: boolean | undefined;
}

interface ImportDependencies {
  readonly config: Config;
  readonly print: (line: string) => void;
  /** The folder for the report. */
  readonly reportDir?: string;
}

function readLanguage(language: string | undefined): Locale | undefined {
  if (language === undefined || isLocale(language)) return language;
  throw new UsageError(`--language is “${language}”. Give one of ${locales.join(', ')}.`);
}

function readStatus(status = 'draft'): 'open' | 'draft' {
  if (status === 'open' || status === 'draft') return status;
  throw new UsageError(`--status is “${status}”. Give open or draft.`);
}

/** Reads the type from the command line, the mapping or the file itself. The default is opportunities. */
function readType(option: string | undefined, map: ColumnMap, table: ImportTable): ImportType {
  if (option !== undefined && !isImportType(option)) {
    throw new UsageError(`--type is “${option}”. Give one of ${importTypes.join(', ')}.`);
  }
  const rowTypes = [...new Set(table.rows.flatMap(({ cells }) => cells.get('type') ?? []))];
  const type = option ?? map.type ?? (rowTypes.length > 0 ? rowTypes[0] : 'opportunity');
  if (isImportType(type) && (option !== undefined || rowTypes.every((other) => other === type))) return type;
  throw new ImportError(
    `The file has rows of the type “${String(rowTypes.find((other) => other !== type) ?? type).slice(0, 40)}”.`,
    `Import opportunities and organizations from one file each, and say which with --type (${importTypes.join(', ')}).`,
  );
}

/** Returns the meanings of the sheet's words, by the field and then by the folded word. */
function foldValueWords({ values }: ColumnMap): Map<string, Map<string, string>> {
  return new Map(
    Object.entries(values).map(([path, words]) => [
      path,
      new Map(Object.entries(words).map(([word, term]) => [foldWords(word), String(term)])),
    ]),
  );
}

/** Returns the cells of all columns with days. */
function findDateTexts({ rows }: ImportTable, targets: ReadonlyMap<string, ImportTarget>): string[] {
  const columns = [...targets].flatMap(([name, { field }]) => (field.meta.widget === 'date' ? [name] : []));
  return rows
    .flatMap(({ cells }) => columns.map((name) => cells.get(name)))
    .filter((cell) => typeof cell === 'string');
}

/**
 * Imports a file and prints the result of each row. Resolves to a process exit code: 0 if every row became an entry,
 * else 1. Rejects with an `OperatorError` if the file can't be imported at all. Then nothing was written.
 */
export async function importContent(
  options: ImportOptions,
  { config, print, reportDir: dir = reportDir }: ImportDependencies,
): Promise<number> {
  const status = readStatus(options.status);
  const language = readLanguage(options.language);
  const isDryRun = options.dryRun ?? false;
  if (options.contentful && options.to !== undefined) {
    throw new UsageError('--to and --contentful are two places. Give one of them.');
  }

  const map = options.map === undefined ? emptyColumnMap : parseColumnMap(await readText(options.map));
  const table = await readTable(options.file, {
    isFieldName: (name) => Object.hasOwn(map.columns, name) || isFieldName(name),
    sheet: options.sheet,
  });
  const type = readType(options.type, map, table);
  assertKnownFields(map, type);
  const columns = matchColumns(table.columns, type, map);
  const destination = await openDestination(options, config, print);
  const { existing } = destination;
  const dates = map.dates === undefined ? detectDateOrder(findDateTexts(table, columns.targets)) : undefined;
  const result = importTable(
    table,
    {
      type,
      columns,
      language: language ?? map.language,
      defaults: new Map(Object.entries(map.defaults)),
      status,
      today: utcDay(config.site.now ?? Date.now()),
      cellContext: {
        dateOrder: map.dates ?? dates?.order,
        wordMeanings: foldValueWords(map),
        synonyms: collectTermSynonyms(existing.entries),
        findEntryId: createEntryFinder(existing.entries),
      },
    },
    existing,
  );
  const { name: into, entryName } = destination;
  const report: ImportReport = {
    ...result,
    file: options.file,
    into,
    entryName,
    isDryRun,
    columns,
    dates,
    headerRow: table.headerRow,
    notes: table.notes ?? [],
  };
  const refused = isDryRun ? 0 : await destination.save(result.imported.map(({ entry }) => entry));
  const lines = [
    ...formatImportReport(report),
    ...(refused > 0 ? [`${refused} of them were refused there, as said above, or aren’t published.`] : []),
  ];
  for (const line of lines) print(line);
  await writeReport(dir, report, lines);
  print(`The report is ${path.join(dir, 'import.txt')}.`);
  return result.leftOut.length + refused === 0 ? 0 : 1;
}

async function openDestination(
  { to, contentful }: ImportOptions,
  config: Config,
  print: ImportDependencies['print'],
): Promise<ImportDestination> {
  const { dir: content } = config.content;
  if (contentful !== true) return openFolderDestination(to ?? content, content);
  // The client for Contentful is large and seldom needed, so it is loaded only here.
  const { openSpaceDestination } = await import('../space-destination');
  return openSpaceDestination(config, print);
}

async function writeReport(dir: string, report: ImportReport, lines: readonly string[]): Promise<void> {
  await mkdir(dir, { recursive: true });
  await writeFile(path.join(dir, 'import.txt'), `${lines.join('\n')}\n`);
  await writeFile(
    path.join(dir, 'import.json'),
    `${JSON.stringify(buildImportReportJson(report), null, 2)}\n`,
  );
}
