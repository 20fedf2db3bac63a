/** Builds what the page shows. */
import type { EditorTranslate } from '@/i18n/editor';
import { locales } from '@/i18n/locales';
import { excerpt } from '@/model/characters';
import type { EntryStore } from '@scripts/cms/edit/entry-store';
import { getImportFields } from '@scripts/cms/import/import-fields';
import type { ImportType } from '@scripts/cms/import/import-types';
import { formatFieldName, formatFinding } from '@scripts/cms/import/report/format-finding';
import { formatOutdated } from '@scripts/cms/import/report/import-report';
import type { ImportPlan } from '@scripts/cms/import/plan-import';
import type { ReviewedSheet } from '@scripts/cms/import/review/apply-choices';
import { addedPlace, type ReviewChoices } from '@scripts/cms/import/review/choices';
import { listValues } from '@scripts/cms/import/table/column-values';
import { formatPlace } from '@scripts/cms/import/table/match-columns';
import { foldWords } from '@scripts/cms/import/values/fold-words';
import { createCellInput, createCellInputs, createWordInput, type RowSource, type WordInput } from './inputs';
import { hasWords, type ReviewRow } from './review-rows';
import type { Option } from '@scripts/forms/values/match-options';
import type { ReviewQuery } from './review-request';
import { rowStates, type RowState, type SaveView } from './review-types';

/** So many rows are on a page. */
const rowsPerPage = 25;

/** So many words are shown; others come when these are done. */
const mostWords = 30;

/** Everything that a review knows at a moment. */
interface ReviewState {
  readonly file: string;
  readonly sheet: ReviewedSheet;
  readonly plan: ImportPlan;
  readonly choices: ReviewChoices;
  readonly rows: readonly ReviewRow[];
  readonly destination: EntryStore;
  readonly save: SaveView | null;
}

export type RowView = ReturnType<typeof createRowView>;

/** A problem in words, and the controls that solve it. */
export type ProblemView = RowView['problems'][number];

function createRowView(row: ReviewRow, state: ReviewState, t: EditorTranslate) {
  const { sheet, plan, choices, destination } = state;
  const { type } = sheet.settings;
  const { original, corrected, findings, entry, before } = row;
  const source: RowSource = { sheet, choices, columns: plan.columns, original, corrected, t };
  return {
    id: row.id,
    number: row.number,
    title: excerpt(row.title, 120),
    state: row.state,
    /** True for a row that changes an entry that is there. */
    isChange: before !== undefined,
    /** The name of its entry. */
    entry: entry === undefined ? null : destination.entryName(entry),
    hash: row.hash,
    /** Every cell, also those without a problem. */
    cells: sheet.table.columns.map((column) => createCellInput(column, source)),
    problems: findings.map((finding) => {
      const word =
        finding.word === undefined ? undefined : createWordInput(finding.field ?? '', finding.word, source);
      return {
        isBlocking: finding.severity === 'blocks',
        text: formatFinding(finding, { type, columns: plan.columns }, t),
        words: word ? [word] : [],
        cells: word ? [] : createCellInputs(finding, source),
      };
    }),
  };
}

/** Lists the words whose meaning isn't known, or was guessed, with the number of their rows; the most frequent first. */
function listWords({ rows, ...state }: ReviewState, t: EditorTranslate) {
  const words = rows
    .filter(({ state: own }) => own === 'blocked' || own === 'draft')
    .flatMap(({ findings }) =>
      findings.flatMap(({ word, field = '' }) =>
        word === undefined ? [] : [{ key: `${field}/${foldWords(word)}`, field, word }],
      ),
    );
  return [...Map.groupBy(words, ({ key }) => key).values()]
    .toSorted((a, b) => b.length - a.length)
    .slice(0, mostWords)
    .flatMap((same) => {
      const [first] = same;
      const word = first && createWordInput(first.field, first.word, { ...state, t });
      return word ? [{ ...word, rows: same.length }] : [];
    });
}

const listChosenWords = (state: ReviewState, t: EditorTranslate): WordInput[] =>
  Object.entries(state.choices.terms).flatMap(([path, words]) =>
    Object.keys(words).flatMap((word) => createWordInput(path, word, { ...state, t }) ?? []),
  );

/** So many values of a column are shown, each so long. */
const examples = { most: 3, length: 40 } as const;

/** Lists the columns of the sheet: not those that a review has added. */
function listColumns({ sheet, plan: { columns } }: ReviewState) {
  return sheet.table.columns
    .filter((column) => addedPlace(column) === undefined)
    .map((column) => {
      const [target] = columns.targets.get(column) ?? [];
      return {
        column,
        /** Its place; null if it isn't imported. */
        field: target ? formatPlace(target) : null,
        /** True if the field was found by the values alone. */
        isGuess: columns.guessed.includes(column),
        examples: listValues(sheet.table, column)
          .slice(0, examples.most)
          .map((value) => excerpt(value.replaceAll(/\s+/g, ' '), examples.length)),
      };
    });
}

/** Lists the fields of a type by their names, also those in a language of their own. */
function listFields(type: ImportType, t: EditorTranslate): Option[] {
  return [...getImportFields(type).values()]
    .filter(({ isItemPart }) => !isItemPart)
    .flatMap(({ path, localized }) => {
      const translated = localized
        ? locales.map((locale) => ({ id: `${locale}.${path}`, name: formatFieldName(path, type, t, locale) }))
        : [];
      return [{ id: path, name: formatFieldName(path, type, t) }, ...translated];
    });
}

/** The rows that a query asks for. */
function selectRows(rows: readonly ReviewRow[], { state, words, page, ids }: ReviewQuery) {
  const found = rows.filter(
    (row) => (state === undefined || row.state === state) && (words === '' || hasWords(row, words)),
  );
  const pages = Math.max(1, Math.ceil(found.length / rowsPerPage));
  const shown = Math.min(page, pages);
  const wanted = ids && new Set(ids);
  return {
    pages,
    page: shown,
    rows: wanted
      ? rows.filter(({ id }) => wanted.has(id))
      : found.slice((shown - 1) * rowsPerPage, shown * rowsPerPage),
  };
}

export type ReviewView = ReturnType<typeof createReviewView>;

export function createReviewView(state: ReviewState, query: ReviewQuery, t: EditorTranslate) {
  const { sheet, rows, destination, choices } = state;
  const selected = selectRows(rows, query);
  const count = (wanted: RowState) => rows.filter((row) => row.state === wanted).length;
  const unclear = rows.filter(({ findings }) =>
    findings.some(({ code }) => code === 'date-ambiguous'),
  ).length;
  return {
    file: state.file,
    type: sheet.settings.type,
    into: destination.name,
    status: sheet.settings.status,
    total: rows.length,
    counts: Object.fromEntries(rowStates.map((one) => [one, count(one)])) as Record<RowState, number>,
    rows: selected.rows.map((row) => createRowView(row, state, t)),
    page: selected.page,
    pages: selected.pages,
    columns: listColumns(state),
    /** The fields that a column can be. */
    fields: listFields(sheet.settings.type, t),
    /** Words whose meaning isn't known, the most frequent first. */
    words: listWords(state, t),
    chosenWords: listChosenWords(state, t),
    /** The order of day and month, and the rows for which it isn't known. */
    dates: { order: choices.dates ?? null, unclear },
    /** Corrections that the sheet has overtaken, each with its present cell. */
    outdated: sheet.outdated.map((one) => ({
      text: formatOutdated(one, t),
      row: sheet.rowIds.get(one.row) ?? '',
      column: one.column,
      seen: one.now,
      correction: one.correction,
    })),
    save: state.save,
  };
}
