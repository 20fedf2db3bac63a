/** Where pages are kept on the visitor's device: the names of the browser's caches, and how much each may hold. */

/** Caches of ours begin with this; no other is ever touched. */
const prefix = 'ov:';

/** Pages that were visited, the latest last. */
export const visitedCache = `${prefix}visited:1`;

/** Pages of what a visitor saved, opened or not: they stay until it is taken off the list (`keep-saved.client.ts`). */
export const savedCache = `${prefix}saved-pages:1`;

/** Style sheets and scripts, whose addresses change with their content. */
export const assetCache = `${prefix}assets:1`;

/** Pictures, which no page needs to be understood. */
export const pictureCache = `${prefix}pictures:1`;

/** What shows when there is nothing else, of one build of the site. */
export const shellCache = (version: string) => `${prefix}shell:${version}`;

/** The most entries that a cache holds; the oldest go. A page is about 30 kB, so that all is a few megabytes. */
export const limits: Readonly<Record<string, number>> = {
  [visitedCache]: 60,
  [assetCache]: 80,
  [pictureCache]: 60,
};

/** True for a cache of this site that this build has no use for. */
export function isOutdated(name: string, version: string): boolean {
  const current = [visitedCache, savedCache, assetCache, pictureCache, shellCache(version)];
  return name.startsWith(prefix) && !current.includes(name);
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
