/** How results are ranked. Shared between the index, which has the fields, and the browser, which weighs them. */

/** Fields of a document beside its text. */
export type MetaField = 'title' | 'shown' | 'organization' | 'summary' | 'words' | 'forms';

/** What a hit in each field is worth beside one in the text, which counts 1. */
export const metaWeights: Readonly<Record<MetaField, number>> = {
  title: 5,
  organization: 3,
  summary: 2,
  words: 1.5,
  // Says in which form a word is there (`forms.ts`); the word itself has counted already.
  forms: 0,
  shown: 0,
};

/** Stands behind a word in the field `forms`: no stemmer takes a digit off, and it keeps the word in its place. */
export const formMark = '1';

/** What else makes a result better, each as a share of its score at most. */
export const boosts = {
  /**
   * All words in the form that was asked for, of those of which that is a rare one (`forms.ts`); half of them: half of
   * it. So much that these come first, whatever field they are in.
   */
  form: 1000,
  /** The newest; the oldest gets none of it. */
  newest: 0.1,
  /** Closes in two days or more, and within two months. */
  closing: 0.05,
  /** Shown in the reader's language. */
  translated: 0.2,
} as const;

const dayMs = 86_400_000;

/** What is known of a result beside its score. */
export interface RankingFacts {
  /** Share of the words that are there in the form that was asked for, of those of which it is a rare one. */
  readonly form: number;
  /** 1 for the newest, 0 for the oldest. */
  readonly freshness: number;
  /** The instant (ms) of closing; undefined for open-ended. */
  readonly closesAt: number | undefined;
  readonly isTranslated: boolean;
}

/** A score with what else makes a result better, at an instant (ms). */
export function weigh(
  score: number,
  { form, freshness, closesAt, isTranslated }: RankingFacts,
  now: number,
): number {
  const left = closesAt === undefined ? Infinity : closesAt - now;
  const closes = left >= 2 * dayMs && left <= 60 * dayMs;
  const more =
    boosts.form * form +
    boosts.newest * freshness +
    (closes ? boosts.closing : 0) +
    (isTranslated ? boosts.translated : 0);
  return score * (1 + more);
}
