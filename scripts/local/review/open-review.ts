/**
 * A review of a sheet: what an import would make of it, corrected and accepted row by row. It plans with the import's own
 * code, so that it never decides differently. Every choice is on disk before it is answered.
 */
import { editorTranslator } from '@/i18n/editor';
import type { Config } from '@/config/config';
import type { Locale } from '@/i18n/locales';
import { excerpt } from '@/model/characters';
import { OperatorError } from '@/model/operator-error';
import { utcDay } from '@/model/time/clock';
import type { ImportDestination } from '@scripts/cms/import/destination';
import { openDestination, type DestinationOptions } from '@scripts/cms/import/open-destination';
import {
  planImport,
  readSheetImport,
  type ImportPlan,
  type SheetImport,
  type SheetOptions,
} from '@scripts/cms/import/plan-import';
import { createPlanMemory } from '@scripts/cms/import/plan-memory';
import {
  applyChoices,
  type CorrectedRows,
  type ReviewedSheet,
} from '@scripts/cms/import/review/apply-choices';
import { openChoicesFile } from '@scripts/cms/import/review/choices-file';
import type { ReviewChoices } from '@scripts/cms/import/review/choices';
import { saveImport } from '@scripts/cms/import/save-import';
import { changeChoices, type ChoiceRequest } from './change-choices';
import { createCellInput } from './inputs';
import { listReviewRows, type ReviewRow } from './review-rows';
import type { ReviewQuery, ReviewRequest } from './review-request';
import type { Choice, ReviewView, RowCells, SaveView } from './review-types';
import { createReviewView } from './review-view';
import { stampFiles } from './sheet-files';
import { listChoices } from './terms';

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
  readonly answer: (request: ReviewRequest) => Promise<ReviewView | RowCells | readonly Choice[]>;
  /** Resolves when nothing is being saved any more. */
  readonly settled: () => Promise<void>;
}

/** The review's sheet, its entries, and what was found out about both. */
interface Loaded {
  sheet: SheetImport;
  stamp: string;
  destination: ImportDestination;
  memory: ReturnType<typeof createPlanMemory>;
  corrected: CorrectedRows;
}

interface Planned {
  readonly basis: readonly unknown[];
  readonly sheet: ReviewedSheet;
  readonly plan: ImportPlan;
  readonly rows: readonly ReviewRow[];
}

const isView = ({ action }: ReviewRequest) => action === 'view' || action === 'refresh';

