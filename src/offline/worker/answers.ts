/** The service worker's answers: from the network when it is available, else from the device. */
import { isFromBuild, ensureAsset, type OfflineBuild } from './assets';
import { hasExpectedType, isUsableResponse } from './check-response';
import { assetCache, storeResponse, pictureCache, shellCache } from './page-caches';
import { readStoredPage, readPage, updateStoredPage } from '../stored-pages';
import { storedAddress, offlinePath } from './request-kind';

/** Time (ms) that the network has before a stored copy is used. */
const maxWaitMs = 5000;

const waitedLongEnough = () =>
  new Promise<undefined>((resolve) => {
    setTimeout(resolve, maxWaitMs);
  });

/** Receives work that continues after the answer. */
type RunLater = (work: Promise<unknown>) => void;

/**
 * Answers with a page from the network; where that fails, or takes longer than `patience` and there is a copy, with the
 * copy, which shows its date; else with the offline page.
 */
export async function answerPage(
  request: Request,
  {
    preloaded,
    build,
    later,
  }: {
    readonly preloaded: Promise<Response | undefined>;
    readonly build: OfflineBuild;
    readonly later: RunLater;
  },
): Promise<Response> {
  const address = storedAddress(request.url);
  const fresh = (async () => {
    const early = await preloaded;
    // In Firefox, a preload that failed resolves to an error instead of rejecting.
    const response = early && early.type !== 'error' ? early : await fetch(request);
    later(readPage(address, response.clone()).then((page) => page && updateStoredPage(address, page)));
    return response;
  })();
  const stored = readStoredPage(address).catch(() => undefined);
  later(fresh.catch(() => {}));
  const first = await Promise.race([fresh, waitedLongEnough()]).catch(() => undefined);
  if (first) return first;
  const html = await stored;
  if (html === undefined) return fresh.catch(() => offlinePage(request.url, build));
  return new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
}

async function offlinePage(url: string, { version, locales }: OfflineBuild): Promise<Response> {
  const shell = await caches.open(shellCache(version));
  return (await shell.match(offlinePath(url, locales))) ?? Response.error();
}

/**
 * Fetches from the network; once more without the browser's own cache, where the response has the wrong type, or
 * doesn't match the hash in the page.
 */
async function fetchWithRetry(request: Request): Promise<Response | undefined> {
  const response = await fetch(request).catch(() => undefined);
  if (response && (response.status !== 200 || hasExpectedType(request.url, response))) return response;
  const { url, integrity } = request;
  return fetch(url, { cache: 'reload', integrity }).catch(() => response);
}

/**
 * Files of which a wrong copy was found: otherwise a host that modifies all files would be asked again on each page.
 */
const triedAgain = new Set<string>();

async function storeAsset(url: string, response: Response, { made }: OfflineBuild): Promise<void> {
  if (await isFromBuild(url, response, made)) return storeResponse(assetCache, url, response);
  if (triedAgain.has(url)) return;
  triedAgain.add(url);
  await ensureAsset(url, made).catch(() => {});
}

/**
 * Answers with a style sheet, script or data file: the copy where it is from this build, else from the network. A copy
 * of an earlier build, for an old page, is used where the host has removed the file, or doesn't answer in time.
 */
export async function answerAsset(request: Request, build: OfflineBuild, later: RunLater): Promise<Response> {
  const { url } = request;
  const copies = await Promise.all(
    [assetCache, shellCache(build.version)].map(async (name) => (await caches.open(name)).match(url)),
  );
  const stored = copies.filter((copy) => copy !== undefined);
  for (const copy of stored) if (await isFromBuild(url, copy, build.made)) return copy;
  const earlier = stored.find((copy) => hasExpectedType(url, copy));
  const fetched = fetchWithRetry(request);
  const response = await (earlier ? Promise.race([fetched, waitedLongEnough()]) : fetched);
  if (response && isUsableResponse(url, response)) {
    later(storeAsset(url, response.clone(), build));
    return response;
  }
  return earlier ?? response ?? Response.error();
}

/** Answers with a picture: the copy where there is one, else from the network. */
export async function answerPicture(request: Request, later: RunLater): Promise<Response> {
  const { url } = request;
  const copy = await (await caches.open(pictureCache)).match(url);
  if (copy && hasExpectedType(url, copy)) return copy;
  const response = await fetchWithRetry(request);
  if (response && isUsableResponse(url, response)) later(storeResponse(pictureCache, url, response.clone()));
  return response ?? Response.error();
}
