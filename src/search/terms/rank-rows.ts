/** Ranks the opportunities of a query. Pure; the weights are in `ranking.ts`. */
import { groupShares, relevance } from '../ranking';

/** A word of a query, with the strength (0 to about 2) of each opportunity that has it in some way. */
export interface RankedWord {
  /** The number of opportunities that have it, of which it is worth the more the fewer they are. */
  readonly documents: number;
  /** By serial: in the texts, or filed under it. */
  readonly strengths: ReadonlyMap<number, number>;
  /** By serial: where only a related word is there. It doesn't count as found. */
  readonly related?: ReadonlyMap<number, number> | undefined;
}

/** How much of a query a result has: all words, most of their weight, or some. */
export type ResultGroup = 'all' | 'most' | 'some';

export interface RankedRow {
  readonly serial: number;
  readonly score: number;
  readonly group: ResultGroup;
}

/** The weight of a word: inverse document frequency, as in BM25. */
export const wordWeight = (documents: number, size: number): number =>
  Math.log(1 + (size - documents + 0.5) / (documents + 0.5));

const groupOrder: Readonly<Record<ResultGroup, number>> = { all: 0, most: 1, some: 2 };

/**
 * Ranks opportunities by the weights of their words, in groups; in each the newest first among equals. Without `excluded`
 * serials. Of those with only some words the weakest are left out where there are others.
 */
export function rankRows(
  words: readonly RankedWord[],
  size: number,
  excluded: ReadonlySet<number> = new Set(),
): RankedRow[] {
  const scores = new Map<number, { score: number; found: number; words: number }>();
  let total = 0;
  for (const { documents, strengths, related } of words) {
    const weight = wordWeight(documents, size);
    total += weight;
    for (const [serial, strength] of strengths) {
      const row = scores.get(serial) ?? { score: 0, found: 0, words: 0 };
      row.score += weight * Math.max(strength, relevance.related * (related?.get(serial) ?? 0));
      row.found += weight;
      row.words += 1;
      scores.set(serial, row);
    }
    for (const [serial, strength] of related ?? []) {
      if (strengths.has(serial)) continue;
      const row = scores.get(serial) ?? { score: 0, found: 0, words: 0 };
      row.score += weight * relevance.related * strength;
      scores.set(serial, row);
    }
  }
  const ranked = [...scores]
    .filter(([serial]) => !excluded.has(serial))
    .map(([serial, row]) => {
      const isAll = row.words === words.length;
      const share = total === 0 ? 1 : row.found / total;
      const group: ResultGroup = isAll ? 'all' : share >= groupShares.most ? 'most' : 'some';
      return { serial, score: row.score, group, share };
    })
    .sort((a, b) => groupOrder[a.group] - groupOrder[b.group] || b.score - a.score || b.serial - a.serial);
  return ranked.filter(({ share }, place) => share >= groupShares.least || place < groupShares.fewest);
}
