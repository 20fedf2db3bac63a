/** Measures the bytes and the times of searches in a browser, on a built site. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { contentTypes } from '@/model/types/types';
import { build } from '@/publish/build/build';
import { writeSearchIndex } from '@/search/index/build-index';
import { readConfig } from '@/config/config';
import { formatYaml } from '../content/generate-content';
import { precompress } from '../compress';
import { benchNow } from '../content/setting';
import { serveSecure, type SecureServer } from '../serve-secure';
import { locales, type Locale } from '@/i18n/locales';
import { pathOf } from '@/i18n/routes';
import { translator } from '@/i18n/translate';
import type { Browser } from '@playwright/test';
import { acceptsApplications } from '@/model/time/lifecycle';
import { openBrowser } from '../browser';
import { formatColumns } from '../format-columns';
import { createRandom } from '../content/random';
import { buildCorpusSite, generateCorpusEntries } from './cases/corpus';
import { misspell } from './cases/misspell';
import { readCorpus } from './cases/judgements';
import { percentile } from './percentile';
import {
  distantConnection,
  measureQuestions,
  openFreshPage,
  poorConnection,
  pressHomeButton,
  slowConnection,
  sumLoaded,
  timeChoices,
  timeWords,
  visitSearch,
  type LoadedBytes,
  type SearchVisit,
} from './visit-search';

const workDir = '.local/bench/search-site';

/** The files that the pages of home and search load. Compressing thirty thousand other pages would take minutes. */
const searchFiles =
  /^(?:assets|search|words)\/|^pagefind\/|^\w+\/(?:(?:search|recherche|buscar)\/)?index\.html$/;

interface SearchSite extends SecureServer {
  readonly dir: string;
}

async function writeContent(dir: string, opportunities: number): Promise<void> {
  await rm(workDir, { recursive: true, force: true });
  for (const { folder } of Object.values(contentTypes))
    await mkdir(path.join(dir, folder), { recursive: true });
  for (const entry of generateCorpusEntries(opportunities)) {
    // A search needs no pictures.
    const fields = Object.fromEntries(Object.entries(entry.fields).filter(([name]) => name !== 'logo'));
    await writeFile(path.join(dir, entry.folder, `${entry.id}.yml`), formatYaml({ ...entry, fields }));
  }
}

/**
 * The most opportunities whose pages are built. Of more only the index is: a search loads nothing else of them, and their
 * pages and pictures would take an hour.
 */
const mostPages = 1000;

