/** The caches on the visitor's device: their names, and their limits. */

/** The beginning of our caches' names; others are never touched. */
const prefix = 'ov:';

/** Visited pages, the latest last. */
export const visitedCache = `${prefix}visited:1`;

/** Saved pages, visited or not: they stay until they are removed from the list (`offline.client.ts`). */
export const savedCache = `${prefix}saved-pages:1`;

/** Style sheets and scripts, whose addresses change with their content. */
export const assetCache = `${prefix}assets:1`;

/** Pictures; every page can be understood without them. */
export const pictureCache = `${prefix}pictures:1`;

/** The offline pages and their files, of one build of the site. */
export const shellCache = (version: string) => `${prefix}shell:${version}`;

/**
 * The maximum number of entries of a cache; the oldest are deleted. A page is about 30 kB, so the total is a few
 * megabytes.
 */
const limits: Readonly<Record<string, number>> = {
  [visitedCache]: 60,
  // A build has about fifty files that pages name; those of earlier builds stay for pages that name them.
  [assetCache]: 160,
  [pictureCache]: 60,
};

/** True for a cache of this site that this build doesn't use. */
export function isOutdated(name: string, version: string): boolean {
  const current = [visitedCache, savedCache, assetCache, pictureCache, shellCache(version)];
  return name.startsWith(prefix) && !current.includes(name);
}

/** Stores a copy, and deletes the oldest ones above the limit. Full storage is no error. */
export async function storeResponse(cacheName: string, address: string, response: Response): Promise<void> {
  try {
    const cache = await caches.open(cacheName);
    // Deleted first, so that it comes last: the browser lists entries in the order in which they were added.
    await cache.delete(address);
    await cache.put(address, response);
    const limit = limits[cacheName] ?? Number.POSITIVE_INFINITY;
    const all = await cache.keys();
    await Promise.all(all.slice(0, Math.max(0, all.length - limit)).map((old) => cache.delete(old)));
  } catch {
    // There is no copy then, but the visitor can read on.
  }
}

/** The response header with the instant (ISO) at which a page was stored. */
export const storedHeader = 'X-Stored';

/**
 * Marks a page from a cache on its `html` element, for the banner that it isn't current. Hides parts whose `data-until`
 * has passed, even if the script for that isn't stored: closed opportunities must never be offered. `now` in ms.
 */
export function markStoredPage(html: string, stored: string, now: number): string {
  return html
    .replace(/<html\b/, `<html data-stored="${stored}"`)
    .replaceAll(/ data-until="(\d+)"/g, (until, instant) =>
      Number(instant) <= now ? `${until} hidden` : until,
    );
}
