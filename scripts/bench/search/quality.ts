/** How well each engine finds, a language and a class of queries at a time. */
import type { Locale } from '@/i18n/locales';
import { percentile } from './percentile';
import type { BenchEngine } from './engines/engine';
import { mean, score, type QualityScore } from './metrics';
import type { BenchQuery, QueryClass } from './cases/queries';

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
export async function judge(
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
    scores.push({ query, score: score(ids, query.gains) });
  }
  const grouped = Map.groupBy(scores, ({ query }) => query.kind);
  const byClass = new Map([...grouped].map(([kind, some]) => [kind, mean(some.map((one) => one.score))]));
  return {
    engine: name,
    locale,
    byClass,
    all: mean([...byClass.values()]),
    p95: percentile(times.slice(1), 95),
    download: engine.download,
    missed: scores.filter((one) => one.score.foundAt5 === 0).map((one) => one.query),
  };
}
