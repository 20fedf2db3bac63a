/** Compares results and costs of this search and others. */
import { locales, type Locale } from '@/i18n/locales';
import { translator } from '@/i18n/translate';
import { writeSearchIndex } from '@/search/index/build-index';
import type { Site } from '@/site/site';
import { readResourceUse } from '../build/process-tree';
import { formatSeconds, printTable } from '../print-table';
import { buildCorpusSite } from './cases/corpus';
import { readCorpus } from './cases/judgements';
import { readPhrases } from './cases/phrases';
import { drawQueries, queryClasses } from './cases/queries';
import { loadRivals } from './engines/engines';
import { allowFileFetch, createOwnEngine } from './engines/own-engine';
import { measureQuality, type Quality } from './quality';
import { printSearchCosts } from './search-costs';

export interface BenchSearchOptions {
  /** The number in each language. */
  readonly opportunities: number;
  /** The seed of the queries. */
  readonly seed: number;
  /** Compares with other engines. */
  readonly rivals: boolean;
  /** Measures the quality of results. */
  readonly quality: boolean;
  /** Measures the costs: a whole build, and visits in a browser. */
  readonly browser: boolean;
  readonly executablePath: () => string | undefined;
}

type Print = (line: string) => void;

const workDir = '.local/bench/search';

/** The queries of each class. */
const each = 60;

/** Prints a table of one language: a row for each class, with found@5 in %, MRR and nDCG@10 of each engine. */
function printQuality(locale: Locale, judged: readonly Quality[], print: Print): void {
  const cell = ({ foundAt5, reciprocalRank, ndcg }: Quality['all']) =>
    `${(100 * foundAt5).toFixed(1)} / ${reciprocalRank.toFixed(2)} / ${ndcg.toFixed(2)}`;
  const rowOf = (kind: (typeof queryClasses)[number]) =>
    judged.flatMap(({ byClass }) => byClass.get(kind) ?? []).map(cell);
  printTable(
    print,
    [locale, ...judged.map(({ engine }) => engine)],
    [
      ...queryClasses.map((kind) => [kind, ...rowOf(kind)]).filter(({ length }) => length > 1),
      ['all classes alike', ...judged.map(({ all }) => cell(all))],
      ['p95 in Node, ms', ...judged.map(({ p95 }) => p95.toFixed(1))],
    ],
  );
  for (const { kind, text } of judged[0]?.missed ?? []) print(`  missed here (${kind}): ${text}`);
}

/** Writes the index, and prints its time and memory. */
async function writeMeasuredIndex(site: Site, outDir: string, print: Print): Promise<void> {
  print('Indexing for this search');
  const started = performance.now();
  let peak = 0;
  const takeSample = () => (peak = Math.max(peak, readResourceUse(process.pid)?.memory ?? 0));
  const timer = setInterval(takeSample, 100);
  try {
    await writeSearchIndex({ site, outDir });
  } finally {
    clearInterval(timer);
  }
  const memory = `${(peak / 1e6).toFixed(0)} MB with Pagefind’s process and the corpus in this one`;
  print(`The index of all languages: ${formatSeconds(performance.now() - started)} s, at most ${memory}.`);
}

/** Runs the same queries on every engine, and prints the tables. */
async function compareEngines(site: Site, { seed, rivals }: BenchSearchOptions, print: Print): Promise<void> {
  const indexDir = `${workDir}/index`;
  // This search is the first. The others may have to be installed, which is done before the long part.
  const engines = [createOwnEngine(indexDir), ...(rivals ? await loadRivals(workDir, print) : [])];
  allowFileFetch();
  await writeMeasuredIndex(site, indexDir, print);
  for (const { name, settings } of engines) print(`${name}: ${settings}`);
  for (const locale of locales) {
    const own = site.byLocale.get(locale);
    if (!own) continue;
    const corpus = readCorpus(own.opportunities, translator(locale));
    const queries = drawQueries(corpus, readPhrases(own, corpus), { locale, seed, each });
    const judged: Quality[] = [];
    for (const { name, open } of engines) {
      const engine = await open(corpus.opportunities, locale);
      judged.push(await measureQuality(name, engine, queries));
      await engine.close?.();
    }
    printQuality(locale, judged, print);
  }
}

/** Measures and prints. Rejects with the errors of a build. */
export async function benchSearch(options: BenchSearchOptions, print: Print): Promise<void> {
  const { opportunities, seed } = options;
  print(
    `${opportunities} opportunities in each language; ${each} queries of each class, drawn with the seed ${seed}.`,
  );
  const site = buildCorpusSite(opportunities);
  if (options.quality) {
    print(`Each cell: found among the first five, % / mean reciprocal rank / nDCG@10. This search is asked in Node, through
the modules that the browser runs, over the files that the browser loads.`);
    await compareEngines(site, options, print);
  }
  if (options.browser) await printSearchCosts(site, opportunities, options.executablePath(), print);
}
