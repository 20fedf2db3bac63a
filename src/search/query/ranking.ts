/** The ranking of results. Shared between the index, which has the fields, and the browser, which weights them. */

/** The fields of a document besides its text. */
export type MetaField = 'title' | 'shown' | 'organization' | 'summary' | 'words' | 'forms';

/** The weight of a hit in each field, relative to one in the text. */
export const metaWeights: Readonly<Record<MetaField, number>> = {
  title: 5,
  organization: 3,
  summary: 2,
  words: 1.5,
  // Only marks the form of a word (`word-forms.ts`); the word itself has counted already.
  forms: 0,
  shown: 0,
};

/** Follows a word in the field `forms`: no stemmer removes a digit, and it keeps the word in its part of the index. */
export const formMark = '1';

/** Other boosts, each as a maximum share of the score. */
export const boosts = {
  /**
   * All words in their requested form, counting words with a rare form only (`word-forms.ts`); half of them give half
   * of it. So much that these come first, whatever the field.
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
  const closes = left >= 2 * dayMs && left <= 60 * dayMs;
  const more =
    boosts.form * form +
    boosts.newest * freshness +
    (closes ? boosts.closing : 0) +
    (isTranslated ? boosts.translated : 0);
  return score * (1 + more);
}