/** Opens a review. Rejects as the import does, if the sheet can't be imported at all. */
export async function openReview({ config, print, reportDir, ...options }: ReviewOptions): Promise<Review> {
  const choicesFile = openChoicesFile(options.file);
  /** What destinations say about entries, which the page shows too. */
  const said: string[] = [];
  const readEntries = () =>
    openDestination(options, config, (line) => {
      said.push(line);
      print(line);
    });
  const stampNow = (mapFile: string | undefined) => stampFiles(options.file, options.map ?? mapFile);
  const first = await readSheetImport(options);
  // A mapping that doesn't fit is told before a space is read.
  applyChoices(first, await choicesFile.read());
  const loaded: Loaded = {
    sheet: first,
    stamp: await stampNow(first.mapFile),
    destination: await readEntries(),
    memory: createPlanMemory(),
    corrected: new WeakMap(),
  };
  let planned: Planned | undefined;
  let notices: readonly string[] = [];
  let isUnreadable = false;
  let saving: Promise<void> | undefined;
  let save: SaveView | null = null;

  /** Reads the sheet again if it was changed. One that can't be read leaves the former rows, and is told. */
  const readSheet = async (): Promise<void> => {
    const stamp = await stampNow(loaded.sheet.mapFile);
    if (stamp === loaded.stamp) return;
    loaded.stamp = stamp;
    try {
      const sheet = await readSheetImport(options);
      applyChoices(sheet, await choicesFile.read());
      Object.assign(loaded, { sheet, memory: createPlanMemory(), corrected: new WeakMap() });
      isUnreadable = false;
      notices = ['The sheet or its mapping was changed, and was read again.'];
    } catch (error) {
      if (!(error instanceof OperatorError)) throw error;
      isUnreadable = true;
      notices = [
        'The sheet was changed, and can’t be read now. These are its former rows, and none can be saved.',
        `${error.message} ${error.hint ?? ''}`.trim(),
      ];
    }
  };

  const readDestination = async (): Promise<void> => {
    Object.assign(loaded, { destination: await readEntries(), memory: createPlanMemory() });
  };

  /** Plans with what is known now. Without a change since the last time the last plan is returned. */
  const planWith = (choices: ReviewChoices, language: Locale): Planned => {
    const today = utcDay(config.site.now ?? Date.now());
    const basis = [loaded.sheet, loaded.destination, choices, language, today];
    if (planned?.basis.every((part, index) => part === basis[index])) return planned;
    const settings = { ...loaded.sheet.settings, reportLanguage: language };
    const sheet = applyChoices({ ...loaded.sheet, settings }, choices, loaded.corrected);
    const plan = planImport(sheet, loaded.destination.existing, today, loaded.memory);
    const rows = listReviewRows(loaded.sheet, sheet, plan, choices);
    planned = { basis, sheet, plan, rows };
    return planned;
  };

  const view = (choices: ReviewChoices, query: ReviewQuery): ReviewView => {
    const { sheet, plan, rows } = planWith(choices, query.language);
    const { destination } = loaded;
    const state = { file: options.file, sheet, plan, choices, rows, destination, notices, save };
    return createReviewView(state, query, editorTranslator(query.language));
  };

  const choose = (request: ChoiceRequest): Promise<ReviewChoices> =>
    choicesFile.change((choices) =>
      changeChoices(choices, request, planWith(choices, request.query.language).rows),
    );

  /** Saves what is accepted, and reads the entries again, so that the page shows what is there. */
  const saveAccepted = async (language: Locale): Promise<void> => {
    const t = editorTranslator(language);
    const refused: string[] = [];
    await readDestination();
    const wanted = planWith(await choicesFile.read(), language);
    const accepted = new Set(
      wanted.rows.flatMap(({ state, number }) => (state === 'accepted' ? [number] : [])),
    );
    const { result } = wanted.plan;
    const plan = {
      ...wanted.plan,
      result: { ...result, imported: result.imported.filter(({ row }) => accepted.has(row)) },
    };
    said.length = 0;
    try {
      await saveImport(
        {
          file: options.file,
          sheet: wanted.sheet,
          plan,
          destination: loaded.destination,
          closed: [],
          isDryRun: false,
        },
        t,
        reportDir,
      );
    } catch (error) {
      refused.push(error instanceof OperatorError ? `${error.message} ${error.hint ?? ''}` : String(error));
    }
    const lines = [...said];
    await readDestination();
    const after = planWith(await choicesFile.read(), language);
    const stays = after.rows.filter(({ number, state }) => accepted.has(number) && state !== 'saved');
    if (stays.length > 0)
      refused.push(
        ...lines,
        ...stays.map(({ number, title }) =>
          t('Row {row} “{title}” wasn’t saved.', { row: String(number), title: excerpt(title, 60) }),
        ),
      );
    save = {
      isRunning: false,
      saved: accepted.size - stays.length,
      refused: refused.map((line) => t.filled(line)),
    };
  };

  const startSave = (language: Locale): void => {
    if (saving) return;
    if (isUnreadable) return;
    save = { isRunning: true, saved: 0, refused: [] };
    saving = saveAccepted(language)
      .catch((error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error);
        save = { isRunning: false, saved: 0, refused: [reason] };
      })
      .finally(() => (saving = undefined));
  };

  const perform = async (request: ReviewRequest): Promise<ReviewView | RowCells | readonly Choice[]> => {
    const { query } = request;
    if (isView(request)) notices = isUnreadable ? notices : [];
    await readSheet();
    switch (request.action) {
      case 'view':
        return view(await choicesFile.read(), query);
      case 'refresh':
        if (!saving) await readDestination();
        return view(await choicesFile.read(), query);
      case 'save':
        startSave(query.language);
        return view(await choicesFile.read(), query);
      case 'terms':
        return listChoices(
          loaded.sheet.settings.type,
          request.path,
          loaded.destination.existing.entries,
          query.language,
        );
      case 'cells': {
        const { sheet, plan, rows } = planWith(await choicesFile.read(), query.language);
        const row = rows.find(({ id }) => id === request.row);
        const t = editorTranslator(query.language);
        if (!row) return { cells: [] };
        const source = { sheet, columns: plan.columns, original: row.original, corrected: row.corrected, t };
        return { cells: sheet.table.columns.map((column) => createCellInput(column, source)) };
      }
      default:
        return view(await choose(request), query);
    }
  };

  // One after another: each sees what the one before it changed.
  let last: Promise<unknown> = Promise.resolve();
  return {
    language: first.settings.reportLanguage,
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
