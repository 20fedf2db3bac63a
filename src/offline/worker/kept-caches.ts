/** Where pages are kept on the visitor's device: the names of the browser's caches, and how much each may hold. */

/** Caches of ours begin with this; no other is ever touched. */
const prefix = 'ov:';

/** Pages that were visited, the latest last. */
export const visitedCache = `${prefix}visited:1`;

/** Pages that a visitor saved, opened or not: they stay until they are taken off the list (`keep-pages.ts`). */
export const savedCache = `${prefix}saved-pages:1`;

const assetPrefix = `${prefix}assets:`;

/** Style sheets and scripts, whose addresses change with their content. Version 1 was stored without a check. */
export const assetCache = `${assetPrefix}2`;

/** Pictures, which no page needs to be understood. */
export const pictureCache = `${prefix}pictures:1`;

/** What shows when there is nothing else, of one build of the site. */
export const shellCache = (version: string) => `${prefix}shell:${version}`;

/** The most entries that a cache holds; the oldest go. A page is about 30 kB, so that all is a few megabytes. */
const limits: Readonly<Record<string, number>> = {
  [visitedCache]: 60,
  // A build has about fifty files that pages name; those of earlier builds stay for pages that name them.
  [assetCache]: 160,
  [pictureCache]: 60,
};

/** True for a cache of style sheets and scripts, whichever version of the site made it. */
export const isAssetCache = (name: string): boolean => name.startsWith(assetPrefix);

/** True for a cache of this site that this build has no use for. Old assets are looked through first (`assets.ts`). */
export function isOutdated(name: string, version: string): boolean {
  const current = [visitedCache, savedCache, assetCache, pictureCache, shellCache(version)];
  return name.startsWith(prefix) && !current.includes(name);
}

/** Keeps a copy and lets the oldest go where there are too many. Full storage is no reason to fail. */
export async function keep(cacheName: string, address: string, response: Response): Promise<void> {
  try {
    const cache = await caches.open(cacheName);
    // Taken out first, so that it comes last: the browser lists entries in the order in which they came.
    await cache.delete(address);
    await cache.put(address, response);
    const limit = limits[cacheName] ?? Number.POSITIVE_INFINITY;
    const all = await cache.keys();
    await Promise.all(all.slice(0, Math.max(0, all.length - limit)).map((old) => cache.delete(old)));
  } catch {
    // The visitor reads on; there is only no copy.
  }
}

/** The response header that says when a page was kept, an ISO instant. */
export const keptHeader = 'X-Kept';

/**
 * A page that comes from a cache says so on its `html` element, for the note that it is not today's. What was to show
 * until an instant that has passed is hidden, even if the script that would see to it isn't kept: nobody is to be
 * offered what has closed. `now` in ms.
 */
export function markKept(html: string, kept: string, now: number): string {
  return html
    .replace(/<html\b/, `<html data-kept="${kept}"`)
    .replaceAll(/ data-until="(\d+)"/g, (until, instant) =>
      Number(instant) <= now ? `${until} hidden` : until,
    );
}