/** Generates, builds, compresses and serves. Rejects with the errors of a build. */
async function openSearchSite(opportunities: number, print: (line: string) => void): Promise<SearchSite> {
  const [content, dir] = [path.join(workDir, 'content'), path.join(workDir, 'dist')];
  await writeContent(content, Math.min(opportunities, mostPages));
  await build({
    config: readConfig({ CONTENT_SOURCE: 'files', CONTENT_DIR: content, SITE_NOW: benchNow }),
    outDir: dir,
    progress: print,
  });
  if (opportunities > mostPages)
    await writeSearchIndex({ site: buildCorpusSite(opportunities), outDir: dir });
  await precompress(dir, (name) => searchFiles.test(name));
  return { ...(await serveSecure(dir)), dir };
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

function drawWords(opportunities: number, locale: Locale): DrawnWords {
  const own = buildCorpusSite(opportunities).byLocale.get(locale);
  if (!own) throw new RangeError(`The corpus has no ${locale}.`);
  // By default a search finds only these.
  const open = own.opportunities.filter(({ stage }) => acceptsApplications(stage));
  const corpus = readCorpus(open, translator(locale));
  const random = createRandom(7, locale.charCodeAt(0));
  const right = Array.from({ length: wordCount }, () => {
    const long = random.pick(corpus.opportunities).written.filter((word) => word.length >= 6);
    return random.pick(long);
  });
  const wrong = right.slice(0, wrongCount).map((word) => misspell(word, 'replaced', 1, random));
  const questions = Array.from({ length: questionCount }, () => {
    const long = random.pick(corpus.opportunities).written.filter((word) => word.length >= 4);
    return [random.pick(long), random.pick(long), random.pick(long)].join(' ');
  });
  return { right, wrong, questions };
}

const formatKilobytes = (bytes: number) => (bytes / 1000).toFixed(1);
const median = (values: readonly number[]) => percentile(values, 50);

function buildLedgerRow(name: string, visits: readonly SearchVisit[]): string[] {
  const all = visits.map(({ bytes }) => sumLoaded(bytes));
  const part = (key: keyof LoadedBytes) => formatKilobytes(median(visits.map(({ bytes }) => bytes[key])));
  const parts = (['code', 'columns', 'synonyms', 'terms', 'texts', 'dictionary', 'page'] as const).map(part);
  const requests = median(visits.map((visit) => visit.requests)).toFixed(0);
  return [name, requests, `${formatKilobytes(median(all))} / ${formatKilobytes(Math.max(...all))}`, ...parts];
}

async function visitEach(
  browser: Browser,
  addresses: readonly string[],
  line?: Parameters<typeof visitSearch>[2],
) {
  const visits: SearchVisit[] = [];
  for (const address of addresses) visits.push(await visitSearch(browser, address, line));
  return visits;
}

async function measureLocale(browser: Browser, url: string, locale: Locale, words: DrawnWords) {
  const search = new URL(pathOf(locale, { to: 'section', section: 'search' }), url).href;
  const buildAddress = (word: string) => `${search}?q=${encodeURIComponent(word)}`;
  const right = await visitEach(browser, words.right.map(buildAddress));
  const wrong = await visitEach(browser, words.wrong.map(buildAddress));
  const poor = await visitEach(browser, words.right.slice(0, 5).map(buildAddress), slowConnection);
  const far = await visitEach(browser, words.right.slice(0, 3).map(buildAddress), distantConnection);
  const home = new URL(pathOf(locale, { to: 'home' }), url).href;
  const pressed: number[] = [];
  for (let turn = 0; turn < 3; turn++) pressed.push(await pressHomeButton(browser, home, poorConnection));
  const asking = await openFreshPage(browser);
  await asking.goto(buildAddress(words.right[0] ?? ''));
  await asking.locator('.search-main ul.rows[aria-busy=false] li').first().waitFor();
  await asking.waitForLoadState('networkidle');
  const later = await measureQuestions(asking, words.questions);
  await asking.context().close();
  const page = await openFreshPage(browser);
  await page.goto(buildAddress(words.right[0] ?? ''));
  await page.locator('.search-main ul.rows[aria-busy=false] li').first().waitFor();
  const warm = await timeWords(page, words.right);
  const choices = await timeChoices(page, 10);
  await page.context().close();
  return {
    bytes: [buildLedgerRow(`${locale}, a word`, right), buildLedgerRow(`${locale}, misspelt`, wrong)],
    times: [
      locale,
      (median(poor.map(({ first }) => first)) / 1000).toFixed(2),
      (median(far.map(({ first, html }) => first - html)) / distantConnection.latency).toFixed(1),
      percentile(warm, 95).toFixed(0),
      percentile(choices, 95).toFixed(0),
      (median(pressed) / 1000).toFixed(2),
      `${formatKilobytes(median(later))} / ${formatKilobytes(Math.max(...later))}`,
    ],
  };
}

/** Builds a site, visits its search, and prints the tables. */
export async function printSearchCosts(
  opportunities: number,
  executablePath: string | undefined,
  print: (line: string) => void,
): Promise<void> {
  const site = await openSearchSite(opportunities, print);
  const browser = await openBrowser(executablePath);
  try {
    const found = [];
    for (const locale of locales) {
      found.push(await measureLocale(browser, site.url, locale, drawWords(opportunities, locale)));
    }
    print('');
    print(
      'What a first search loads with an empty cache, kB of bodies as they were sent (Brotli), median / most of all',
    );
    print('words; the parts and the page itself, HTML and styles, as medians.');
    print('');
    const head = [
      'search',
      'requests',
      'without page',
      'code',
      'columns',
      'synonyms',
      'terms',
      'texts',
      'dictionary',
      'page',
    ];
    for (const line of formatColumns(
      head,
      found.flatMap(({ bytes }) => bytes),
    ))
      print(line);
    print('');
    print(
      'First result at 1.6 Mbit/s, 150 ms, 4x CPU; round trips from the HTML’s end to it; later ones on this',
    );
    print(
      'machine; from pressing the home page’s button to the first result at 400 kbit/s, 400 ms, 6x CPU; and what',
    );
    print('further questions of three words load in the same visit, kB, median / most.');
    print('');
    const times = [
      'search',
      'first result, s',
      'round trips',
      'later words, p95 ms',
      'a choice, p95 ms',
      'from home, s',
      'a further question',
    ];
    for (const line of formatColumns(
      times,
      found.map((one) => one.times),
    ))
      print(line);
  } finally {
    await browser.close();
    await site.close();
  }
}
