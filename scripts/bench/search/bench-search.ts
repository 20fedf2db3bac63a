/** `npm run bench -- search`: compares results and costs of this search and others. */
import { locales, type Locale } from '@/i18n/locales';
import { translator } from '@/i18n/translate';
import type { Site } from '@/site/site';
import { writeSearchIndex } from '@/search/index/build-index';
import { formatColumns } from '../format-columns';
import { createRandom } from '../content/random';
import { measurePrefixRecall, type PrefixRecall } from './cases/prefix-recall';
import { buildCorpusSite } from './cases/corpus';
import { printSearchCosts } from './search-costs';
import { loadOtherEngines } from './engines/engines';
import { allowFileFetch, createOwnEngine } from './engines/own-engine';
import { measureIndexing, measureLayer } from './index-cost';
import { readCorpus } from './cases/judgements';
import { readPhrases } from './cases/phrases';
import { measureQuality, type Quality } from './quality';
import { drawQueries, queryClasses } from './cases/queries';

export interface BenchSearchOptions {
  /** The number in each language. */
  readonly opportunities: number;
  /** The seed of the queries. */
  readonly seed: number;
  /** The number of queries of each class. */
  readonly each: number;
  /** Compares with other engines. */
  readonly others: boolean;
  /** Measures the quality of results. */
  readonly quality: boolean;
  /** Measures the costs: a whole build, and visits in a browser. */
  readonly browser: boolean;
  readonly executablePath: () => string | undefined;
}

type Print = (line: string) => void;

const workDir = '.local/bench/search';
const formatPercent = (share: number) => (100 * share).toFixed(1);

/** Formats a table of one language: a row for each class, with found@5 in %, MRR and nDCG@10 of each engine. */
function formatQualityTable(locale: Locale, judged: readonly Quality[]): string[] {
  const present = queryClasses.filter((kind) => judged[0]?.byClass.has(kind));
  const cell = ({ foundAt5, reciprocalRank, ndcg }: Quality['all']) =>
    `${formatPercent(foundAt5)} / ${reciprocalRank.toFixed(2)} / ${ndcg.toFixed(2)}`;
  const rows = [
    ...present.map((kind) => [
      kind,
      ...judged.map(({ byClass }) => {
        const score = byClass.get(kind);
        return score ? cell(score) : '–';
      }),
    ]),
    ['all classes alike', ...judged.map(({ all }) => `${cell({ ...all })}`)],
    ['p95 in Node, ms', ...judged.map(({ p95 }) => p95.toFixed(1))],
    [
      'whole index, kB gzip',
      ...judged.map(({ download }) => (download === undefined ? 'in parts' : (download / 1000).toFixed(0))),
    ],
  ];
  return formatColumns([locale, ...judged.map(({ engine }) => engine)], rows);
}

/** Runs the same queries on every engine, and prints the tables. */
async function compareEngines(
  site: Site,
  { seed, each, others }: BenchSearchOptions,
  print: Print,
): Promise<void> {
  const indexDir = `${workDir}/index`;
  // This search is the first. The others may have to be installed, which is done before the long part.
  const engines = [createOwnEngine(indexDir), ...(others ? await loadOtherEngines(workDir, print) : [])];
  allowFileFetch();
  print('Indexing for this search');
  const { duration, peak } = await measureIndexing(() => writeSearchIndex({ site, outDir: indexDir }));
  const layer = await measureLayer();
  print('');
  print(
    `The index of all languages: ${(duration / 1000).toFixed(1)} s, at most ${(peak / 1e6).toFixed(0)} MB with Pagefind’s process and the corpus in this one.`,
  );
  print(
    `Our layer’s code (address, words, facets; not what draws them): ${(layer.brotli / 1000).toFixed(1)} kB Brotli, ${(layer.gzip / 1000).toFixed(1)} kB gzip.`,
  );
  print('');
  for (const { name, settings } of engines) print(`${name}: ${settings}`);
  for (const locale of locales) {
    const own = site.byLocale.get(locale);
    if (!own) continue;
    const corpus = readCorpus(own.opportunities, translator(locale));
    const queries = drawQueries(corpus, readPhrases(own, corpus), { locale, seed, each });
    const judged: Quality[] = [];
    let shares: PrefixRecall | undefined;
    for (const { name, open } of engines) {
      const engine = await open(corpus.opportunities, locale);
      judged.push(await measureQuality(name, locale, engine, queries));
      shares ??= await measurePrefixRecall(engine, corpus, createRandom(seed, locale.charCodeAt(1)));
      await engine.close?.();
    }
    print('');
    for (const line of formatQualityTable(locale, judged)) print(line);
    if (shares) {
      print(
        `  beginnings of three letters: ${formatPercent(shares.all)} % of what begins so is found here, ${formatPercent(shares.least)} % of “${shares.worst}…” at worst`,
      );
    }
    for (const query of judged[0]?.missed ?? []) print(`  missed here (${query.kind}): ${query.text}`);
  }
}

/** Measures and prints. Rejects with the errors of a build. */
export async function benchSearch(options: BenchSearchOptions, print: Print): Promise<void> {
  const { opportunities, seed, each } = options;
  print(
    `${opportunities} opportunities in each language; ${each} queries of each class, drawn with the seed ${seed}.`,
  );
  if (options.quality) {
    print(
      'Each cell: found among the first five, % / mean reciprocal rank / nDCG@10. This search is asked in Node, through',
    );
    print('the modules that the browser runs, over the files that the browser loads.');
    await compareEngines(buildCorpusSite(opportunities), options, print);
  }
  if (options.browser) await printSearchCosts(opportunities, options.executablePath(), print);
}
