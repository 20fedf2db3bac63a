/** Pages on the device: only those of this site, whatever the network sends instead. */
import { isSitePage } from '@/device/page-html';
import { ensureAsset, type OfflineBuild } from './worker/assets';
import { isUsableResponse } from './worker/check-response';
import { storeResponse, storedHeader, markStoredPage, savedCache, visitedCache } from './worker/page-caches';
import { storedAddress } from './worker/request-kind';

/** A page from the network: its HTML, and whether it still exists. */
interface ReceivedPage {
  readonly html: string;
  readonly isThere: boolean;
}

/** Reads a page of this site, or its answer that the page is gone; undefined for any other response. */
export async function readPage(url: string, response: Response): Promise<ReceivedPage | undefined> {
  const isGone = response.status === 404 || response.status === 410;
  if (!isGone && !isUsableResponse(url, response)) return undefined;
  const html = await response.text();
  return isSitePage(html) ? { html, isThere: !isGone } : undefined;
}

/** A copy of a page with the instant of loading. */
const datedPage = (html: string): Response =>
  new Response(html, {
    headers: { 'Content-Type': 'text/html; charset=utf-8', [storedHeader]: new Date().toISOString() },
  });

/** Replaces the stored copies of a page by its present state: a deleted page is deleted here too. */
export async function updateStoredPage(address: string, { html, isThere }: ReceivedPage): Promise<void> {
  const saved = await caches.open(savedCache);
  if (!isThere) {
    await (await caches.open(visitedCache)).delete(address);
    await saved.delete(address);
    return;
  }
  if (await saved.match(address)) await storeResponse(savedCache, address, datedPage(html));
  await storeResponse(visitedCache, address, datedPage(html));
}

/** The stored page, marked as such; undefined if the device has none. */
export async function readStoredPage(address: string): Promise<string | undefined> {
  for (const name of [visitedCache, savedCache]) {
    const cache = await caches.open(name);
    const found = await cache.match(address);
    if (!found) continue;
    const html = await found.text();
    if (isSitePage(html)) return markStoredPage(html, found.headers.get(storedHeader) ?? '', Date.now());
    await cache.delete(address);
  }
  return undefined;
}

/** Style sheets and scripts that a page names, and scripts that these import statically. */
const pageFiles = /(?<=")\/assets\/[^"]+\.(?:css|js)(?=")/g;
const importedFiles = /(?<=\b(?:from|import)\s?["'`])\.\/[^"'`]+\.js(?=["'`])/g;

/** Stores the files that a page needs at once. Failed ones are left out: the page can still be read. */
async function storePageFiles(html: string, { made }: OfflineBuild): Promise<void> {
  const urls = new Set(html.match(pageFiles)?.map((path) => new URL(path, location.origin).href));
  for (const url of urls) {
    const file = await ensureAsset(url, made).catch(() => undefined);
    const imports = url.endsWith('.js') ? (await file?.text())?.match(importedFiles) : undefined;
    // The loop also visits elements that are added to the set meanwhile.
    for (const name of imports ?? []) urls.add(new URL(name, url).href);
  }
}

async function load(address: string): Promise<ReceivedPage | undefined> {
  return readPage(address, await fetch(address));
}

/** Stores the saved pages that aren't stored yet, with the files that they name, and deletes the others. */
async function storeSavedPages(pages: readonly string[], build: OfflineBuild): Promise<void> {
  const cache = await caches.open(savedCache);
  const stored = (await cache.keys()).map(({ url }) => url);
  await Promise.all(stored.filter((url) => !pages.includes(url)).map((url) => cache.delete(url)));
  for (const address of pages.filter((page) => !stored.includes(page))) {
    // A failed one doesn't stop the others; it is tried again at the next visit.
    const page = await load(address).catch(() => undefined);
    if (!page?.isThere) continue;
    await storePageFiles(page.html, build);
    await storeResponse(savedCache, address, datedPage(page.html));
  }
}

/** The worker did not see this page load: its files are still in the browser's own cache, and cost nothing. */
async function storeVisitedPage(url: string, build: OfflineBuild): Promise<void> {
  const address = storedAddress(url);
  const page = await load(address);
  if (!page) return;
  await storePageFiles(page.html, build);
  await updateStoredPage(address, page);
}

/**
 * A page's request to the service worker, which alone writes to the caches since it checks what it stores: to store the
 * page itself, or all pages that the visitor has saved, and to delete others that were stored as saved pages.
 */
export type StoreRequest = 'this page' | readonly string[];

let last = Promise.resolve();

/** Handles a page's requests one after the other, so that the last change of a list wins. */
export function handleStoreRequest(request: StoreRequest, from: string, build: OfflineBuild): Promise<void> {
  const work = () =>
    request === 'this page' ? storeVisitedPage(from, build) : storeSavedPages(request, build);
  last = last.then(work).catch(() => {});
  return last;
}
