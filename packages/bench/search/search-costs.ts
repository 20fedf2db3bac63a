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
import { misspell } from './cases/misspell';
import {
  measureQuestions,
  pressHomeButton,
  sumLoaded,
  visitSearch,
  type LoadedBytes,
  type SearchVisit,
} from './visit-search';

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

/** The numbers of words that are searched for in each language, and of misspelt ones. */
const wordCount = 20;
const wrongCount = 5;
/** The number of questions after the first, each of three words of an opportunity. */
const questionCount = 10;

interface DrawnWords {
  readonly right: readonly string[];
  readonly wrong: readonly string[];
  readonly questions: readonly string[];
}

function drawWords(corpusSite: Site, locale: Locale): DrawnWords {
  const own = corpusSite.byLocale.get(locale);
  if (!own) throw new RangeError(`The corpus has no ${locale}.`);
  // By default a search finds only these.
  const open = own.opportunities.filter(({ stage }) => acceptsApplications(stage));
  const { opportunities } = readCorpus(open, translator(locale));
  const random = createRandom(7, locale.charCodeAt(0));
  const right = Array.from({ length: wordCount }, () =>
    random.pick(random.pick(opportunities).written.filter((word) => word.length >= 6)),
  );
  const wrong = right.slice(0, wrongCount).map((word) => misspell(word, 'replaced', 1, random));
  const questions = Array.from({ length: questionCount }, () => {
    const long = random.pick(opportunities).written.filter((word) => word.length >= 4);
    return [random.pick(long), random.pick(long), random.pick(long)].join(' ');
  });
  return { right, wrong, questions };
}

const median = (values: readonly number[]) => percentile(values, 50);

const parts = ['code', 'columns', 'synonyms', 'terms', 'texts', 'dictionary', 'page'] as const;

function buildLedgerRow(name: string, visits: readonly SearchVisit[]): string[] {
  const all = visits.map(({ bytes }) => sumLoaded(bytes));
  const part = (key: keyof LoadedBytes) => formatKilobytes(median(visits.map(({ bytes }) => bytes[key])));
  const requests = median(visits.map((visit) => visit.requests)).toFixed(0);
  return [
    name,
    requests,
    `${formatKilobytes(median(all))} / ${formatKilobytes(Math.max(...all))}`,
    ...parts.map(part),
  ];
}

async function measureLocale(browser: Browser, url: string, locale: Locale, words: DrawnWords) {
  const search = new URL(pathOf(locale, { to: 'section', section: 'search' }), url).href;
  const home = new URL(pathOf(locale, { to: 'home' }), url).href;
  const buildAddress = (word: string) => `${search}?q=${encodeURIComponent(word)}`;
  const visitEach = async (some: readonly string[]) => {
    const visits: SearchVisit[] = [];
    for (const word of some) visits.push(await visitSearch(browser, buildAddress(word)));
    return visits;
  };
  const bytes = [
    buildLedgerRow(`${locale}, a word`, await visitEach(words.right)),
    buildLedgerRow(`${locale}, misspelt`, await visitEach(words.wrong)),
  ];
  const pressed: number[] = [];
  for (let turn = 0; turn < 3; turn++) pressed.push(await pressHomeButton(browser, home));
  const later = await measureQuestions(browser, buildAddress(words.right[0] ?? ''), words.questions);
  return {
    bytes,
    times: [
      locale,
      formatSeconds(median(pressed), 2),
      `${formatKilobytes(median(later))} / ${formatKilobytes(Math.max(...later))}`,
    ],
  };
}

/** Builds a site of the corpus, visits its search, and prints the tables. */
export async function printSearchCosts(
  corpus: Site,
  opportunities: number,
  executablePath: string | undefined,
  print: (line: string) => void,
): Promise<void> {
  const site = await openSearchSite(corpus, opportunities, print);
  const browser = await openBrowser(executablePath);
  try {
    const found = [];
    for (const locale of locales)
      found.push(await measureLocale(browser, site.url, locale, drawWords(corpus, locale)));
    print(`
What a first search loads with an empty cache, kB of bodies as they were sent (Brotli), median / most of all
words; the parts and the page itself, HTML and styles, as medians.`);
    printTable(
      print,
      ['search', 'requests', 'without page', ...parts],
      found.flatMap(({ bytes }) => bytes),
    );
    print(`
From pressing the home page's button to the first result at 400 kbit/s, 400 ms, 6x CPU; and what further questions
of three words load in the same visit, kB, median / most.`);
    printTable(
      print,
      ['search', 'from home, s', 'a further question'],
      found.map(({ times }) => times),
    );
  } finally {
    await browser.close();
    await site.close();
  }
}
