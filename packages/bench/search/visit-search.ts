/** Makes searches in a browser, and measures their bytes and times. */
import type { Browser, Page, Request } from '@playwright/test';
import { slowDown } from '../browser';

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

/** Opens a page with an empty cache, without the optional typeface. The caller closes its context. */
async function openFreshPage(browser: Browser, isSlow = false): Promise<Page> {
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
  if (isSlow) await slowDown(session);
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

/** Presses the button of the home page once all of it is loaded, on a slow phone, and resolves to the ms until the first result. */
export async function pressHomeButton(browser: Browser, home: string): Promise<number> {
  const page = await openFreshPage(browser, true);
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
export async function visitSearch(browser: Browser, address: string): Promise<SearchVisit> {
  const page = await openFreshPage(browser);
  const requests: Request[] = [];
  page.on('requestfinished', (request) => requests.push(request));
  await page.goto(address, { waitUntil: 'commit', timeout: 120_000 });
  await waitForFirst(page);
  const found = {
    bytes: await sumBytes(requests),
    requests: requests.filter((request) => classifyRequest(request.url()) !== 'page').length,
  };
  await page.context().close();
  return found;
}

/** Runs in the page: searches, and resolves once the new results are shown. */
async function searchFor(words: string): Promise<void> {
  const list = document.querySelector('.search-main ul.rows');
  const form = document.querySelector<HTMLFormElement>('.search-words');
  const input = document.querySelector<HTMLInputElement>('#search-q');
  if (!list || !form || !input) throw new Error('This is no page of a search.');
  const done = new Promise<void>((resolve) => {
    let wasBusy = false;
    const observer = new MutationObserver(() => {
      wasBusy ||= list.getAttribute('aria-busy') === 'true';
      if (!wasBusy || list.getAttribute('aria-busy') !== 'false') return;
      observer.disconnect();
      resolve();
    });
    observer.observe(list, { attributes: true });
  });
  input.value = words;
  form.requestSubmit();
  return done;
}

/** Asks questions one after the other on the page of a search, and returns the bytes that each loads. */
export async function measureQuestions(
  browser: Browser,
  address: string,
  questions: readonly string[],
): Promise<number[]> {
  const page = await openFreshPage(browser);
  await page.goto(address);
  await waitForFirst(page);
  await page.waitForLoadState('networkidle');
  const bytes: number[] = [];
  for (const words of questions) {
    const requests: Request[] = [];
    const keep = (request: Request) => requests.push(request);
    page.on('requestfinished', keep);
    await page.evaluate(searchFor, words);
    await page.waitForLoadState('networkidle');
    page.off('requestfinished', keep);
    bytes.push(sumLoaded(await sumBytes(requests)));
  }
  await page.context().close();
  return bytes;
}
