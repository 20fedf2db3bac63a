/**
 * The ranking of results: every weight, and every order that is offered. Shared by the index, which has the fields, by the
 * browser, and by the benchmark: change it here, and see the effect with `npm run bench:search -- --no-others --no-browser`.
 * Which interpretation of a query comes first is in `query/query-interpretations.ts`.
 */
import { acceptsApplications, type Stage } from '@/model/time/lifecycle';
import type { FacetTable } from './facets/facet-columns';
import type { SearchState, Sort } from './facets/search-address';

/** The fields of a document besides its text. */
export type MetaField = 'title' | 'shown' | 'organization' | 'summary' | 'words' | 'forms';

/** The weight of a hit in each field, relative to one in the text. */
export const metaWeights = {
  title: 5,
  organization: 3,
  summary: 2,
  words: 1.5,
  // Only marks the form of a word (`word-forms.ts`); the word itself has counted already.
  forms: 0,
  shown: 0,
} as const satisfies Readonly<Record<MetaField, number>>;

/** The relevance of an opportunity for a word: by the field that has it, and by the way in which it has it. */
export const relevance = {
  /** Frequencies in the sense of BM25: the highest field alone counts, and how often doesn't. */
  field: { title: 5, organization: 3, text: 1, filed: 0.4 },
  /** The shares of other ways than the form that was typed. */
  form: 0.8,
  /** Less than the typed form in a text, even in a title: where there is nothing else to go by. */
  otherForm: 0.55,
  near: 0.7,
  beginning: 0.5,
  correction: 0.9,
  synonym: 0.8,
  related: 0.3,
  /** Of a function word, whatever its weight. */
  optional: 0.3,
} as const;

/** The groups of results: the least score, as a share of the score of a text with all words. */
export const groupShares = {
  most: 0.6,
  /** Results with less are left out, unless there are fewer than `fewest` in all. */
  least: 0.3,
  fewest: 10,
} as const;

/** Follows a word in the field `forms`: no stemmer removes a digit, and it keeps the word in its part of the index. */
export const formMark = '1';

const dayMs = 86_400_000;

/** Other boosts, each as a maximum share of the score. */
export const boosts = {
  /**
   * All words in their requested form, counting words with a rare form only (`word-forms.ts`); half of them give half
   * of it. So much that these come first, whatever the field.
   */
  form: 1000,
  /** The newest; the oldest gets none of it. */
  newest: 0.1,
  /** Closes soon, but not at once: see `closesSoon`. */
  closing: 0.05,
  /** Shown in the reader's language. */
  translated: 0.2,
} as const;

/** The time before closing (ms) in which an opportunity gets the boost for it. */
const closesSoon = { atLeast: 2 * dayMs, atMost: 60 * dayMs } as const;

/** With fewer results than this, results of corrections are added. */
export const fewResults = 5;

/** Of entries other than opportunities: the share of a word's weight that it has in another form, or as a prefix. */
export const entryShares = { form: 0.9, prefix: 0.6 } as const;

/** The facts about a result that its ranking depends on, besides the score. */
export interface RankingSignals {
  /** The share of words in their requested form, of those with a rare form. */
  readonly form: number;
  /** 1 for the newest, 0 for the oldest. */
  readonly freshness: number;
  /** The instant (ms) of closing; undefined for open-ended. */
  readonly closesAt: number | undefined;
  readonly isTranslated: boolean;
}

/** Applies the boosts to a score, at an instant (ms). */
export function boostScore(
  score: number,
  { form, freshness, closesAt, isTranslated }: RankingSignals,
  now: number,
): number {
  const left = closesAt === undefined ? Infinity : closesAt - now;
  const closes = left >= closesSoon.atLeast && left <= closesSoon.atMost;
  const more =
    boosts.form * form +
    boosts.newest * freshness +
    (closes ? boosts.closing : 0) +
    (isTranslated ? boosts.translated : 0);
  return score * (1 + more);
}

/** Sorts numbers of rows or entries by their scores, best first; of the same score, the smaller number first. */
export function bestFirst(scores: Iterable<readonly [number, number]>): number[] {
  return [...scores].sort(([a, high], [b, low]) => low - high || a - b).map(([number]) => number);
}

/** The order of the results: the requested one where possible, else the default. */
export function effectiveSort({ sort, q }: SearchState, canFit: boolean): 'relevance' | Sort {
  return sort !== undefined && (sort !== 'fit' || canFit) ? sort : q === '' ? 'new' : 'relevance';
}

/** The data that the orders depend on: the columns, the stages of their rows, and the fit of each, if known. */
interface SortedRows {
  readonly table: FacetTable;
  readonly stages: readonly Stage[];
  readonly scores: readonly number[] | undefined;
}

/** Sorts rows, which come best first, into the order of the results. */
export function sortRows(
  rows: number[],
  state: SearchState,
  { table, stages, scores }: SortedRows,
): number[] {
  const sort = effectiveSort(state, scores !== undefined);
  if (sort === 'relevance') return rows;
  // Rows are numbered newest first.
  if (sort === 'new') return rows.sort((a, b) => a - b);
  const isOver = (row: number) => {
    const stage = stages[row];
    return stage === undefined || !acceptsApplications(stage);
  };
  if (sort === 'fit') {
    const score = (row: number) => scores?.[row] ?? 0;
    return rows.sort((a, b) => Number(isOver(a)) - Number(isOver(b)) || score(b) - score(a) || a - b);
  }
  const closing = (row: number) => {
    // Closed opportunities come after open-ended ones.
    if (isOver(row)) return Number.MAX_SAFE_INTEGER;
    return table.closesAt[row] ?? Number.MAX_SAFE_INTEGER - 1;
  };
  return rows.sort((a, b) => closing(a) - closing(b) || a - b);
}
