/** `npm run cms -- import FILE`: creates opportunities and organizations from a sheet or a form. */
import { editorTranslator } from '@/i18n/editor';
import { utcDay } from '@/model/time/clock';
import type { Config } from '@/config/config';
import { reportDir } from '@/publish/report';
import { openDestination, type DestinationOptions } from './open-destination';
import { explainLeftOut } from './report/import-report';
import { closeMissing } from './known/close-missing';
import { formatLeftOutSheet, saveLeftOutSheet } from './report/left-out-sheet';
import { planImport, readSheetImport, type SheetOptions } from './plan-import';
import { applyChoices } from './review/apply-choices';
import { readChoices } from './review/choices-file';
import { saveImport } from './save-import';
import type { LeftOutRow } from './table/import-table';

/** The options of the command line. */
export interface ImportOptions extends SheetOptions, DestinationOptions {
  /** Closes the entries whose rows aren't in the sheet any more. */
  readonly closeMissing?: boolean | undefined;
  /** Saves the rows left out as a sheet with their reasons. */
  readonly saveLeftOut?: boolean | undefined;
  readonly dryRun?: boolean | undefined;
}

interface ImportDependencies {
  readonly config: Config;
  readonly print: (line: string) => void;
  /** The folder for the report. */
  readonly reportDir?: string;
}

/**
 * Imports a file and prints the result of each row. Resolves to a process exit code: 0 if every row became an entry or was
 * set aside, else 1. Rejects with an `OperatorError` if the file can't be imported at all. Then nothing was written.
 */
export async function importContent(
  options: ImportOptions,
  { config, print, reportDir: dir = reportDir }: ImportDependencies,
): Promise<number> {
  const { file } = options;
  const unreviewed = await readSheetImport(options);
  const t = editorTranslator(unreviewed.settings.reportLanguage);
  const today = utcDay(config.site.now ?? Date.now());
  // A mapping that doesn't fit is told before a space is read.
  const sheet = applyChoices(unreviewed, await readChoices(file));
  const destination = await openDestination(options, config, print);
  const plan = planImport(sheet, destination.existing, today);
  const closed = options.closeMissing ? closeMissing(plan.missing, today) : [];
  const isDryRun = options.dryRun ?? false;
  const { report, lines, refused, reportFile } = await saveImport(
    { file, sheet, plan, destination, closed, isDryRun },
    t,
    dir,
  );
  for (const line of lines) print(line);
  print(t('The report is {file}.', { file: reportFile }));
  const { leftOut } = plan.result;
  if (options.saveLeftOut && leftOut.length > 0) {
    const explain = (row: LeftOutRow) => explainLeftOut(row, report, t);
    const text = formatLeftOutSheet(plan.table, leftOut, t, explain);
    const saved = await saveLeftOutSheet(file, text);
    print(t('The rows left out are in {file}, with their reasons.', { file: saved }));
  }
  return leftOut.length + refused === 0 ? 0 : 1;
}
