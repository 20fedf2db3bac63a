/** `npm run bench -- pages`: builds the sample, visits every kind of page in every language, and prints the figures. */
import type { Browser } from '@playwright/test';
import { locales } from '@/i18n/locales';
import { readBuiltPages } from '@scripts/built-site/read-pages';
import { findTemplatePages, type TemplatePage } from '@scripts/built-site/tested-pages';
import { openBrowser } from '../browser';
import { serveSecure } from '../serve-secure';
import { runLighthouse, ensureLighthouse, type LighthouseScores } from './run-lighthouse';
import { choosePort } from '@scripts/local/listen';
import { formatColumns } from '../format-columns';
import { createPageWeigher, type PageBytes } from './page-bytes';
import { measurePaint, type PaintTimes } from './measure-paint';
import { openBenchSite } from './bench-site';
import { meetsTarget, targets, type TargetName } from './targets';
import { sumTrip, makeTrip, type Trip } from './make-trip';

export interface BenchPagesOptions {
  /** Lighthouse takes about ten seconds a page. */
  readonly lighthouse: boolean;
  /** Only kinds of pages whose name contains one of these; all if empty. */
  readonly templates: readonly string[];
  /** Only pages in these languages; all if empty. */
  readonly languages: readonly string[];
  /** Only the whole visit. */
  readonly visitOnly: boolean;
  /** Path of the browser; Playwright's own if undefined. */
  readonly executablePath: string | undefined;
}

interface PageRow extends TemplatePage {
  readonly weight: PageBytes;
  readonly paint: PaintTimes;
  readonly scores: LighthouseScores | undefined;
}

interface LocaleTrip {
  readonly locale: string;
  readonly trip: Trip;
}

const formatKilobytes = (bytes: number) => (bytes / 1000).toFixed(1);
const formatSeconds = (ms: number) => (ms / 1000).toFixed(2);

const hasNoindex = (html: string) => /<meta name="robots" content="[^"]*noindex/.test(html);

/** Measures the pages and prints the tables. Resolves to true if every target is met. */
export async function benchPages(
  { lighthouse, templates, languages, visitOnly, executablePath }: BenchPagesOptions,
  print: (line: string) => void,
): Promise<boolean> {
  if (lighthouse && !visitOnly) ensureLighthouse(print);
  const site = await openBenchSite(print);
  // Hosts use HTTP/2. Over HTTP/1.1 a browser has six connections, and a page of seven files waits once more.
  const secure = await serveSecure(site.dir);
  const debuggingPort = await choosePort(0);
  const browser = await openBrowser(executablePath, debuggingPort);
  try {
    const built = readBuiltPages(site.dir);
    const htmlByPath = new Map(built.map(({ path, html }) => [path, html]));
    const weighPage = createPageWeigher(site.dir);
    const isWanted = ({ template, locale }: TemplatePage) =>
      (templates.length === 0 || templates.some((part) => template.includes(part))) &&
      (languages.length === 0 || languages.includes(locale));
    const pages = visitOnly ? [] : findTemplatePages(built).filter(isWanted);
    const rows: PageRow[] = [];
    for (const page of pages) {
      const address = new URL(page.path, site.url).href;
      const html = htmlByPath.get(page.path) ?? '';
      rows.push({
        ...page,
        weight: await weighPage(html),
        paint: await measurePaint(browser, address),
        scores: lighthouse
          ? await runLighthouse(debuggingPort, new URL(page.path, secure.url).href, {
              indexed: !hasNoindex(html),
            })
          : undefined,
      });
      print(`${String(rows.length).padStart(3)}/${pages.length}  ${page.path}`);
    }
    const trips = templates.length === 0 && languages.length === 0 ? await makeTrips(browser, site) : [];
    return printResults(rows, trips, print);
  } finally {
    await browser.close();
    await secure.close();
    await site.close();
  }
}

async function makeTrips(browser: Browser, site: Parameters<typeof makeTrip>[1]) {
  const trips: LocaleTrip[] = [];
  for (const locale of locales) trips.push({ locale, trip: await makeTrip(browser, site, locale) });
  return trips;
}

const findLowestScore = (scores: LighthouseScores) =>
  Math.min(scores.performance, scores.accessibility, scores.bestPractices, scores.seo);

