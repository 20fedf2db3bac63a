/** `npm run cms -- import FILE`: opportunities and organizations from a sheet or a form, as entries. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isLocale, locales, type Locale } from '@/i18n/locales';
import { utcDay } from '@/model/time/clock';
import type { Config } from '@/config/config';
import { reportDir } from '@/publish/report';
import { UsageError } from '@/terminal/command-line';
import { assertFields, noMap, parseColumnMap, type ColumnMap } from './table/column-map';
import { matchColumns } from './table/columns';
import { orderOf } from './values/dates';
import { fold } from './values/fold';
import { ImportError } from './import-error';
import { importTypes, isImportType, type ImportType, type ImportTarget } from './import-fields';
import { importTable } from './table/import-table';
import { entryFinder } from './known-entries';
import { readTable, readText } from './table/read-table';
import { reportJson, reportLines, type ImportReport } from './report';
import type { ImportTable } from './table/table';
import { folderDestination, type ImportDestination } from './destination';

/** What the command line says. */
export interface ImportOptions {
  readonly file: string;
  readonly type?: string | undefined;
  /** A file that says which column is which field. */
  readonly map?: string | undefined;
  readonly status?: string | undefined;
  readonly language?: string | undefined;
  /** The folder that entries go to: the content folder. */
  readonly to?: string | undefined;
  /** Into the Contentful space instead of a folder. */
  readonly contentful?: boolean | undefined;
  readonly dryRun?: boolean | undefined;
}

interface Surroundings {
  readonly config: Config;
  readonly print: (line: string) => void;
  /** Where the report goes. */
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

/** The type by the command line, the mapping, or the file itself; opportunities where nobody says anything. */
function readType(option: string | undefined, map: ColumnMap, table: ImportTable): ImportType {
  if (option !== undefined && !isImportType(option)) {
    throw new UsageError(`--type is “${option}”. Give one of ${importTypes.join(', ')}.`);
  }
  const said = [...new Set(table.rows.flatMap(({ cells }) => cells.get('type') ?? []))];
  const type = option ?? map.type ?? (said.length > 0 ? said[0] : 'opportunity');
  if (isImportType(type) && (option !== undefined || said.every((other) => other === type))) return type;
  throw new ImportError(
    `The file has rows of the type “${String(said.find((other) => other !== type) ?? type).slice(0, 40)}”.`,
    `Import opportunities and organizations from one file each, and say which with --type (${importTypes.join(', ')}).`,
  );
}

/** What the words of the sheet stand for, by the field and then by the folded word. */
function valuesOf({ values }: ColumnMap): Map<string, Map<string, string>> {
  return new Map(
    Object.entries(values).map(([path, words]) => [
      path,
      new Map(Object.entries(words).map(([word, term]) => [fold(word), String(term)])),
    ]),
  );
}

/** Everything that stands where days belong. */
function dateTexts({ rows }: ImportTable, targets: ReadonlyMap<string, ImportTarget>): string[] {
  const columns = [...targets].flatMap(([name, { field }]) => (field.meta.widget === 'date' ? [name] : []));
  return rows
    .flatMap(({ cells }) => columns.map((name) => cells.get(name)))
    .filter((cell) => typeof cell === 'string');
}

/**
 * Imports a file and tells what became of each row. Resolves to a process exit code: 0 where every row became an entry,
 * else 1. Rejects with an `OperatorError` where the file can't be imported at all; nothing was written then.
 */
export async function importContent(
  options: ImportOptions,
  { config, print, reportDir: dir = reportDir }: Surroundings,
): Promise<number> {
  const status = readStatus(options.status);
  const language = readLanguage(options.language);
  const isDryRun = options.dryRun ?? false;
  if (options.contentful && options.to !== undefined) {
    throw new UsageError('--to and --contentful are two places. Give one of them.');
  }

  const map = options.map === undefined ? noMap : parseColumnMap(await readText(options.map));
  const table = await readTable(options.file);
  const type = readType(options.type, map, table);
  assertFields(map, type);
  const columns = matchColumns(table.columns, type, map);
  const destination = await destinationOf(options, config, print);
  const { known } = destination;
  const dates = map.dates === undefined ? orderOf(dateTexts(table, columns.targets)) : undefined;
  const result = importTable(
    table,
    {
      type,
      columns,
      language: language ?? map.language,
      defaults: new Map(Object.entries(map.defaults)),
      status,
      today: utcDay(config.site.now ?? Date.now()),
      reading: {
        order: map.dates ?? dates?.order,
        values: valuesOf(map),
        entryNamed: entryFinder(known.entries),
      },
    },
    known,
  );
  const { name: into, nameOf } = destination;
  const report: ImportReport = { ...result, file: options.file, into, nameOf, isDryRun, columns, dates };
  const refused = isDryRun ? 0 : await destination.save(result.imported.map(({ entry }) => entry));
  const lines = [
    ...reportLines(report),
    ...(refused > 0 ? [`${refused} of them were refused there, as said above, or aren’t published.`] : []),
  ];
  for (const line of lines) print(line);
  await writeReport(dir, report, lines);
  print(`The report is ${path.join(dir, 'import.txt')}.`);
  return result.leftOut.length + refused === 0 ? 0 : 1;
}

async function destinationOf(
  { to, contentful }: ImportOptions,
  config: Config,
  print: Surroundings['print'],
): Promise<ImportDestination> {
  const { dir: content } = config.content;
  if (contentful !== true) return folderDestination(to ?? content, content);
  // The client for Contentful is large, and seldom needed.
  const { spaceDestination } = await import('../import-destination');
  return spaceDestination(config, print);
}

async function writeReport(dir: string, report: ImportReport, lines: readonly string[]): Promise<void> {
  await mkdir(dir, { recursive: true });
  await writeFile(path.join(dir, 'import.txt'), `${lines.join('\n')}\n`);
  await writeFile(path.join(dir, 'import.json'), `${JSON.stringify(reportJson(report), null, 2)}\n`);
}
