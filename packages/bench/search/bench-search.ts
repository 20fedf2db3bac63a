/** Measures how well and how cheaply the search finds words. */
import { locales, type Locale } from '@/i18n/locales';
import { translator } from '@/i18n/translate';
import { writeSearchIndex } from '@/search/index/build-index';
import type { Site } from '@/site/site';
import { formatSeconds, printTable } from '../print-table';
import { buildCorpusSite } from './cases/corpus';
import { readCorpus } from './cases/judgements';
import { readPhrases } from './cases/phrases';
import { drawQueries, queryClasses } from './cases/queries';
import { allowFileFetch, openSearch } from './own-engine';
import { measureQuality, type Quality } from './quality';
import { printSearchCosts } from './search-costs';

export interface BenchSearchOptions {
  /** The number in each language. */
  readonly opportunities: number;
  /** The seed of the queries. */
  readonly seed: number;
  /** Measures the quality of results. */
  readonly quality: boolean;
  /** Measures the costs: a whole build, and visits in a browser. */
  readonly browser: boolean;
  readonly executablePath: () => string | undefined;
}

type Print = (line: string) => void;

const indexDir = '.local/bench/search/index';

/** The queries of each class. */
const each = 60;

/** Prints a table of one language: a row for each class, with found@5 in %, MRR and nDCG@10. */
function printQuality(locale: Locale, { byClass, all, p95, missed }: Quality, print: Print): void {
  const row = (name: string, { foundAt5, reciprocalRank, ndcg }: Quality['all']) => [
    name,
    (100 * foundAt5).toFixed(1),
    reciprocalRank.toFixed(2),
    ndcg.toFixed(2),
  ];
  const rows = queryClasses.flatMap((kind) => {
    const score = byClass.get(kind);
    return score ? [row(kind, score)] : [];
  });
  printTable(
    print,
    [locale, 'in five, %', 'MRR', 'nDCG@10'],
    [...rows, row('all classes alike', all), ['p95 in Node, ms', p95.toFixed(1), '', '']],
  );
  for (const { kind, text } of missed) print(`  missed (${kind}): ${text}`);
}

/** Writes the index, asks the queries of each language, and prints the tables. */
async function printQualities(site: Site, seed: number, print: Print): Promise<void> {
  allowFileFetch();
  const started = performance.now();
  await writeSearchIndex({ site, outDir: indexDir });
  print(`The index of all languages took ${formatSeconds(performance.now() - started)} s.`);
  for (const locale of locales) {
    const own = site.byLocale.get(locale);
    if (!own) continue;
    const corpus = readCorpus(own.opportunities, translator(locale));
    const queries = drawQueries(corpus, readPhrases(own, corpus), { locale, seed, each });
    const search = openSearch(indexDir, corpus.opportunities, locale);
    printQuality(locale, await measureQuality(search, queries), print);
  }
}

/** Measures and prints. Rejects with the errors of a build. */
export async function benchSearch(options: BenchSearchOptions, print: Print): Promise<void> {
  const { opportunities, seed, quality, browser, executablePath } = options;
  print(
    `${opportunities} opportunities in each language; ${each} queries of each class, drawn with the seed ${seed}.`,
  );
  const site = buildCorpusSite(opportunities);
  if (quality) await printQualities(site, seed, print);
  if (browser) await printSearchCosts(site, opportunities, executablePath(), print);
}
