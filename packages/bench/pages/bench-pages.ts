/** Builds the sample, visits every kind of page in every language, and prints the figures. */
import { locales } from '@/i18n/locales';
import { readBuiltPages } from '@scripts/built-site/read-pages';
import { findTemplatePages, type TemplatePage } from '@scripts/built-site/tested-pages';
import { choosePort } from '@scripts/local/listen';
import { openBrowser } from '../browser';
import { formatKilobytes, formatSeconds, printTable } from '../print-table';
import { serveSecure } from '../serve-secure';
import { openBenchSite } from './bench-site';
import { makeTrip, sumTrip, type Trip } from './make-trip';
import { measurePaint, type PaintTimes } from './measure-paint';
import { createPageWeigher, type PageBytes } from './page-bytes';
import { ensureLighthouse, runLighthouse, type LighthouseScores } from './run-lighthouse';

export interface BenchPagesOptions {
  /** Lighthouse takes about ten seconds a page. */
  readonly lighthouse: boolean;
  /** Only kinds of pages whose name contains one of these; all if empty. */
  readonly templates: readonly string[];
  /** Only pages in these languages; all if empty. */
  readonly languages: readonly string[];
  /** Path of the browser; Playwright's own if undefined. */
  readonly executablePath: string | undefined;
}

type Print = (line: string) => void;

interface PageRow extends TemplatePage {
  readonly weight: PageBytes;
  readonly paint: PaintTimes;
  readonly scores: LighthouseScores | undefined;
}

interface LocaleTrip {
  readonly locale: string;
  readonly trip: Trip;
}

const hasNoindex = (html: string) => /<meta name="robots" content="[^"]*noindex/.test(html);

/** Measures the pages and prints the tables. Resolves to true if every target is met. */
export async function benchPages(
  { lighthouse, templates, languages, executablePath }: BenchPagesOptions,
  print: Print,
): Promise<boolean> {
  if (lighthouse) ensureLighthouse(print);
  const site = await openBenchSite(print);
  // Hosts use HTTP/2. Over HTTP/1.1 a browser has six connections, and a page of seven files waits once more.
  const secure = await serveSecure(site.dir);
  const debuggingPort = await choosePort(0);
  const browser = await openBrowser(executablePath, debuggingPort);
  try {
    const built = readBuiltPages(site.dir);
    const htmlByPath = new Map(built.map(({ path, html }) => [path, html]));
    const weighPage = createPageWeigher(site.dir);
    const pages = findTemplatePages(built).filter(
      ({ template, locale }) =>
        (templates.length === 0 || templates.some((part) => template.includes(part))) &&
        (languages.length === 0 || languages.includes(locale)),
    );
    const rows: PageRow[] = [];
    for (const page of pages) {
      const html = htmlByPath.get(page.path) ?? '';
      const address = new URL(page.path, secure.url).href;
      rows.push({
        ...page,
        weight: await weighPage(html),
        paint: await measurePaint(browser, new URL(page.path, site.url).href),
        scores: lighthouse
          ? await runLighthouse(debuggingPort, address, { indexed: !hasNoindex(html) })
          : undefined,
      });
      print(`${String(rows.length).padStart(3)}/${pages.length}  ${page.path}`);
    }
    const trips: LocaleTrip[] = [];
    if (templates.length + languages.length === 0)
      for (const locale of locales) trips.push({ locale, trip: await makeTrip(browser, site, locale) });
    printPages(rows, print);
    if (trips.length > 0) printTrips(trips, print);
    return printTargets(rows, print);
  } finally {
    await browser.close();
    await secure.close();
    await site.close();
  }
}

function printPages(rows: readonly PageRow[], print: Print): void {
  print(`
Each kind of page. HTML and CSS in kB of Brotli, JavaScript in kB of gzip; LCP in s on a slow connection.`);
  printTable(
    print,
    ['page', 'lang', 'HTML', 'CSS', 'JS', 'LCP', 'shift', 'Lighthouse P/A/B/S'],
    rows.map(({ template, locale, weight, paint, scores }) => [
      template,
      locale,
      ...[weight.html, weight.css, weight.js].map(formatKilobytes),
      formatSeconds(paint.lcp, 2),
      paint.cls.toFixed(4),
      scores ? scores.all.join(' / ') : '–',
    ]),
  );
  for (const { template, locale, scores } of rows)
    for (const lost of scores?.lost ?? []) print(`  ${template}, ${locale}: ${lost}`);
}

function printTrips(trips: readonly LocaleTrip[], print: Print): void {
  print(`
One visitor’s whole way, kB sent by the server, headers included, a cache that was empty at the start.`);
  printTable(
    print,
    ['lang', 'home', 'search', 'opportunity', 'sent', 'all'],
    trips.map(({ locale, trip }) => [
      locale,
      ...[trip.home, trip.search, trip.opportunity, trip.sent, sumTrip(trip)].map(formatKilobytes),
    ]),
  );
}

/** Prints the worst figure beside what is wanted, of what tests don't check. Returns true if each is met. */
function printTargets(rows: readonly PageRow[], print: Print): boolean {
  const scores = rows.flatMap(({ scores: found }) => found?.all ?? []);
  const shift = Math.max(...rows.map(({ paint }) => paint.cls));
  const lcp = Math.max(...rows.map(({ paint }) => paint.lcp));
  const targets = [
    { label: 'layout shift', figure: shift.toFixed(4), wanted: '0', isMet: shift === 0 },
    {
      label: 'LCP at 400 kbit/s, 400 ms, 6x CPU',
      figure: `${formatSeconds(lcp, 2)} s`,
      wanted: '≤ 2.5 s',
      isMet: lcp <= 2500,
    },
    ...(scores.length > 0
      ? [
          {
            label: 'Lighthouse, lowest score',
            figure: String(Math.min(...scores)),
            wanted: '≥ 100',
            isMet: Math.min(...scores) >= 100,
          },
        ]
      : []),
  ];
  printTable(
    print,
    ['the worst of all', 'figure', 'wanted', ''],
    targets.map(({ label, figure, wanted, isMet }) => [label, figure, wanted, isMet ? 'met' : 'MISSED']),
  );
  return targets.every(({ isMet }) => isMet);
}
