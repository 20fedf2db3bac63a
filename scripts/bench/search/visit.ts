/** One search in a browser: what it loads, and how long it takes. */
import type { Browser, Page, Request } from '@playwright/test';

/** A connection and a machine: ms there and back, bytes a second (none: as fast as here), and a slower processor. */
export interface ConnectionSpeed {
  readonly latency: number;
  readonly bytesPerSecond: number;
  readonly slowdown: number;
}

/** The line that first results are timed on: 1.6 Mbit/s, 150 ms, a quarter of this machine's speed. */
export const poorLine: ConnectionSpeed = { latency: 150, bytesPerSecond: 1_600_000 / 8, slowdown: 4 };

/** Waiting is all that takes time: what it takes, divided by the latency, are round trips. */
export const farLine: ConnectionSpeed = { latency: 5000, bytesPerSecond: -1, slowdown: 1 };

/** Bytes of bodies as they were sent, by what they are for. */
export interface Ledger {
  readonly page: number;
  readonly code: number;
  readonly pagefind: number;
  readonly columns: number;
  readonly meanings: number;
  readonly dictionary: number;
}

export interface SearchVisit {
  readonly ledger: Ledger;
  /** ms from the beginning of the navigation to the HTML's end, and to the first result. */
  readonly html: number;
  readonly first: number;
}

const kinds: readonly (readonly [RegExp, keyof Ledger])[] = [
  [/^\/pagefind\//, 'pagefind'],
  [/^\/search\/\w+\.json/, 'columns'],
  [/^\/search\/\w+\.meanings\.json/, 'meanings'],
  [/^\/search\/\w+\.(?:words|names)\.json/, 'dictionary'],
  [/\.js$/, 'code'],
];

export function kindOf(address: string): keyof Ledger {
  const { pathname } = new URL(address);
  return kinds.find(([pattern]) => pattern.test(pathname))?.[1] ?? 'page';
}

async function addUp(requests: readonly Request[]): Promise<Ledger> {
  const ledger = { page: 0, code: 0, pagefind: 0, columns: 0, meanings: 0, dictionary: 0 };
  for (const request of requests) {
    const { responseBodySize } = await request.sizes();
    ledger[kindOf(request.url())] += responseBodySize;
  }
  return ledger;
}

async function slowDown(page: Page, { latency, bytesPerSecond, slowdown }: ConnectionSpeed): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
}

/** A fresh browser's page, without the typeface, which is optional. The caller closes its context. */
export async function freshPage(browser: Browser, line?: ConnectionSpeed): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    serviceWorkers: 'block',
    ignoreHTTPSErrors: true,
  });
  await context.route(/\.woff2$/, (route) => route.abort());
  const page = await context.newPage();
  if (line) await slowDown(page, line);
  return page;
}

/** Opens a search's address with an empty cache. */
export async function visit(browser: Browser, address: string, line?: ConnectionSpeed): Promise<SearchVisit> {
  const page = await freshPage(browser, line);
  const requests: Request[] = [];
  page.on('requestfinished', (request) => requests.push(request));
  await page.goto(address, { waitUntil: 'commit', timeout: 120_000 });
  const first = await page.waitForFunction(
    () =>
      document.querySelector(
        '.search-main ul.rows[aria-busy=false] li mark, .search-main ul.rows[aria-busy=false] li h3',
      ) &&
      document.querySelector('.search-total')?.textContent !== '' &&
      performance.now(),
    undefined,
    { timeout: 120_000, polling: 'raf' },
  );
  const html = await page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    return navigation?.responseEnd ?? 0;
  });
  const found = { ledger: await addUp(requests), html, first: Number(await first.jsonValue()) };
  await page.context().close();
  return found;
}
