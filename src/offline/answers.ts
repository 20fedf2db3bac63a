/** How the service worker answers: from the line while there is one, else with what was kept. */
import {
  assetCache,
  keptHeader,
  limits,
  markKept,
  pictureCache,
  savedCache,
  shellCache,
  visitedCache,
} from './kept-caches';
import { keptAddress, offlinePath } from './request-kind';

/** How long (ms) a page that was kept waits for today's. */
const patience = 5000;

/** A build of the site, as the worker knows it. */
export interface Build {
  readonly version: string;
  readonly locales: readonly string[];
}

/** Keeps a copy and lets the oldest go where there are too many. Full storage is no reason to fail. */
async function keep(cacheName: string, address: string, response: Response): Promise<void> {
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

/** A copy of a page with the instant at which it was had. */
async function dated(response: Response): Promise<Response> {
  const headers = new Headers(response.headers);
  headers.set(keptHeader, new Date().toISOString());
  return new Response(await response.text(), { status: response.status, headers });
}

async function keptPage(address: string): Promise<Response | undefined> {
  const inVisited = await (await caches.open(visitedCache)).match(address);
  const found = inVisited ?? (await (await caches.open(savedCache)).match(address));
  if (!found) return undefined;
  const html = markKept(await found.text(), found.headers.get(keptHeader) ?? '', Date.now());
  return new Response(html, { status: 200, headers: { 'Content-Type': 'text/html; charset=utf-8' } });
}

/** What the site says of a page now replaces what was kept of it: a page that is gone isn't kept either. */
async function remember(address: string, response: Response): Promise<void> {
  const saved = await caches.open(savedCache);
  if (response.status === 404 || response.status === 410) {
    await (await caches.open(visitedCache)).delete(address);
    await saved.delete(address);
    return;
  }
  if (!response.ok || response.redirected) return;
  const copy = await dated(response);
  if (await saved.match(address)) await keep(savedCache, address, copy.clone());
  await keep(visitedCache, address, copy);
}

/**
 * A page: today's from the line; where that fails, or takes longer than `patience` and there is a copy, the copy,
 * which says from when it is; else the page that says that there is no line. `later` is given what goes on afterwards.
 */
export async function answerPage(
  request: Request,
  {
    preloaded,
    build,
    later,
  }: {
    readonly preloaded: Promise<Response | undefined>;
    readonly build: Build;
    readonly later: (work: Promise<unknown>) => void;
  },
): Promise<Response> {
  const address = keptAddress(request.url);
  const fresh = (async () => {
    const response = (await preloaded) ?? (await fetch(request));
    later(remember(address, response.clone()));
    return response;
  })();
  const copy = keptPage(address).catch(() => undefined);
  const tooLong = new Promise<undefined>((resolve) => setTimeout(resolve, patience));
  later(fresh.catch(() => {}));
  try {
    const first = await Promise.race([fresh, tooLong]);
    return first ?? (await copy) ?? (await fresh);
  } catch {
    return (await copy) ?? (await offlinePage(request.url, build));
  }
}

async function offlinePage(url: string, { version, locales }: Build): Promise<Response> {
  const shell = await caches.open(shellCache(version));
  return (await shell.match(offlinePath(url, locales))) ?? Response.error();
}

/** A file whose address changes with its content, or a picture: the copy where there is one. */
export async function answerFile(
  request: Request,
  {
    picture,
    build,
    later,
  }: {
    readonly picture: boolean;
    readonly build: Build;
    readonly later: (work: Promise<unknown>) => void;
  },
): Promise<Response> {
  const cacheName = picture ? pictureCache : assetCache;
  const copies = await Promise.all(
    [cacheName, shellCache(build.version)].map(async (name) => (await caches.open(name)).match(request.url)),
  );
  const copy = copies.find((found) => found !== undefined);
  if (copy) return copy;
  const response = await fetch(request);
  if (response.ok) later(keep(cacheName, request.url, response.clone()));
  return response;
}
