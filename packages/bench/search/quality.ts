/** Measures the results of a search for the queries of one language. */
import { percentile } from '../print-table';
import type { Gains } from './cases/judgements';
import type { BenchQuery, QueryClass } from './cases/queries';
import type { Search } from './own-engine';

interface QualityScore {
  /** 1 if one of the first five is right, else 0. */
  readonly foundAt5: number;
  /** 1 divided by the place of the first right one; 0 if there is none. */
  readonly reciprocalRank: number;
  readonly ndcg: number;
}

const sumDiscounted = (gains: readonly number[]) =>
  gains.slice(0, 10).reduce((sum, gain, index) => sum + gain / Math.log2(index + 2), 0);

/**
 * The normalized discounted cumulative gain of the first ten ids, best first (Järvelin & Kekäläinen 2002); 0 where nothing
 * is right.
 */
export function ndcgOf(ids: readonly string[], gains: Gains): number {
  const ideal = sumDiscounted([...gains.values()].sort((a, b) => b - a));
  return ideal === 0 ? 0 : sumDiscounted(ids.map((id) => gains.get(id) ?? 0)) / ideal;
}

function scoreResults(ids: readonly string[], gains: Gains): QualityScore {
  const first = ids.findIndex((id) => gains.has(id));
  return {
    foundAt5: first >= 0 && first < 5 ? 1 : 0,
    reciprocalRank: first < 0 ? 0 : 1 / (first + 1),
    ndcg: ndcgOf(ids, gains),
  };
}

/** Returns the mean of each figure; NaN for none. */
function averageScores(scores: readonly QualityScore[]): QualityScore {
  const of = (figure: keyof QualityScore) =>
    scores.reduce((sum, one) => sum + one[figure], 0) / scores.length;
  return { foundAt5: of('foundAt5'), reciprocalRank: of('reciprocalRank'), ndcg: of('ndcg') };
}

export interface Quality {
  readonly byClass: ReadonlyMap<QueryClass, QualityScore>;
  /** The score of all queries, with the same weight for each class. */
  readonly all: QualityScore;
  /** The 95th percentile of the times of all answers but the first, ms. */
  readonly p95: number;
  /** Queries without a right result among the first five. */
  readonly missed: readonly BenchQuery[];
}

/** Asks every query. */
export async function measureQuality(search: Search, queries: readonly BenchQuery[]): Promise<Quality> {
  const scores: { readonly query: BenchQuery; readonly score: QualityScore }[] = [];
  const times: number[] = [];
  for (const query of queries) {
    const started = performance.now();
    const ids = await search(query);
    times.push(performance.now() - started);
    scores.push({ query, score: scoreResults(ids, query.gains) });
  }
  const grouped = Map.groupBy(scores, ({ query }) => query.kind);
  const byClass = new Map(
    [...grouped].map(([kind, some]) => [kind, averageScores(some.map((one) => one.score))]),
  );
  return {
    byClass,
    all: averageScores([...byClass.values()]),
    p95: percentile(times.slice(1), 95),
    missed: scores.filter((one) => one.score.foundAt5 === 0).map((one) => one.query),
  };
}
