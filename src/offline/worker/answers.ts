/** How the service worker answers: from the network while there is one, else with what was kept. */
import { acceptsApplications } from '@/device/saved/page-html';
import { isMade, keepAsset } from './assets';
import type { Build } from '../build';
import { hasFittingType, isUsable } from './check-response';
import { assetCache, keep, pictureCache, shellCache } from './kept-caches';
import { keptPage, readPage, remember } from '../pages';
import { keptAddress, offlinePath } from './request-kind';

/** How long (ms) a page that was kept waits for today's. */
const patience = 5000;

/** Given what goes on after the answer. */
type Later = (work: Promise<unknown>) => void;

const pageOf = (html: string): Response =>
  new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8' } });

/**
 * A page: today's from the network; where that fails, or takes longer than `patience` and there is a copy, the copy,
 * which says from when it is; else the page that says that there is no connection.
 */
export async function answerPage(
  request: Request,
  {
    preloaded,
    build,
    later,
    tellEnded,
  }: {
    readonly preloaded: Promise<Response | undefined>;
    readonly build: Build;
    readonly later: Later;
    /** Tells the page, which came from the device, that the site's own takes no applications any more. */
    readonly tellEnded: () => Promise<void>;
  },
): Promise<Response> {
  const address = keptAddress(request.url);
  const fresh = (async () => {
    const response = (await preloaded) ?? (await fetch(request));
    const received = readPage(address, response.clone());
    later(received.then((page) => page && remember(address, page)));
    return { response, received };
  })();
  const kept = keptPage(address).catch(() => undefined);
  const tooLong = new Promise<undefined>((resolve) => setTimeout(resolve, patience));
  later(fresh.catch(() => {}));
  const first = await Promise.race([fresh, tooLong]).catch(() => undefined);
  if (first) return first.response;
  const html = await kept;
  if (html === undefined) {
    return fresh.then(
      ({ response }) => response,
      () => offlinePage(request.url, build),
    );
  }
  const tell = async () => {
    const page = await (await fresh).received;
    if (page && acceptsApplications(html) && !(page.isThere && acceptsApplications(page.html)))
      await tellEnded();
  };
  later(tell().catch(() => {}));
  return pageOf(html);
}

async function offlinePage(url: string, { version, locales }: Build): Promise<Response> {
  const shell = await caches.open(shellCache(version));
  return (await shell.match(offlinePath(url, locales))) ?? Response.error();
}

/**
 * From the network; once more, past the browser's own cache, where what came is of the wrong type, or isn't what the page
 * names by its hash.
 */
async function fetchFitting(request: Request): Promise<Response | undefined> {
  const response = await fetch(request).catch(() => undefined);
  if (response && (response.status !== 200 || hasFittingType(request.url, response))) return response;
  const { url, integrity } = request;
  return fetch(url, { cache: 'reload', integrity }).catch(() => response);
}

/** Files of which a wrong copy was found: a host that changes them all would be asked again at each page. */
const triedAgain = new Set<string>();

async function keepMade(url: string, response: Response, { made }: Build): Promise<void> {
  if (await isMade(url, response, made)) return keep(assetCache, url, response);
  if (triedAgain.has(url)) return;
  triedAgain.add(url);
  await keepAsset(url, made).catch(() => {});
}

/**
 * A style sheet, script or their data: the copy where it is the one of this build, else what the network has. A copy of
 * an earlier build, which an old page asks for, is the last resort: the host may have removed it.
 */
export async function answerAsset(request: Request, build: Build, later: Later): Promise<Response> {
  const { url } = request;
  const copies = await Promise.all(
    [assetCache, shellCache(build.version)].map(async (name) => (await caches.open(name)).match(url)),
  );
  const stored = copies.filter((copy) => copy !== undefined);
  for (const copy of stored) if (await isMade(url, copy, build.made)) return copy;
  const response = await fetchFitting(request);
  if (response && isUsable(url, response)) {
    later(keepMade(url, response.clone(), build));
    return response;
  }
  return stored.find((copy) => hasFittingType(url, copy)) ?? response ?? Response.error();
}

/** A picture: the copy where there is one, else what the network has. */
export async function answerPicture(request: Request, later: Later): Promise<Response> {
  const { url } = request;
  const copy = await (await caches.open(pictureCache)).match(url);
  if (copy && hasFittingType(url, copy)) return copy;
  const response = await fetchFitting(request);
  if (response && isUsable(url, response)) later(keep(pictureCache, url, response.clone()));
  return response ?? Response.error();
}
