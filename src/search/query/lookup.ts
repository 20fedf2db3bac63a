/** What a search by words has found, and how it was understood. */
import type { ResultGroup } from '../terms/rank-rows';
import type { Token } from '../words/tokenize';
import type { SynonymTarget } from './synonyms';

/** A typed word, and the words that were found instead or in addition. */
export interface CorrectedTerm {
  readonly typed: string;
  /** In their spelling, likeliest first. */
  readonly words: readonly string[];
  /** True if the typed word has results too. */
  readonly isAdded: boolean;
}

/** A typed phrase, and the terms that it is a synonym of. */
export interface SynonymMatch {
  readonly typed: string;
  readonly targets: readonly SynonymTarget[];
}

/** How a query was understood. */
export interface QueryInterpretation {
  /** Where no row has all words: those that the best one has. */
  readonly used: readonly string[];
  /** Words that no opportunity has. */
  readonly missing: readonly string[];
  readonly corrected: readonly CorrectedTerm[];
  readonly synonymMatches: readonly SynonymMatch[];
  /** What results don’t have, with the query in which it is wanted. */
  readonly excluded: readonly { readonly words: string; readonly undone: string }[];
  /** The query with all that says something in quotation marks. */
  readonly quoted: string;
  /** The words that say something, each as it was typed and as it was corrected. */
  readonly alternatives: readonly (readonly Token[])[];
}

/** The result of a query. */
export interface Lookup {
  /** Rows of the columns, best first. */
  readonly rows: readonly number[];
  /** How much of the query each row has. */
  readonly groups: ReadonlyMap<number, ResultGroup>;
  readonly interpretation: QueryInterpretation;
}

/** Of a search without words. */
export const emptyInterpretation: QueryInterpretation = {
  used: [],
  missing: [],
  corrected: [],
  synonymMatches: [],
  excluded: [],
  quoted: '',
  alternatives: [],
};

export const emptyLookup: Lookup = {
  rows: [],
  groups: new Map(),
  interpretation: emptyInterpretation,
};
