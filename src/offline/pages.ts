/** Pages on the device: only those of this site, whatever the network sends in their place. */
import { isSitePage } from '@/device/saved/page-html';
import { keepAsset } from './worker/assets';
import type { Build } from './build';
import { isUsable } from './worker/check-response';
import type { KeepRequest } from './worker/keep-request';
import { keep, keptHeader, markKept, savedCache, visitedCache } from './worker/kept-caches';
import { keptAddress } from './worker/request-kind';

/** What came of a page: its HTML where it is one of this site, and whether it is there. */
export interface ReceivedPage {
  readonly html: string;
  readonly isThere: boolean;
}

/** A page that can be kept, or an answer of this site that it is gone; undefined for anything else. */
export async function readPage(url: string, response: Response): Promise<ReceivedPage | undefined> {
  const isGone = response.status === 404 || response.status === 410;
  if (!isGone && !isUsable(url, response)) return undefined;
  const html = await response.text();
  return isSitePage(html) ? { html, isThere: !isGone } : undefined;
}

/** A copy of a page with the instant at which it was had. */
const datedPage = (html: string): Response =>
  new Response(html, {
    headers: { 'Content-Type': 'text/html; charset=utf-8', [keptHeader]: new Date().toISOString() },
  });

/** What the site says of a page now replaces what was kept of it: a page that is gone isn't kept either. */
export async function remember(address: string, { html, isThere }: ReceivedPage): Promise<void> {
  const saved = await caches.open(savedCache);
  if (!isThere) {
    await (await caches.open(visitedCache)).delete(address);
    await saved.delete(address);
    return;
  }
  if (await saved.match(address)) await keep(savedCache, address, datedPage(html));
  await keep(visitedCache, address, datedPage(html));
}

/** The page as it was kept, marked as such; undefined where the device has none. */
export async function keptPage(address: string): Promise<string | undefined> {
  for (const name of [visitedCache, savedCache]) {
    const cache = await caches.open(name);
    const found = await cache.match(address);
    if (!found) continue;
    const html = await found.text();
    if (isSitePage(html)) return markKept(html, found.headers.get(keptHeader) ?? '', Date.now());
    await cache.delete(address);
  }
  return undefined;
}

/** Style sheets and scripts that a page names, and scripts that these import at once. */
const pageFiles = /(?<=")\/assets\/[^"]+\.(?:css|js)(?=")/g;
const importedFiles = /(?<=\b(?:from|import)\s?["'`])\.\/[^"'`]+\.js(?=["'`])/g;

/** Keeps what a page needs at once. What can't be had is left out: a page without it can be read all the same. */
async function keepFiles(html: string, { made }: Build): Promise<void> {
  const urls = new Set(html.match(pageFiles)?.map((path) => new URL(path, location.origin).href));
  for (const url of urls) {
    const file = await keepAsset(url, made).catch(() => undefined);
    const imports = url.endsWith('.js') ? (await file?.text())?.match(importedFiles) : undefined;
    // A set goes on with what is added to it meanwhile.
    for (const name of imports ?? []) urls.add(new URL(name, url).href);
  }
}

async function load(address: string): Promise<ReceivedPage | undefined> {
  return readPage(address, await fetch(address));
}

/** Keeps the saved pages that aren't kept yet, with the files that they name, and lets the others go. */
async function keepSaved(pages: readonly string[], build: Build): Promise<void> {
  const cache = await caches.open(savedCache);
  const kept = (await cache.keys()).map(({ url }) => url);
  await Promise.all(kept.filter((url) => !pages.includes(url)).map((url) => cache.delete(url)));
  for (const address of pages.filter((page) => !kept.includes(page))) {
    // One that fails doesn't keep the others back; it is tried again at the next visit.
    const page = await load(address).catch(() => undefined);
    if (!page?.isThere) continue;
    await keepFiles(page.html, build);
    await keep(savedCache, address, datedPage(page.html));
  }
}

/** The worker did not see this page come: its files are in the browser's own cache still, and cost nothing. */
async function keepVisited(url: string, build: Build): Promise<void> {
  const address = keptAddress(url);
  const page = await load(address);
  if (!page) return;
  await keepFiles(page.html, build);
  await remember(address, page);
}

let last = Promise.resolve();

/** Does what a page asks for, one after the other, so that the last change of a list has the last word. */
export function keepPages(request: KeepRequest, from: string, build: Build): Promise<void> {
  const work = () => (request === 'this page' ? keepVisited(from, build) : keepSaved(request, build));
  last = last.then(work).catch(() => {});
  return last;
}
