/** Measures the bytes and the times of searches in a browser, on a built site. */
import path from 'node:path';
import type { Browser } from '@playwright/test';
import { readConfig } from '@/config/config';
import { locales, type Locale } from '@/i18n/locales';
import { pathOf } from '@/i18n/routes';
import { translator } from '@/i18n/translate';
import { acceptsApplications } from '@/model/time/lifecycle';
import { build } from '@/publish/build/build';
import { writeSearchIndex } from '@/search/index/build-index';
import type { Site } from '@/site/site';
import { openBrowser } from '../browser';
import { precompress } from '../compress';
import { writeEntries } from '../content/generate-content';
import { createRandom } from '../content/random';
import { benchNow, type GeneratedEntry } from '../content/setting';
import { formatKilobytes, formatSeconds, percentile, printTable } from '../print-table';
import { serveSecure, type SecureServer } from '../serve-secure';
import { generateCorpusEntries } from './cases/corpus';
import { readCorpus } from './cases/judgements';
import { measureQuestions, pressHomeButton, visitSearch, type SearchVisit } from './visit-search';

const workDir = '.local/bench/search-site';

/** The files that the pages of home and search load. Compressing thirty thousand other pages would take minutes. */
const searchFiles =
  /^(?:assets|search|words)\/|^pagefind\/|^\w+\/(?:(?:search|recherche|buscar)\/)?index\.html$/;

/** The entries without logos: a search needs no pictures. */
function* withoutLogos(entries: Iterable<GeneratedEntry>): Generator<GeneratedEntry> {
  for (const entry of entries) {
    const others = Object.entries(entry.fields).filter(([name]) => name !== 'logo');
    yield { ...entry, fields: Object.fromEntries(others) };
  }
}

/**
 * The most opportunities whose pages are built. Of more only the index is: a search loads nothing else of them, and their
 * pages and pictures would take an hour.
 */
const mostPages = 1000;

/** Generates, builds, compresses and serves. Rejects with the errors of a build. */
async function openSearchSite(
  corpus: Site,
  opportunities: number,
  print: (line: string) => void,
): Promise<SecureServer> {
  const [content, dir] = [path.join(workDir, 'content'), path.join(workDir, 'dist')];
  await writeEntries(content, withoutLogos(generateCorpusEntries(Math.min(opportunities, mostPages))));
  await build({
    config: readConfig({ CONTENT_SOURCE: 'files', CONTENT_DIR: content, SITE_NOW: benchNow }),
    outDir: dir,
    progress: print,
  });
  if (opportunities > mostPages) await writeSearchIndex({ site: corpus, outDir: dir });
  await precompress(dir, (name) => searchFiles.test(name));
  return serveSecure(dir);
}

/** The numbers of words that are searched for in each language, and of questions of three words after one. */
const [wordCount, questionCount] = [20, 10] as const;

interface DrawnWords {
  readonly words: readonly string[];
  readonly questions: readonly string[];
}

function drawWords(corpusSite: Site, locale: Locale): DrawnWords {
  const own = corpusSite.byLocale.get(locale);
  if (!own) throw new RangeError(`The corpus has no ${locale}.`);
  // By default a search finds only these.
  const open = own.opportunities.filter(({ stage }) => acceptsApplications(stage));
  const { opportunities } = readCorpus(open, translator(locale));
  const random = createRandom(7, locale.charCodeAt(0));
  const words = Array.from({ length: wordCount }, () =>
    random.pick(random.pick(opportunities).written.filter((word) => word.length >= 6)),
  );
  const questions = Array.from({ length: questionCount }, () => {
    const long = random.pick(opportunities).written.filter((word) => word.length >= 4);
    return [random.pick(long), random.pick(long), random.pick(long)].join(' ');
  });
  return { words, questions };
}

const median = (values: readonly number[]) => percentile(values, 50);

const formatRange = (bytes: readonly number[]) =>
  `${formatKilobytes(median(bytes))} / ${formatKilobytes(Math.max(...bytes))}`;

/** Makes all visits of a language. Resolves to its row of the table. */
async function measureLocale(
  browser: Browser,
  url: string,
  locale: Locale,
  { words, questions }: DrawnWords,
): Promise<string[]> {
  const search = new URL(pathOf(locale, { to: 'section', section: 'search' }), url).href;
  const home = new URL(pathOf(locale, { to: 'home' }), url).href;
  const buildAddress = (word: string) => `${search}?q=${encodeURIComponent(word)}`;
  const visits: SearchVisit[] = [];
  for (const word of words) visits.push(await visitSearch(browser, buildAddress(word)));
  const pressed: number[] = [];
  for (let turn = 0; turn < 3; turn++) pressed.push(await pressHomeButton(browser, home));
  const later = await measureQuestions(browser, buildAddress(words[0] ?? ''), questions);
  return [
    locale,
    formatRange(visits.map(({ bytes }) => bytes)),
    median(visits.map(({ requests }) => requests)).toFixed(0),
    formatSeconds(median(pressed), 2),
    formatRange(later),
  ];
}

/** Builds a site of the corpus, visits its search, and prints the table. */
export async function printSearchCosts(
  corpus: Site,
  opportunities: number,
  executablePath: string | undefined,
  print: (line: string) => void,
): Promise<void> {
  const site = await openSearchSite(corpus, opportunities, print);
  const browser = await openBrowser(executablePath);
  try {
    const rows: string[][] = [];
    for (const locale of locales)
      rows.push(await measureLocale(browser, site.url, locale, drawWords(corpus, locale)));
    print(`
What a first search for a word loads besides its page with an empty cache, kB of bodies as they were sent (Brotli), median /
most; from pressing the home page's button to the first result at 400 kbit/s, 400 ms, 6x CPU; and what further questions
of three words load in the same visit.`);
    printTable(print, ['search', 'all, kB', 'requests', 'from home, s', 'a further question, kB'], rows);
  } finally {
    await browser.close();
    await site.close();
  }
}
