/**
 * Style sheets, scripts and their data on the device. Only exact copies of the build's files are stored: browsers keep
 * these files for a year, including wrong ones.
 */
import { fingerprint, hasExpectedType, isUsableResponse } from './check-response';
import { assetCache, storeResponse, savedCache, visitedCache } from './page-caches';

/** Fingerprints of the build's files. */
type Fingerprints = ReadonlySet<string>;

/** A build of the site, as the service worker knows it. */
export interface OfflineBuild {
  readonly version: string;
  readonly locales: readonly string[];
  readonly made: Fingerprints;
}

/** True if a response is exactly the build's file for this address. */
export async function isFromBuild(url: string, response: Response, made: Fingerprints): Promise<boolean> {
  const content = new Uint8Array(await response.clone().arrayBuffer());
  return made.has(await fingerprint(new URL(url).pathname, content));
}

/**
 * Loads a file, bypassing the browser's own cache where that has a wrong one. Rejects where no right one is available.
 */
export async function loadAsset(url: string, made: Fingerprints): Promise<Response> {
  for (const cache of ['default', 'reload'] as const) {
    const response = await fetch(url, { cache });
    if (isUsableResponse(url, response) && (await isFromBuild(url, response, made))) return response;
  }
  throw new TypeError(`${url} isn't what was published.`);
}

/** Ensures that the device has a file of this build, and returns it. Rejects where no right one is available. */
export async function ensureAsset(url: string, made: Fingerprints): Promise<Response> {
  const found = await (await caches.open(assetCache)).match(url);
  if (found && (await isFromBuild(url, found, made))) return found;
  const response = await loadAsset(url, made);
  await storeResponse(assetCache, url, response.clone());
  return response;
}

/** File names in the text of a page or script. */
const fileName = /[\w.-]+\.(?:css|js|json)\b/g;

/** The names of all files that the stored pages name, directly or through other files. */
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
 * Cleans up when a new version takes over: of the files of earlier versions, only those stay that it has too, and those
 * that a stored page names, which may be open. Files of the wrong type are always deleted.
 */
export async function cleanUpAssets(made: Fingerprints): Promise<void> {
  const cache = await caches.open(assetCache);
  const files = new Map<string, Response>();
  for (const { url } of await cache.keys()) {
    const response = await cache.match(url);
    if (response && hasExpectedType(url, response)) files.set(url.slice(url.lastIndexOf('/') + 1), response);
  }
  const named = await namedFiles(files);
  for (const { url } of await cache.keys()) {
    const name = url.slice(url.lastIndexOf('/') + 1);
    const response = files.get(name);
    const stays = response && (named.has(name) || (await isFromBuild(url, response, made)));
    if (!stays) await cache.delete(url);
  }
}
