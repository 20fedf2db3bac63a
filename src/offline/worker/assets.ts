/**
 * Style sheets, scripts and their data on the device. Nothing is stored that isn't exactly what the build made: browsers
 * keep these files for a year, and a wrong one as well.
 */
import { fingerprint, hasFittingType, isUsable } from './check-response';
import { assetCache, isAssetCache, keep, savedCache, visitedCache } from './kept-caches';

/** Fingerprints of the files that the build made. */
export type Fingerprints = ReadonlySet<string>;

/** True where a response has exactly what the build made for this address. */
export async function isMade(url: string, response: Response, made: Fingerprints): Promise<boolean> {
  const content = new Uint8Array(await response.clone().arrayBuffer());
  return made.has(await fingerprint(new URL(url).pathname, content));
}

/** Loads a file, past the browser's own cache where that has a wrong one. Rejects where no right one can be had. */
export async function loadAsset(url: string, made: Fingerprints): Promise<Response> {
  for (const cache of ['default', 'reload'] as const) {
    const response = await fetch(url, { cache });
    if (isUsable(url, response) && (await isMade(url, response, made))) return response;
  }
  throw new TypeError(`${url} isn't what was published.`);
}

/** Makes sure that the device has a file of this build, and gives it. Rejects where no right one can be had. */
export async function keepAsset(url: string, made: Fingerprints): Promise<Response> {
  const found = await (await caches.open(assetCache)).match(url);
  if (found && (await isMade(url, found, made))) return found;
  const response = await loadAsset(url, made);
  await keep(assetCache, url, response.clone());
  return response;
}

/** Files in the page's or script's text, by their names. */
const fileName = /[\w.-]+\.(?:css|js|json)\b/g;

/** The names of all files that the kept pages name, and that these files name in turn. */
async function namedFiles(files: ReadonlyMap<string, Response>): Promise<ReadonlySet<string>> {
  const named = new Set<string>();
  const read = async (response: Response | undefined): Promise<void> => {
    const names = (await response?.clone().text())?.match(fileName) ?? [];
    for (const name of names) {
      if (named.has(name)) continue;
      named.add(name);
      await read(files.get(name));
    }
  };
  for (const cacheName of [visitedCache, savedCache]) {
    const cache = await caches.open(cacheName);
    for (const request of await cache.keys()) await read(await cache.match(request));
  }
  return named;
}

/**
 * When a new version takes over: of what earlier versions stored, only the files stay that it has too, and those that a
 * kept page names, which may be open. A file of the wrong type goes in any case.
 */
export async function clearAssets(made: Fingerprints): Promise<void> {
  for (const cacheName of (await caches.keys()).filter(isAssetCache)) {
    const cache = await caches.open(cacheName);
    const files = new Map<string, Response>();
    for (const { url } of await cache.keys()) {
      const response = await cache.match(url);
      if (response && hasFittingType(url, response)) files.set(url.slice(url.lastIndexOf('/') + 1), response);
    }
    const named = await namedFiles(files);
    for (const { url } of await cache.keys()) {
      const name = url.slice(url.lastIndexOf('/') + 1);
      const response = files.get(name);
      const stays = response && (named.has(name) || (await isMade(url, response, made)));
      if (!stays) await cache.delete(url);
      else if (cacheName !== assetCache) await keep(assetCache, url, response);
    }
    if (cacheName !== assetCache) await caches.delete(cacheName);
  }
}
