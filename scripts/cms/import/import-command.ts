/** `npm run cms -- import FILE`: creates opportunities and organizations from a sheet or a form. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { editorTranslator } from '@/i18n/editor';
import { utcDay } from '@/model/time/clock';
import type { Config } from '@/config/config';
import { reportDir } from '@/publish/report';
import { UsageError } from '@/terminal/command-line';
import type { EntryChange } from '../edit/entry-store';
import { closeMissing, isStillThere } from './known/close-missing';
import { findRowColumn } from './known/find-row-column';
import { proposeMapping, saveProposal } from './propose/propose-mapping';
import { assertKnownFields, cutLengths, defaultValues, setValues, type ColumnMap } from './table/column-map';
import { matchColumns, type ImportColumns } from './table/match-columns';
import { detectDateOrder } from './values/dates';
import { foldWords } from './values/fold-words';
import { collectTermSynonyms } from './values/guess-term';
import { importTable, type ImportResult, type LeftOutRow } from './table/import-table';
import { createEntryFinder } from './existing-entries';
import { readMappedTable } from './find-mapping';
import { readSettings } from './import-settings';
import { formatLeftOutSheet, saveLeftOutSheet } from './left-out-sheet';
import {
  buildImportReportJson,
  explainLeftOut,
  formatImportReport,
  type ImportReport,
} from './import-report';
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
  /** The language of the report; that of the sheet if it is missing. */
  readonly reportLanguage?: string | undefined;
  /** The name of the source, if it isn't that of the file. */
  readonly source?: string | undefined;
  /** Closes the entries whose rows aren't in the sheet any more. */
  readonly closeMissing?: boolean | undefined;
  /** Saves the rows left out as a sheet with their reasons. */
  readonly saveLeftOut?: boolean | undefined;
  /** Writes a mapping for the sheet, and imports nothing. */
  readonly propose?: boolean | undefined;
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

/** Returns the meanings of the sheet's words, by the field and then by the folded word. */
function foldValueWords({ values }: ColumnMap): Map<string, Map<string, string>> {
  return new Map(
    Object.entries(values).map(([path, words]) => [
      path,
      new Map(Object.entries(words).map(([word, term]) => [foldWords(word), String(term)])),
    ]),
  );
}

/** Adds the column that tells rows apart, unless the mapping says what it is. */
function withRowColumn(map: ColumnMap, table: ImportTable): ColumnMap {
  const row = map.row ?? findRowColumn(table);
  const isMapped = row !== undefined && Object.hasOwn(map.columns, row);
  return row === undefined || (isMapped && map.row === undefined) ? map : { ...map, row };
}

/** Returns the cells of all columns with days. */
function findDateTexts({ rows }: ImportTable, { targets }: ImportColumns): string[] {
  const columns = [...targets].flatMap(([name, own]) =>
    own.some(({ field }) => field.meta.widget === 'date') ? [name] : [],
  );
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
  const isDryRun = options.dryRun ?? false;
  if (options.contentful && options.to !== undefined) {
    throw new UsageError('--to and --contentful are two places. Give one of them.');
  }
  const { table, map, mapFile } = await readMappedTable(options.file, options);
  const settings = readSettings(options, map, table);
  const { type, status, source, isPart, language, reportLanguage } = settings;
  const t = editorTranslator(reportLanguage);
  const today = utcDay(config.site.now ?? Date.now());
  if (options.propose) {
    const { existing } = await openDestination(options, config, print);
    const mapping = proposeMapping({ table, map, settings, existing, file: options.file, today });
    return saveProposal(mapping, options.file, t, print);
  }
  assertKnownFields(map, type);
  const columns = matchColumns(table.columns, type, withRowColumn(map, table));
  const destination = await openDestination(options, config, print);
  const { existing } = destination;
  const dates = map.dates === undefined ? detectDateOrder(findDateTexts(table, columns)) : undefined;
  const result = importTable(
    table,
    {
      type,
      columns,
      language,
      defaults: defaultValues(map),
      set: setValues(map),
      cuts: cutLengths(map),
      status,
      source,
      isPart,
      today,
      cellContext: {
        dateOrder: map.dates ?? dates?.order,
        wordMeanings: foldValueWords(map),
        synonyms: collectTermSynonyms(existing.entries),
        findEntryId: createEntryFinder(existing.entries),
        language: reportLanguage,
      },
    },
    existing,
  );
  const missing = isPart ? [] : result.missing.filter(isStillThere);
  const closed = options.closeMissing ? closeMissing(missing, today) : [];
  const { name: into, entryName } = destination;
  const report: ImportReport = {
    ...result,
    missing,
    closed,
    file: options.file,
    into,
    entryName,
    isDryRun,
    columns,
    dates,
    settings,
    mapFile,
    headerRow: table.headerRow,
    notes: table.notes ?? [],
  };
  const refused = isDryRun ? 0 : await saveAll(destination, result, closed);
  const lines = [
    ...formatImportReport(report, t),
    ...(refused > 0
      ? [
          t('{count} of them were refused there, as said above, or aren’t published.', {
            count: String(refused),
          }),
        ]
      : []),
  ];
  for (const line of lines) print(line);
  await writeReport(dir, report, lines);
  print(t('The report is {file}.', { file: path.join(dir, 'import.txt') }));
  if (options.saveLeftOut && result.leftOut.length > 0) {
    const explain = (row: LeftOutRow) => explainLeftOut(row, report, t);
    const sheet = formatLeftOutSheet(table, result.leftOut, t, explain);
    print(
      t('The rows left out are in {file}, with their reasons.', {
        file: await saveLeftOutSheet(options.file, sheet),
      }),
    );
  }
  return result.leftOut.length + refused === 0 ? 0 : 1;
}

/** Saves new entries, those that changed, and those that are closed. Resolves to the number of refused ones. */
async function saveAll(
  { save, change }: ImportDestination,
  { imported }: ImportResult,
  closed: readonly EntryChange[],
): Promise<number> {
  const changes = imported.flatMap(({ before, entry }) => (before ? [{ before, after: entry }] : []));
  const refused = await save(imported.flatMap(({ before, entry }) => (before ? [] : [entry])));
  const all = [...changes, ...closed];
  return refused + (all.length === 0 ? 0 : await change(all));
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
