/** How well each engine finds, a language and a class of queries at a time. */
import type { Locale } from '@/i18n/locales';
import { percentile } from './percentile';
import type { BenchEngine } from './engines/engine';
import type { Gains } from './cases/judgements';
import type { BenchQuery, QueryClass } from './cases/queries';

export interface QualityScore {
  /** 1 where one of the first five is right, else 0. */
  readonly foundAt5: number;
  /** 1 divided by the place of the first right one; 0 where there is none. */
  readonly reciprocalRank: number;
  /** Normalized discounted cumulative gain of the first ten (Järvelin & Kekäläinen 2002), with linear gains. */
  readonly ndcg: number;
}

const sumDiscounted = (gains: readonly number[]) =>
  gains.slice(0, 10).reduce((sum, gain, index) => sum + gain / Math.log2(index + 2), 0);

/** Judges ids, best first. Gains must hold at least one. */
function scoreResults(ids: readonly string[], gains: Gains): QualityScore {
  const first = ids.findIndex((id) => gains.has(id));
  const ideal = sumDiscounted([...gains.values()].sort((a, b) => b - a));
  return {
    foundAt5: first >= 0 && first < 5 ? 1 : 0,
    reciprocalRank: first < 0 ? 0 : 1 / (first + 1),
    ndcg: sumDiscounted(ids.map((id) => gains.get(id) ?? 0)) / ideal,
  };
}

/** The mean of each figure; NaN for none. */
function averageScores(scores: readonly QualityScore[]): QualityScore {
  const of = (figure: keyof QualityScore) =>
    scores.reduce((sum, one) => sum + one[figure], 0) / scores.length;
  return { foundAt5: of('foundAt5'), reciprocalRank: of('reciprocalRank'), ndcg: of('ndcg') };
}

export interface Quality {
  readonly engine: string;
  readonly locale: Locale;
  readonly byClass: ReadonlyMap<QueryClass, QualityScore>;
  /** Of all queries, each class counting alike. */
  readonly all: QualityScore;
  /** Time of an answer, 95th percentile of all but the first, ms. */
  readonly p95: number;
  /** The whole index as gzip, bytes; undefined where it is loaded in parts. */
  readonly download: number | undefined;
  /** Queries whose first five had nothing right. */
  readonly missed: readonly BenchQuery[];
}

/** Asks an engine every query. */
export async function measureQuality(
  name: string,
  locale: Locale,
  engine: BenchEngine,
  queries: readonly BenchQuery[],
): Promise<Quality> {
  const scores: { readonly query: BenchQuery; readonly score: QualityScore }[] = [];
  const times: number[] = [];
  for (const query of queries) {
    const started = performance.now();
    const ids = await engine.search(query);
    times.push(performance.now() - started);
    scores.push({ query, score: scoreResults(ids, query.gains) });
  }
  const grouped = Map.groupBy(scores, ({ query }) => query.kind);
  const byClass = new Map(
    [...grouped].map(([kind, some]) => [kind, averageScores(some.map((one) => one.score))]),
  );
  return {
    engine: name,
    locale,
    byClass,
    all: averageScores([...byClass.values()]),
    p95: percentile(times.slice(1), 95),
    download: engine.download,
    missed: scores.filter((one) => one.score.foundAt5 === 0).map((one) => one.query),
  };
}
