/** Makes searches in a browser, and measures their bytes and times. */
import type { Browser, CDPSession, Page, Request } from '@playwright/test';

/** A connection and a machine: round trip in ms, bytes per second (-1: no limit), and a slowdown of the processor. */
interface ConnectionSpeed {
  readonly latency: number;
  readonly bytesPerSecond: number;
  readonly slowdown: number;
}

/** The connection for the times of first results: 1.6 Mbit/s, 150 ms, a quarter of this machine's speed. */
export const slowConnection: ConnectionSpeed = { latency: 150, bytesPerSecond: 1_600_000 / 8, slowdown: 4 };

/** A connection on which only waiting takes time. The time divided by the latency is the number of round trips. */
export const distantConnection: ConnectionSpeed = { latency: 5000, bytesPerSecond: -1, slowdown: 1 };

/** A cheap telephone on a poor connection: 400 kbit/s, 400 ms, a sixth of this machine's speed. */
export const poorConnection: ConnectionSpeed = { latency: 400, bytesPerSecond: 400_000 / 8, slowdown: 6 };

/** Bytes of compressed bodies, by purpose. */
export interface LoadedBytes {
  readonly page: number;
  readonly code: number;
  readonly terms: number;
  /** The texts of results. */
  readonly texts: number;
  readonly columns: number;
  readonly synonyms: number;
  readonly dictionary: number;
}

export interface SearchVisit {
  readonly bytes: LoadedBytes;
  /** The number of requests besides the page itself. */
  readonly requests: number;
  /** ms from the beginning of the navigation to the HTML's end, and to the first result. */
  readonly html: number;
  readonly first: number;
}

const kinds: readonly (readonly [RegExp, keyof LoadedBytes])[] = [
  [/^\/(?:search\/\w+\.terms\.json|words\/\w+\/[^/]+\.txt)$/, 'terms'],
  [/^\/words\/\w+\/[^/]+\.json$/, 'texts'],
  [/^\/search\/\w+\.json$/, 'columns'],
  [/^\/search\/\w+\.synonyms\.json/, 'synonyms'],
  [/^\/search\/\w+\.(?:words|names)\.json/, 'dictionary'],
  [/\.js$/, 'code'],
];

function classifyRequest(address: string): keyof LoadedBytes {
  const { pathname } = new URL(address);
  return kinds.find(([pattern]) => pattern.test(pathname))?.[1] ?? 'page';
}

/** Adds up the bytes that a search loads besides its page. */
export const sumLoaded = (bytes: LoadedBytes): number =>
  Object.values(bytes).reduce((sum, part) => sum + part, 0) - bytes.page;

async function sumBytes(requests: readonly Request[]): Promise<LoadedBytes> {
  const bytes = { page: 0, code: 0, terms: 0, texts: 0, columns: 0, synonyms: 0, dictionary: 0 };
  for (const request of requests) {
    const { responseBodySize } = await request.sizes();
    bytes[classifyRequest(request.url())] += responseBodySize;
  }
  return bytes;
}

async function limitConnection(
  session: CDPSession,
  { latency, bytesPerSecond, slowdown }: ConnectionSpeed,
): Promise<void> {
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
}

/** Opens a page with an empty cache, without the optional typeface. The caller closes its context. */
export async function openFreshPage(browser: Browser, line?: ConnectionSpeed): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    serviceWorkers: 'block',
    ignoreHTTPSErrors: true,
  });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  // A route of Playwright's would do without the cache.
  await session.send('Network.setBlockedURLs', { urls: ['*.woff2'] });
  if (line) await limitConnection(session, line);
  return page;
}

/** Resolves to the ms from the beginning of the navigation to the first result. */
async function waitForFirst(page: Page): Promise<number> {
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
  return Number(await first.jsonValue());
}

/** Presses the button of the home page once all of it is loaded, and resolves to the ms until the first result. */
export async function pressHomeButton(
  browser: Browser,
  home: string,
  line: ConnectionSpeed,
): Promise<number> {
  const page = await openFreshPage(browser, line);
  await page.goto(home, { waitUntil: 'networkidle', timeout: 120_000 });
  const pressed = await page.evaluate(() => performance.timeOrigin + performance.now());
  await page.locator('.finder button').click();
  await page.waitForURL((address) => address.href !== home && address.search !== '', { waitUntil: 'commit' });
  const first = await waitForFirst(page);
  const begun = await page.evaluate(() => performance.timeOrigin);
  await page.context().close();
  return begun + first - pressed;
}

/** Opens a search's address with an empty cache, and measures until the first result. */
export async function visitSearch(
  browser: Browser,
  address: string,
  line?: ConnectionSpeed,
): Promise<SearchVisit> {
  const page = await openFreshPage(browser, line);
  const requests: Request[] = [];
  page.on('requestfinished', (request) => requests.push(request));
  await page.goto(address, { waitUntil: 'commit', timeout: 120_000 });
  const first = await waitForFirst(page);
  const html = await page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    return navigation?.responseEnd ?? 0;
  });
  const found = {
    bytes: await sumBytes(requests),
    requests: requests.filter((request) => classifyRequest(request.url()) !== 'page').length,
    html,
    first,
  };
  await page.context().close();
  return found;
}

/** Runs in the page: searches or chooses a value, and resolves to the ms until the new results are shown. */
async function timeSearch(doing: { readonly words?: string; readonly facet?: number }): Promise<number> {
  const told = document.querySelector('.search-total');
  const list = document.querySelector('.search-main ul.rows');
  const form = document.querySelector<HTMLFormElement>('.search-words');
  const input = document.querySelector<HTMLInputElement>('#search-q');
  if (!told || !list || !form || !input) throw new Error('This is no page of a search.');
  const started = performance.now();
  const done = new Promise<number>((resolve) => {
    let wasBusy = false;
    const observer = new MutationObserver(() => {
      wasBusy ||= list.getAttribute('aria-busy') === 'true';
      if (!wasBusy || list.getAttribute('aria-busy') !== 'false') return;
      observer.disconnect();
      resolve(performance.now() - started);
    });
    observer.observe(list, { attributes: true });
  });
  if (doing.words !== undefined) {
    input.value = doing.words;
    form.requestSubmit();
  } else {
    document
      .querySelectorAll<HTMLInputElement>('#search-filters input[type=checkbox]')
      [doing.facet ?? 0]?.click();
  }
  return done;
}

/** Searches for each word twice, and returns the times of the second searches, ms. */
export async function timeWords(page: Page, words: readonly string[]): Promise<number[]> {
  for (const one of words) await page.evaluate(timeSearch, { words: one });
  const times: number[] = [];
  for (const one of words) times.push(await page.evaluate(timeSearch, { words: one }));
  return times;
}

/** Asks questions one after the other, and returns the bytes that each loads. */
export async function measureQuestions(page: Page, questions: readonly string[]): Promise<number[]> {
  const bytes: number[] = [];
  for (const words of questions) {
    const requests: Request[] = [];
    const keep = (request: Request) => requests.push(request);
    page.on('requestfinished', keep);
    await page.evaluate(timeSearch, { words });
    await page.waitForLoadState('networkidle');
    page.off('requestfinished', keep);
    bytes.push(sumLoaded(await sumBytes(requests)));
  }
  return bytes;
}

/** Chooses and unchooses a value of a facet so many times, and returns the time of each, ms. */
export async function timeChoices(page: Page, times: number): Promise<number[]> {
  const taken: number[] = [];
  for (let turn = 0; turn < 2 * times; turn++) taken.push(await page.evaluate(timeSearch, { facet: 0 }));
  return taken;
}
