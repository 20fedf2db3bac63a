/**
 * Keeps the pages of what a visitor has saved, opened before or not: what one saves, one wants to read where there is no
 * line. What is taken off the list isn't kept any longer.
 */
import { savedStore } from '@/device/saved';
import { onChange, readStore } from '@/device/storage.client';
import { assetCache, keptHeader, savedCache } from './kept-caches';

/** So many pages are fetched by themselves: a list from a file may have hundreds, at 9 kB each. */
const most = 30;

/** Style sheets and scripts that a page names. */
const assetPath = /(?<=")\/assets\/[^"]+\.(?:css|js)(?=")/g;

/** The addresses of the latest that are saved. */
function wanted(): readonly string[] {
  return readStore(savedStore)
    .slice(0, most)
    .map(({ path }) => new URL(path, location.origin).href);
}

/** What can't be had is left out: a page without it can be read all the same. */
async function keepAssets(html: string): Promise<void> {
  const cache = await caches.open(assetCache);
  for (const asset of new Set(html.match(assetPath))) {
    if (!(await cache.match(asset))) await cache.add(asset).catch(() => {});
  }
}

/** A page that is gone, or can't be had just now, isn't kept. */
async function keepPage(cache: Cache, address: string): Promise<void> {
  const response = await fetch(address);
  if (!response.ok || response.redirected) return;
  const html = await response.text();
  const headers = new Headers(response.headers);
  headers.set(keptHeader, new Date().toISOString());
  await keepAssets(html);
  await cache.put(address, new Response(html, { headers }));
}

async function keepSaved(): Promise<void> {
  const addresses = new Set(wanted());
  const cache = await caches.open(savedCache);
  const kept = (await cache.keys()).map(({ url }) => url);
  await Promise.all(kept.filter((url) => !addresses.has(url)).map((url) => cache.delete(url)));
  for (const address of addresses) {
    // One that fails doesn't keep the others back; it is tried again at the next visit.
    if (!kept.includes(address)) await keepPage(cache, address).catch(() => {});
  }
}

/**
 * Keeps them when a visit begins, and whenever the list changes; one after the other, so that the last change has the
 * last word. Not on every page of a visit: what is gone would be asked for each time.
 */
export function watchSaved(): void {
  let last = Promise.resolve();
  const keep = () => {
    // Of several tabs, the one where it happened does the work.
    if (document.visibilityState === 'visible') last = last.then(keepSaved).catch(() => {});
  };
  onChange(keep);
  if (!document.referrer.startsWith(`${location.origin}/`)) keep();
}