function printResults(
  rows: readonly PageRow[],
  trips: readonly LocaleTrip[],
  print: (line: string) => void,
): boolean {
  if (rows.length > 0) printPageTable(rows, print);
  if (trips.length > 0) printTripTable(trips, print);
  return printTargets(findWorstFigures(rows, trips), print);
}

function printPageTable(rows: readonly PageRow[], print: (line: string) => void): void {
  print('');
  print(
    'Each kind of page. HTML and CSS in kB of Brotli, JavaScript in kB of gzip; LCP in s on a slow connection.',
  );
  print('');
  const head = ['page', 'lang', 'HTML', 'CSS', 'JS', 'LCP', 'shift', 'Lighthouse P/A/B/S'];
  const lines = rows.map(({ template, locale, weight, paint: seen, scores }) => [
    template,
    locale,
    formatKilobytes(weight.html),
    formatKilobytes(weight.css),
    formatKilobytes(weight.js),
    formatSeconds(seen.lcp),
    seen.cls.toFixed(3),
    scores ? [scores.performance, scores.accessibility, scores.bestPractices, scores.seo].join(' / ') : '–',
  ]);
  for (const line of formatColumns(head, lines)) print(line);
  for (const { template, locale, scores } of rows) {
    for (const lost of scores?.lost ?? []) print(`  ${template}, ${locale}: ${lost}`);
  }
}

function printTripTable(trips: readonly LocaleTrip[], print: (line: string) => void): void {
  print('');
  print(
    'One visitor’s whole way, kB sent by the server, headers included, a cache that was empty at the start.',
  );
  print('');
  const steps = trips.map(({ locale, trip }) => [
    locale,
    formatKilobytes(trip.home),
    formatKilobytes(trip.search),
    formatKilobytes(trip.opportunity),
    formatKilobytes(trip.sent),
    formatKilobytes(sumTrip(trip)),
  ]);
  for (const line of formatColumns(['lang', 'home', 'search', 'opportunity', 'sent', 'all'], steps))
    print(line);
}

type Figures = Readonly<Partial<Record<TargetName, number>>>;

/** Finds the worst figure of each kind, in the targets' units. */
function findWorstFigures(rows: readonly PageRow[], trips: readonly LocaleTrip[]): Figures {
  const opportunities = rows.filter(({ template }) => template.includes('opportunity'));
  const searches = rows.filter(({ template }) => template === 'search');
  const scores = rows.flatMap((row) => (row.scores ? [row.scores] : []));
  const worst = <T>(items: readonly T[], figure: (item: T) => number) =>
    items.length > 0 ? Math.max(...items.map(figure)) : undefined;
  const found = {
    opportunityPage: worst(opportunities, ({ weight }) => (weight.html + weight.css) / 1000),
    opportunityJs: worst(opportunities, ({ weight }) => weight.js / 1000),
    searchJs: worst(searches, ({ weight }) => weight.js / 1000),
    trip: worst(trips, ({ trip }) => sumTrip(trip) / 1000),
    shift: worst(rows, ({ paint: { cls } }) => cls),
    lcp: worst(rows, ({ paint: { lcp } }) => lcp / 1000),
    lighthouse: scores.length > 0 ? Math.min(...scores.map(findLowestScore)) : undefined,
  };
  return Object.fromEntries(Object.entries(found).filter(([, figure]) => figure !== undefined));
}

function printTargets(figures: Figures, print: (line: string) => void): boolean {
  const names = (Object.keys(targets) as TargetName[]).filter((name) => figures[name] !== undefined);
  const rows = names.map((name) => {
    const { label, unit, limit } = targets[name];
    const figure = figures[name] ?? 0;
    return [
      label,
      `${figure.toFixed(unit === 'points' ? 0 : 2)} ${unit}`.trim(),
      `${unit === 'points' ? '≥' : '≤'} ${limit} ${unit}`.trim(),
      meetsTarget(name, figure) ? 'met' : 'MISSED',
    ];
  });
  print('');
  for (const line of formatColumns(['the worst of all', 'figure', 'target', ''], rows)) print(line);
  return names.every((name) => meetsTarget(name, figures[name] ?? 0));
}
