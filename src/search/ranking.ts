/**
 * The ranking of results: every weight, and every order that is offered. Shared by the index, which has the fields, by the
 * browser, and by the benchmarks: change it here, and see the effect with `npm run bench -- questions` and
 * `npm run bench -- search --no-browser`.
 */
import { acceptsApplications, type Stage } from '@/model/time/lifecycle';
import type { FacetTable } from './facets/facet-columns';
import type { SearchState, Sort } from './facets/search-address';

/** The number of results on a page. */
export const resultsPerPage = 10;

/** The number of opportunities below the finder's sentence. */
export const matchesShown = 3;

/** The fields of a document besides its text. */
export type MetaField = 'title' | 'organization' | 'summary' | 'words';

/** The relevance of an opportunity for a word: by the fields that have it how often, and by the way in which they have it. */
export const relevance = {
  /**
   * What each time counts that a field has it (BM25F); of what it is only filed under, all times together. Their sum is
   * saturated (`saturate`).
   */
  field: { title: 5, organization: 3, summary: 2, text: 1, filed: 0.4 },
  /** BM25’s k1 and b: how soon more of it adds little, and how much less it counts in a longer opportunity. */
  saturation: 1.2,
  length: 0.5,
  /** The shares of other ways than the form that was typed. */
  form: 0.8,
  /** Of the forms of one or two words, which are all there is to go by; and of their strength, so that the typed one comes first. */
  otherForm: 0.55,
  afterTyped: 0.3,
  beginning: 0.5,
  correction: 0.9,
  synonym: 0.8,
  /** One of several words counts as found from this strength on: not as a beginning, or where it is only filed under it. */
  found: 0.75,
} as const;

/** The groups of results: the least score, as a share of the score of a text with all words. */
export const resultGroupShares = {
  most: 0.7,
  /** Results with less are left out, unless there are fewer than `fewest` in all. */
  least: 0.3,
  fewest: 10,
} as const;

/** When and how opportunities that are similar in meaning join the results. */
export const meaning = {
  /** Where at most so many words say something, … */
  mostWords: 4,
  /** … of whose worth none of so many first results has more than a share. */
  firstResults: 3,
  mostCovered: 0.65,
  /** So many of the results with all or most words stay before them. */
  bestKept: 2,
  /** The least cosine of the words with an opportunity that has none of them; and how many such ones join at most. */
  leastSimilar: 0.25,
  mostJoined: 20,
  /** The weight of a cosine, where a text with every word has 3; and the cosine of an opportunity whose vector wasn’t read. */
  weight: 1.5,
  unread: 0.2,
} as const;

/** Sorts numbers by their scores, best first; of the same score, the smaller number first. */
export function bestFirst(scores: Iterable<readonly [number, number]>): number[] {
  return [...scores].sort(([a, high], [b, low]) => low - high || a - b).map(([number]) => number);
}

/** Merges lists by taking an item of each in turn: `[[1, 2, 3], [4, 3]] -> [1, 4, 2, 3]` */
export function interleave<Item>(lists: readonly (readonly Item[])[]): Item[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  const all = new Set<Item>();
  for (let place = 0; place < longest; place++) {
    for (const list of lists) {
      const item = list[place];
      if (item !== undefined) all.add(item);
    }
  }
  return [...all];
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
