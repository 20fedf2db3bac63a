/** Ranks the opportunities of a query. Pure; the weights are in `ranking.ts`. */
import { resultGroupShares, relevance } from '../ranking';

/** A word of a query, with the strength (0 to about 2) of each opportunity that has it in some way. */
export interface RankedWord {
  /** The number of opportunities that have it, of which it is worth the more the fewer they are. */
  readonly documents: number;
  /** By serial: in the texts, or filed under it. */
  readonly strengths: ReadonlyMap<number, number>;
  /** True for a word that results needn't have. */
  readonly isOptional?: boolean | undefined;
  /** By serial: where a related word is. It doesn't count as found. */
  readonly related?: ReadonlyMap<number, number> | undefined;
}

/** Two words of a query that stand side by side in some opportunities. */
export interface Neighbours {
  /** The numbers of opportunities that have each word. */
  readonly documents: readonly [number, number];
  /** Those that have both side by side. */
  readonly serials: ReadonlySet<number>;
}

const groupOrder = ['all', 'most', 'some'] as const;

/** How much of a query a result has: all words, as much as most of their weight, or less. */
export type ResultGroup = (typeof groupOrder)[number];

interface RankOptions {
  readonly neighbours?: readonly Neighbours[];
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

/**
 * Ranks opportunities, without `excluded` serials: by group, then by the weights of the words that they have, more where
 * they stand side by side, and among equals the newest first. The weakest are left out where there are others.
 */
export function rankRows(
  words: readonly RankedWord[],
  size: number,
  { neighbours = [], excluded = new Set(), among }: RankOptions = {},
): RankedRow[] {
  const scores = new Map<number, { score: number; words: number }>();
  const add = (serial: number, score: number, found: 0 | 1) => {
    const row = scores.get(serial) ?? { score: 0, words: 0 };
    row.score += score;
    row.words += found;
    scores.set(serial, row);
  };
  // A word that is nowhere, but has related ones, adds to scores only.
  const required = words.filter(({ isOptional, strengths }) => !isOptional && strengths.size > 0).length;
  let total = 0;
  for (const word of words) {
    const { documents, strengths, related, isOptional } = word;
    const weight = wordWeight(documents, size);
    if (isOptional) {
      for (const [serial, strength] of strengths)
        if (scores.has(serial)) add(serial, relevance.optional * strength, 0);
      continue;
    }
    if (strengths.size > 0) total += weight;
    for (const [serial, strength] of strengths) {
      const isFound = required === 1 || strength >= relevance.found;
      add(serial, weight * strength, isFound ? 1 : 0);
    }
    for (const [serial, strength] of related ?? [])
      if (!strengths.has(serial)) add(serial, weight * relevance.related * strength, 0);
  }
  for (const pair of neighbours) {
    const weight = pair.documents.reduce((sum, some) => sum + wordWeight(some, size), 0);
    for (const serial of pair.serials) if (scores.has(serial)) add(serial, relevance.neighbours * weight, 0);
  }
  const groupOf = (score: number, found: number): ResultGroup => {
    if (found === 0) return 'some';
    return found === required ? 'all' : score >= resultGroupShares.most * total ? 'most' : 'some';
  };
  return [...scores]
    .filter(([serial]) => !excluded.has(serial) && (among?.has(serial) ?? true))
    .map(([serial, { score, words: found }]) => ({ serial, score, group: groupOf(score, found) }))
    .sort(
      (a, b) =>
        groupOrder.indexOf(a.group) - groupOrder.indexOf(b.group) || b.score - a.score || b.serial - a.serial,
    )
    .filter(
      ({ group, score }, place) =>
        group === 'all' || score >= resultGroupShares.least * total || place < resultGroupShares.fewest,
    );
}
