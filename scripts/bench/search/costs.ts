/** What searches load and how long they take, in a browser, over a built site. */
import { locales, type Locale } from '@/i18n/locales';
import { pathOf } from '@/i18n/routes';
import { translator } from '@/i18n/translate';
import type { Browser } from '@playwright/test';
import { acceptsApplications } from '@/model/time/lifecycle';
import { openBrowser } from '../browser';
import { columns } from '../pages/columns';
import { randomOf } from '../content/random';
import { corpusSite } from './cases/corpus';
import { misspell } from './cases/edits';
import { readCorpus } from './cases/judgements';
import { percentile } from './percentile';
import { openSearchSite } from './search-site';
import { farLine, freshPage, poorLine, visit, type Ledger, type SearchVisit } from './visit';
import { timeChoices, timeWords } from './warm';

/** Words that are looked for in each language: so many rare and frequent ones, and so many misspelt ones. */
const wordCount = 20;
const wrongCount = 5;

interface Words {
  readonly right: readonly string[];
  readonly wrong: readonly string[];
}

function drawWords(opportunities: number, locale: Locale): Words {
  const own = corpusSite(opportunities).byLocale.get(locale);
  if (!own) throw new RangeError(`The corpus has no ${locale}.`);
  // Others are not found unless they are asked for.
  const open = own.opportunities.filter(({ stage }) => acceptsApplications(stage));
  const corpus = readCorpus(open, translator(locale));
  const random = randomOf(7, locale.charCodeAt(0));
  const right = Array.from({ length: wordCount }, () => {
    const long = random.pick(corpus.judged).written.filter((word) => word.length >= 6);
    return random.pick(long);
  });
  const wrong = right.slice(0, wrongCount).map((word) => misspell(word, 'replaced', 1, random));
  return { right, wrong };
}

const kB = (bytes: number) => (bytes / 1000).toFixed(1);
const median = (values: readonly number[]) => percentile(values, 50);

/** What a search loads beside its page: code, columns, index and all. */
const loaded = (ledger: Ledger) => Object.values(ledger).reduce((sum, bytes) => sum + bytes, 0) - ledger.page;

function ledgerRow(name: string, visits: readonly SearchVisit[]): string[] {
  const all = visits.map(({ ledger }) => loaded(ledger));
  const part = (key: keyof Ledger) => kB(median(visits.map(({ ledger }) => ledger[key])));
  const parts = (['code', 'columns', 'meanings', 'pagefind', 'dictionary', 'page'] as const).map(part);
  return [name, `${kB(median(all))} / ${kB(Math.max(...all))}`, ...parts];
}

async function visitAll(browser: Browser, addresses: readonly string[], line?: Parameters<typeof visit>[2]) {
  const visits: SearchVisit[] = [];
  for (const address of addresses) visits.push(await visit(browser, address, line));
  return visits;
}

async function costsOf(browser: Browser, url: string, locale: Locale, words: Words) {
  const search = new URL(pathOf(locale, { to: 'section', section: 'search' }), url).href;
  const addressOf = (word: string) => `${search}?q=${encodeURIComponent(word)}`;
  const right = await visitAll(browser, words.right.map(addressOf));
  const wrong = await visitAll(browser, words.wrong.map(addressOf));
  const poor = await visitAll(browser, words.right.slice(0, 5).map(addressOf), poorLine);
  const far = await visitAll(browser, words.right.slice(0, 3).map(addressOf), farLine);
  const page = await freshPage(browser);
  await page.goto(addressOf(words.right[0] ?? ''));
  await page.locator('.search-main ul.rows[aria-busy=false] li').first().waitFor();
  const warm = await timeWords(page, words.right);
  const choices = await timeChoices(page, 10);
  await page.context().close();
  return {
    bytes: [ledgerRow(`${locale}, a word`, right), ledgerRow(`${locale}, misspelt`, wrong)],
    times: [
      locale,
      (median(poor.map(({ first }) => first)) / 1000).toFixed(2),
      (median(far.map(({ first, html }) => first - html)) / farLine.latency).toFixed(1),
      percentile(warm, 95).toFixed(0),
      percentile(choices, 95).toFixed(0),
    ],
  };
}

/** Builds, visits and prints. */
export async function costs(
  opportunities: number,
  executablePath: string | undefined,
  print: (line: string) => void,
): Promise<void> {
  const site = await openSearchSite(opportunities, print);
  const browser = await openBrowser(executablePath);
  try {
    const found = [];
    for (const locale of locales) {
      found.push(await costsOf(browser, site.url, locale, drawWords(opportunities, locale)));
    }
    print('');
    print(
      'What a first search loads with an empty cache, kB of bodies as they were sent (Brotli), median / most of all',
    );
    print('words; the parts and the page itself, HTML and styles, as medians.');
    print('');
    const head = ['search', 'without page', 'code', 'columns', 'meanings', 'Pagefind', 'dictionary', 'page'];
    for (const line of columns(
      head,
      found.flatMap(({ bytes }) => bytes),
    ))
      print(line);
    print('');
    print(
      'First result at 1.6 Mbit/s, 150 ms, 4x CPU; round trips from the HTML’s end to it; later ones on this machine.',
    );
    print('');
    const times = ['search', 'first result, s', 'round trips', 'later words, p95 ms', 'a choice, p95 ms'];
    for (const line of columns(
      times,
      found.map((one) => one.times),
    ))
      print(line);
  } finally {
    await browser.close();
    await site.close();
  }
}
