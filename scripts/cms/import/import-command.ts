/** `npm run cms -- import FILE`: creates opportunities and organizations from a sheet or a form. */
import { editorTranslator } from '@/i18n/editor';
import { utcDay } from '@/model/time/clock';
import type { CommandContext } from '../command-context';
import { reportDir } from '@/publish/report';
import { openEntryStore } from '../edit/open-store';
import { closeMissing } from './known/provenance';
import { planImport } from './plan-import';
import { readSheetImport, type SheetOptions } from './read-sheet';
import { applyChoices } from './review/apply-choices';
import { readChoices } from './review/choices-file';
import { saveImport } from './save-import';

/** The options of the command line. */
export interface ImportOptions extends SheetOptions {
  /** Imports into the Contentful space instead of the content folder. */
  readonly contentful?: boolean | undefined;
  /** Closes the entries whose rows aren't in the sheet any more. */
  readonly closeMissing?: boolean | undefined;
  readonly dryRun?: boolean | undefined;
}

interface ImportContext extends CommandContext {
  /** The folder for the report. */
  readonly reportDir?: string;
}

/**
 * Imports a file and prints the result of each row. Resolves to a process exit code: 0 if every row became an entry or was
 * set aside, else 1. Rejects with an `OperatorError` if the file can't be imported at all. Then nothing was written.
 */
export async function importContent(
  options: ImportOptions,
  { config, print, reportDir: dir = reportDir }: ImportContext,
): Promise<number> {
  const { file } = options;
  const unreviewed = await readSheetImport(options);
  const t = editorTranslator(unreviewed.settings.reportLanguage);
  const today = utcDay(config.site.now ?? Date.now());
  // A mapping that doesn't fit is told before a space is read.
  const sheet = applyChoices(unreviewed, await readChoices(file));
  const destination = await openEntryStore(config, print, options.contentful);
  const plan = planImport(sheet, destination, today);
  const closed = options.closeMissing ? closeMissing(plan.missing, today) : [];
  const isDryRun = options.dryRun ?? false;
  const { lines, refused, reportFile } = await saveImport(
    { file, sheet, plan, destination, closed, isDryRun },
    t,
    dir,
  );
  for (const line of lines) print(line);
  print(t('The report is {file}.', { file: reportFile }));
  return refused === 0 && plan.rows.every(({ fate }) => fate !== 'leftOut') ? 0 : 1;
}
