/** Scores of related words, and the best of them. */
import type { RelatedEntry } from '@/search/language/table-format';

/** Of each word: how much others are related to it. */
export type RelatedScores = Map<string, Map<string, number>>;

/** Adds to the score of a pair. */
export function addScore(scores: RelatedScores, word: string, other: string, score: number): void {
  const known = scores.get(word) ?? new Map<string, number>();
  scores.set(word, known.set(other, (known.get(other) ?? 0) + score));
}

interface BestOptions {
  /** Most related words of a word. */
  readonly max: number;
  /** Least score of a related word. */
  readonly minScore: number;
  readonly stem: (word: string) => string;
  readonly isFunctionWord: (word: string) => boolean;
}

/**
 * The best related words of each word, in the order of words. Other forms of the word, or of a better one, are left out:
 * the search finds them by their stem.
 */
export function bestRelated(
  scores: RelatedScores,
  { max, minScore, stem, isFunctionWord }: BestOptions,
): RelatedEntry[] {
  const stemsOf = (phrase: string) => phrase.split(/[ '’-]/u).map(stem);
  const entries: RelatedEntry[] = [];
  for (const [word, others] of scores) {
    const own = new Set(stemsOf(word));
    const taken = new Set<string>();
    const related: string[] = [];
    // Visitors’ words are looked up one by one.
    if (word.includes(' ') || isFunctionWord(word)) continue;
    const ranked = [...others].sort(([a, scoreA], [b, scoreB]) => scoreB - scoreA || (a < b ? -1 : 1));
    for (const [other, score] of ranked) {
      const stems = stemsOf(other);
      const key = stems.join(' ');
      if (related.length === max || score < minScore) break;
      if (isFunctionWord(other) || taken.has(key) || stems.some((one) => own.has(one))) continue;
      taken.add(key);
      related.push(other);
    }
    if (related.length > 0) entries.push({ word, related });
  }
  return entries.sort((a, b) => (a.word < b.word ? -1 : 1));
}
