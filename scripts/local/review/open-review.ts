/**
 * A review of a sheet: what an import would make of it, corrected and accepted row by row. It plans with the import's own
 * code, so that it never decides differently. Every choice is on disk before it is answered.
 */
import { editorTranslator } from '@/i18n/editor';
import type { Config } from '@/config/config';
import type { Locale } from '@/i18n/locales';
import { createCollator } from '@/i18n/format/format';
import { excerpt } from '@/model/characters';
import { rawEntryTitle } from '@/model/fields/entry-title';
import { OperatorError } from '@/model/operator-error';
import { utcDay } from '@/model/time/clock';
import type { Option } from '@scripts/forms/values/match-options';
import { openEntryStore } from '@scripts/cms/edit/open-store';
import type { ImportOptions } from '@scripts/cms/import/import-command';
import { readSheetImport } from '@scripts/cms/import/read-sheet';
import { applyChoices } from '@scripts/cms/import/review/apply-choices';
import { openChoicesFile } from '@scripts/cms/import/review/choices-file';
import { withdrawRows, type ReviewChoices } from '@scripts/cms/import/review/choices';
import { saveImport } from '@scripts/cms/import/save-import';
import { changeChoices } from './change-choices';
import { createPlanner } from './review-plan';
import type { ReviewQuery, ReviewRequest } from './review-request';
import type { SaveView } from './review-types';
import { createReviewView, type ReviewView } from './review-view';

export interface ReviewOptions extends ImportOptions {
  readonly config: Config;
  readonly print: (line: string) => void;
  /** The folder for the report. */
  readonly reportDir: string;
}

export type Review = Awaited<ReturnType<typeof openReview>>;

/** A refusal in words, with what to do about it. */
export const explain = (error: unknown): string =>
  error instanceof OperatorError ? `${error.message} ${error.hint ?? ''}`.trim() : String(error);

/** Opens a review. Rejects as the import does, if the sheet can't be imported at all. */
export async function openReview({ config, print, reportDir, ...options }: ReviewOptions) {
  const { file } = options;
  const choicesFile = openChoicesFile(file);
  /** Lines that the destination prints about entries, which the page shows too. */
  const said: string[] = [];
  const readSheet = async () => {
    const read = await readSheetImport(options);
    // A mapping that doesn't fit is told before a space is read.
    applyChoices(read, await choicesFile.read());
    return read;
  };
  const readEntries = () =>
    openEntryStore(
      config,
      (line) => {
        said.push(line);
        print(line);
      },
      options.contentful,
    );
  let sheet = await readSheet();
  let destination = await readEntries();
  let saving: Promise<void> | undefined;
  let save: SaveView | null = null;

  /** Reads the sheet and the entries again. Rejects if one of them can't be read; then all is as it was. */
  const readAgain = async () => {
    [sheet, destination] = [await readSheet(), await readEntries()];
  };

  const planner = createPlanner();
  const planWith = (choices: ReviewChoices, language: Locale) => {
    const today = utcDay(config.site.now ?? Date.now());
    return planner({ sheet, destination, choices, language, today });
  };

  const view = (choices: ReviewChoices, query: ReviewQuery): ReviewView => {
    const state = { ...planWith(choices, query.language), file, choices, destination, save };
    return createReviewView(state, query, editorTranslator(query.language));
  };

  /**
   * Saves what is accepted, with the sheet and the entries as they are now. A row counts as saved if its entry says what
   * the row says afterwards: so nothing is claimed that isn't there.
   */
  const saveAccepted = async (language: Locale): Promise<SaveView> => {
    const t = editorTranslator(language);
    await readAgain();
    said.length = 0;
    const before = planWith(await choicesFile.read(), language);
    const accepted = before.rows.filter(({ state }) => state === 'accepted');
    const numbers = new Set(accepted.map(({ number }) => number));
    const ids = new Set(accepted.map(({ id }) => id));
    const planned = before.plan.rows.filter(({ row, fate }) => fate !== 'imported' || numbers.has(row));
    const plan = { ...before.plan, rows: planned };
    const refused: string[] = [];
    try {
      const ready = { file, sheet: before.sheet, plan, destination, closed: [], isDryRun: false };
      await saveImport(ready, t, reportDir);
    } catch (error) {
      refused.push(explain(error));
    }
    destination = await readEntries();
    const after = planWith(await choicesFile.read(), language);
    const rows = after.rows.filter(({ id }) => ids.has(id));
    const left = rows.filter(({ state }) => state !== 'saved');
    if (left.length > 0) refused.push(...said);
    const named = left.map(({ number, title }) =>
      t('Row {row} “{title}” wasn’t saved.', { row: String(number), title: excerpt(title, 60) }),
    );
    // An entry that is deleted later must not come back with the next save.
    const saved = rows.filter(({ state }) => state === 'saved').map(({ id }) => id);
    await choicesFile.change((choices) => withdrawRows(choices, new Set(saved)));
    const all = [...refused.map((line) => t.filled(line)), ...named];
    return { isRunning: false, saved: saved.length, refused: all };
  };

  const startSave = (language: Locale): void => {
    if (saving) return;
    save = { isRunning: true, saved: 0, refused: [] };
    saving = saveAccepted(language)
      .catch((error: unknown) => {
        const reason = editorTranslator(language).filled(explain(error));
        return { isRunning: false, saved: 0, refused: [reason] };
      })
      .then((done) => {
        save = done;
        saving = undefined;
      });
  };

  const perform = async (request: ReviewRequest): Promise<ReviewView | readonly Option[]> => {
    const { language } = request.query;
    switch (request.action) {
      case 'entries':
        return destination.entries
          .filter(({ type }) => type === request.of)
          .map((entry) => ({ id: entry.id, name: rawEntryTitle(entry) }))
          .toSorted((a, b) => createCollator(language)(a.name, b.name));
      case 'view':
        break;
      case 'refresh':
        // A save reads them anyway.
        if (!saving) await readAgain();
        break;
      case 'save':
        startSave(language);
        break;
      default:
        await choicesFile.change((choices) =>
          changeChoices(choices, request, planWith(choices, language).rows),
        );
    }
    return view(await choicesFile.read(), request.query);
  };

  // One after another: each sees what the one before it changed.
  let last: Promise<unknown> = Promise.resolve();
  return {
    /** The language that the command line or the mapping chose. */
    language: sheet.settings.reportLanguage,
    /** Performs a request. Rejects with an `OperatorError` if it is refused; then nothing has changed. */
    answer: (request: ReviewRequest) => {
      const result = last.then(() => perform(request));
      last = result.catch(() => undefined);
      return result;
    },
    /** Resolves when nothing is being saved any more. */
    settled: async () => {
      await last;
      await saving;
    },
  };
}
