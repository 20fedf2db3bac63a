/** Carries out a plan: saves its entries, and writes the report. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { EditorTranslate } from '@/i18n/editor';
import type { EntryChange } from '../edit/entry-store';
import type { ImportDestination } from './destination';
import { buildImportReportJson, formatImportReport, type ImportReport } from './report/import-report';
import type { ImportPlan } from './plan-import';
import { isReviewed, type ReviewedSheet } from './review/apply-choices';
import { choicesPath } from './review/choices-file';

/** An import with everything that decides about it. */
interface ReadyImport {
  readonly file: string;
  readonly sheet: ReviewedSheet;
  readonly plan: ImportPlan;
  readonly destination: ImportDestination;
  readonly closed: readonly EntryChange[];
  readonly isDryRun: boolean;
}

function createReport({ file, sheet, plan, destination, closed, isDryRun }: ReadyImport): ImportReport {
  const { table, columns, dates, likelyLanguage, result, missing } = plan;
  return {
    ...result,
    missing,
    closed,
    file,
    into: destination.name,
    entryName: destination.entryName,
    isDryRun,
    columns,
    dates,
    likelyLanguage,
    settings: sheet.settings,
    mapFile: sheet.mapFile,
    review: isReviewed(sheet) ? { ...sheet, file: choicesPath(file) } : undefined,
    headerRow: table.headerRow,
    notes: table.notes ?? [],
  };
}

/** The result of an import. */
interface FinishedImport {
  readonly report: ImportReport;
  /** The lines of the report. */
  readonly lines: readonly string[];
  /** The number of entries that the destination refused. */
  readonly refused: number;
  /** The path of the report. */
  readonly reportFile: string;
}

/** Saves new entries, those that changed, and those that are closed, unless it is a dry run. Writes the report into `dir`. */
export async function saveImport(
  ready: ReadyImport,
  t: EditorTranslate,
  dir: string,
): Promise<FinishedImport> {
  const report = createReport(ready);
  const refused = ready.isDryRun ? 0 : await saveEntries(ready);
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
  const reportFile = path.join(dir, 'import.txt');
  await mkdir(dir, { recursive: true });
  await writeFile(reportFile, `${lines.join('\n')}\n`);
  await writeFile(
    path.join(dir, 'import.json'),
    `${JSON.stringify(buildImportReportJson(report), null, 2)}\n`,
  );
  return { report, lines, refused, reportFile };
}

/** Resolves to the number of refused entries. */
async function saveEntries({ destination, plan, closed }: ReadyImport): Promise<number> {
  const { imported } = plan.result;
  const changes = imported.flatMap(({ before, entry }) => (before ? [{ before, after: entry }] : []));
  const refused = await destination.save(imported.flatMap(({ before, entry }) => (before ? [] : [entry])));
  const all = [...changes, ...closed];
  return refused + (all.length === 0 ? 0 : await destination.change(all));
}
