/** Makes searches in a browser, and measures their bytes and times. */
import type { Browser, Page, Request } from '@playwright/test';
import { slowDown } from '../browser';

/** The files that a search loads after its page (HTML and styles). */
export interface SearchVisit {
  /** Of compressed bodies. */
  readonly bytes: number;
  readonly requests: number;
}

const isForSearch = (request: Request): boolean =>
  /^\/(?:search|words)\/.+\.(?:json|txt)$|\.js$/.test(new URL(request.url()).pathname);

async function sumLoaded(requests: readonly Request[]): Promise<SearchVisit> {
  const own = requests.filter(isForSearch);
  const sizes = await Promise.all(own.map((request) => request.sizes()));
  return {
    bytes: sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0),
    requests: own.length,
  };
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
  const found = await sumLoaded(requests);
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
    bytes.push((await sumLoaded(requests)).bytes);
  }
  await page.context().close();
  return bytes;
}
