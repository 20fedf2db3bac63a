/** How good a list of results is. Pure. */
import type { Gains } from './cases/judgements';

export interface QualityScore {
  /** 1 where one of the first five is right, else 0. */
  readonly foundAt5: number;
  /** 1 divided by the place of the first right one; 0 where there is none. */
  readonly reciprocalRank: number;
  /** Normalized discounted cumulative gain of the first ten (Järvelin & Kekäläinen 2002), with linear gains. */
  readonly ndcg: number;
}

const discounted = (gains: readonly number[]) =>
  gains.slice(0, 10).reduce((sum, gain, index) => sum + gain / Math.log2(index + 2), 0);

/** Judges ids, best first. Gains must hold at least one. */
export function score(ids: readonly string[], gains: Gains): QualityScore {
  const first = ids.findIndex((id) => gains.has(id));
  const ideal = discounted([...gains.values()].sort((a, b) => b - a));
  return {
    foundAt5: first >= 0 && first < 5 ? 1 : 0,
    reciprocalRank: first < 0 ? 0 : 1 / (first + 1),
    ndcg: discounted(ids.map((id) => gains.get(id) ?? 0)) / ideal,
  };
}

/** The mean of each figure; NaN for none. */
export function mean(scores: readonly QualityScore[]): QualityScore {
  const of = (figure: keyof QualityScore) =>
    scores.reduce((sum, one) => sum + one[figure], 0) / scores.length;
  return { foundAt5: of('foundAt5'), reciprocalRank: of('reciprocalRank'), ndcg: of('ndcg') };
}
