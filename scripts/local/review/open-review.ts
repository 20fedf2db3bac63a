/**
 * A review of a sheet: what an import would make of it, corrected and accepted row by row. It plans with the import's own
 * code, so that it never decides differently. Every choice is on disk before it is answered.
 */
import { editorTranslator } from '@/i18n/editor';
import type { Config } from '@/config/config';
import type { Locale } from '@/i18n/locales';
import { createCollator } from '@/i18n/format/format';
import { rawEntryTitle } from '@/model/fields/entry-title';
import { utcDay } from '@/model/time/clock';
import type { Option } from '@scripts/forms/values/match-options';
import { openDestination, type DestinationOptions } from '@scripts/cms/import/open-destination';
import type { SheetOptions } from '@scripts/cms/import/plan-import';
import { applyChoices } from '@scripts/cms/import/review/apply-choices';
import { openChoicesFile } from '@scripts/cms/import/review/choices-file';
import { withdrawRows, type ReviewChoices } from '@scripts/cms/import/review/choices';
import { changeChoices } from './change-choices';
import { createCellInput } from './inputs';
import { createPlanner } from './review-plan';
import type { ReviewQuery, ReviewRequest } from './review-request';
import type { ReviewView, RowCells, SaveView } from './review-types';
import { createReviewView } from './review-view';
import { saveAccepted } from './save-accepted';
import { openSheetOnDisk } from './sheet-on-disk';

export interface ReviewOptions extends SheetOptions, DestinationOptions {
  readonly config: Config;
  readonly print: (line: string) => void;
  /** The folder for the report. */
  readonly reportDir: string;
}

export interface Review {
  /** The language that the command line or the mapping chose. */
  readonly language: Locale;
  /** Performs a request. Rejects with an `OperatorError` if it is refused; then nothing has changed. */
  readonly answer: (request: ReviewRequest) => Promise<ReviewView | RowCells | readonly Option[]>;
  /** Resolves when nothing is being saved any more. */
  readonly settled: () => Promise<void>;
}

/** Opens a review. Rejects as the import does, if the sheet can't be imported at all. */
export async function openReview({ config, print, reportDir, ...options }: ReviewOptions): Promise<Review> {
  const { file } = options;
  const choicesFile = openChoicesFile(file);
  // A mapping that doesn't fit is told before a space is read.
  const sheet = await openSheetOnDisk(options, async (read) => {
    applyChoices(read, await choicesFile.read());
  });
  /** Lines that the destination prints about entries, which the page shows too. */
  const said: string[] = [];
  const readEntries = () =>
    openDestination(options, config, (line) => {
      said.push(line);
      print(line);
    });
  let destination = await readEntries();
  let notices: readonly string[] = [];
  let saving: Promise<void> | undefined;
  let save: SaveView | null = null;

  const planner = createPlanner();
  const planWith = (choices: ReviewChoices, language: Locale) => {
    const today = utcDay(config.site.now ?? Date.now());
    return planner({ sheet: sheet.current(), destination, choices, language, today });
  };

  const view = (choices: ReviewChoices, query: ReviewQuery): ReviewView => {
    const planned = planWith(choices, query.language);
    const state = { ...planned, file, choices, destination, notices, save };
    // They are said once.
    notices = [];
    return createReviewView(state, query, editorTranslator(query.language));
  };

  const readAndPlan = async (language: Locale) => {
    destination = await readEntries();
    return planWith(await choicesFile.read(), language);
  };

  /** Saves with the entries as they are now, unless a save is under way. */
  const startSave = (language: Locale): void => {
    if (saving || sheet.isUnreadable()) return;
    save = { isRunning: true, saved: 0, refused: [] };
    const run = async (): Promise<void> => {
      const planned = await readAndPlan(language);
      said.length = 0;
      const planAgain = () => readAndPlan(language);
      const done = await saveAccepted({ file, reportDir, language, planned, destination, said, planAgain });
      // An entry that is deleted later must not come back with the next save.
      await choicesFile.change((choices) => withdrawRows(choices, done.saved));
      save = done.view;
    };
    saving = run()
      .catch((error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error);
        save = { isRunning: false, saved: 0, refused: [reason] };
      })
      .finally(() => (saving = undefined));
  };

  const listCells = async (id: string, language: Locale): Promise<RowCells> => {
    const { sheet: reviewed, plan, rows } = planWith(await choicesFile.read(), language);
    const row = rows.find((one) => one.id === id);
    if (!row) return { cells: [] };
    const { original, corrected } = row;
    const t = editorTranslator(language);
    const source = { sheet: reviewed, columns: plan.columns, original, corrected, t };
    return { cells: reviewed.table.columns.map((column) => createCellInput(column, source)) };
  };

  const perform = async (request: ReviewRequest): Promise<ReviewView | RowCells | readonly Option[]> => {
    const { query } = request;
    const { language } = query;
    const news = await sheet.update();
    if (news.length > 0) notices = news;
    switch (request.action) {
      case 'entries':
        return destination.existing.entries
          .filter(({ type }) => type === request.of)
          .map((entry) => ({ id: entry.id, name: rawEntryTitle(entry) }))
          .toSorted((a, b) => createCollator(language)(a.name, b.name));
      case 'cells':
        return listCells(request.row, language);
      case 'view':
        break;
      case 'refresh':
        // A save reads them anyway.
        if (!saving) destination = await readEntries();
        break;
      case 'save':
        startSave(language);
        break;
      default:
        await choicesFile.change((choices) =>
          changeChoices(choices, request, planWith(choices, language).rows),
        );
    }
    return view(await choicesFile.read(), query);
  };

  // One after another: each sees what the one before it changed.
  let last: Promise<unknown> = Promise.resolve();
  return {
    language: sheet.current().settings.reportLanguage,
    answer: (request) => {
      const result = last.then(() => perform(request));
      last = result.catch(() => undefined);
      return result;
    },
    settled: async () => {
      await last;
      await saving;
    },
  };
}
