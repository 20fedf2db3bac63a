/** Ranks the opportunities of a query. Pure; the weights are in `ranking.ts`. */
import { resultGroupShares, relevance } from '../ranking';

/** How an opportunity has a word, each 0 to 3. */
interface Match {
  /** For the order of results: less in a longer text. */
  readonly strength: number;
  /** For their group, whatever the length. */
  readonly level: number;
}

/** By serial: the opportunities that have a word in some way, in the texts or filed under it. */
export type Matches = ReadonlyMap<number, Match>;

/** A word of a query. */
export interface RankedWord {
  /** The number of opportunities that have it, of which it is worth the more the fewer they are. */
  readonly documents: number;
  readonly matches: Matches;
}

const groupOrder = ['all', 'most', 'some'] as const;

/** How much of a query a result has: all words, as much as most of their weight, or less; or whether it is similar in meaning. */
export type ResultGroup = (typeof groupOrder)[number] | 'similar';

interface RankOptions {
  readonly excluded?: ReadonlySet<number>;
  /** Where given, no others are results. */
  readonly among?: ReadonlySet<number> | undefined;
}

export interface RankedRow {
  readonly serial: number;
  readonly score: number;
  readonly group: ResultGroup;
}

/** The weight of a word: inverse document frequency, as in BM25. */
export const wordWeight = (documents: number, size: number): number =>
  Math.log(1 + (size - documents + 0.5) / (documents + 0.5));

/** BM25's saturation of a frequency: 1 counts 1 in a text of average length, and none more than 3. */
export const saturate = (frequency: number, norm = 1): number =>
  ((relevance.saturation + 1) * frequency) / (frequency + relevance.saturation * norm);

/**
 * Ranks opportunities, without `excluded` serials: by group, then by the weights of the words that they have, and among
 * equals the newest first. The weakest are left out where there are others.
 */
export function rankRows(
  words: readonly RankedWord[],
  size: number,
  { excluded = new Set(), among }: RankOptions = {},
): RankedRow[] {
  const scores = new Map<number, { score: number; level: number; words: number }>();
  const add = (serial: number, score: number, level = score, found: 0 | 1 = 0) => {
    const row = scores.get(serial) ?? { score: 0, level: 0, words: 0 };
    row.score += score;
    row.level += level;
    row.words += found;
    scores.set(serial, row);
  };
  let total = 0;
  for (const { documents, matches } of words) {
    const weight = wordWeight(documents, size);
    total += weight;
    for (const [serial, { strength, level }] of matches) {
      const isFound = words.length === 1 || level >= relevance.found;
      add(serial, weight * strength, weight * level, isFound ? 1 : 0);
    }
  }
  const groupOf = (level: number, found: number): (typeof groupOrder)[number] => {
    if (found === 0) return 'some';
    return found === words.length ? 'all' : level >= resultGroupShares.most * total ? 'most' : 'some';
  };
  return [...scores]
    .filter(([serial]) => !excluded.has(serial) && (among?.has(serial) ?? true))
    .map(([serial, { score, level, words: found }]) => ({
      serial,
      score,
      level,
      group: groupOf(level, found),
    }))
    .sort(
      (a, b) =>
        groupOrder.indexOf(a.group) - groupOrder.indexOf(b.group) || b.score - a.score || b.serial - a.serial,
    )
    .filter(
      ({ group, level }, place) =>
        group === 'all' || level >= resultGroupShares.least * total || place < resultGroupShares.fewest,
    );
}
