/**
 * The service worker: makes visited and saved pages readable offline, and sends waiting submissions when the browser is
 * online again. Pages always come from the network first, so that a new deployment is visible at once.
 */
import { browserDependencies, syncTag } from '@/applications/outbox/submit/browser-dependencies.client';
import { readOutbox, submitDue } from '@/applications/outbox/submit/queue';
import { nextAttemptAt } from '@/device/storage/application/retries';
import { answerAsset, answerPage, answerPicture } from '@/offline/worker/answers';
import { cleanUpAssets, loadAsset, type OfflineBuild } from '@/offline/worker/assets';
import { isOutdated, shellCache } from '@/offline/worker/page-caches';
import { handleStoreRequest, readPage, type StoreRequest } from '@/offline/stored-pages';
import { requestKind } from '@/offline/worker/request-kind';
import type { WorkerScope } from '@/offline/worker/worker-scope';

/** Inserted by the build: the fingerprints of its files, and the addresses that every visitor's device stores. */
declare const OV_BUILD: Omit<OfflineBuild, 'made'> & {
  readonly shell: readonly string[];
  readonly made: readonly string[];
};

const scope = self as unknown as WorkerScope;
const build: OfflineBuild = { ...OV_BUILD, made: new Set(OV_BUILD.made) };

/** Loads a published file of the shell. Rejects where the network has something else: then the installation fails. */
async function loadShell(url: string): Promise<Response> {
  if (!new URL(url).pathname.endsWith('/')) return loadAsset(url, build.made);
  const response = await fetch(url, { cache: 'no-cache' });
  const page = await readPage(url, response.clone());
  if (!page?.isThere) throw new TypeError(`${url} isn't a page of this site.`);
  return response;
}

scope.addEventListener('install', (event) => {
  event.waitUntil(
    (async () => {
      const cache = await caches.open(shellCache(build.version));
      for (const path of OV_BUILD.shell) {
        const url = new URL(path, scope.location.origin).href;
        await cache.put(url, await loadShell(url));
      }
      await scope.skipWaiting();
    })(),
  );
});

scope.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      await cleanUpAssets(build.made);
      const outdated = (await caches.keys()).filter((name) => isOutdated(name, build.version));
      await Promise.all(outdated.map((name) => caches.delete(name)));
      await scope.registration.navigationPreload?.enable();
      await scope.clients.claim();
    })(),
  );
});

scope.addEventListener('message', (event) => {
  const { data, source } = event;
  event.waitUntil(handleStoreRequest(data as StoreRequest, source?.url ?? '', build));
});

/**
 * Sends the entries that are due; browsers ask for it also while a page is sending. Rejects where some are left: the
 * browser then asks again later.
 */
async function sendInBackground(): Promise<void> {
  await submitDue(browserDependencies);
  const { entries } = await readOutbox(browserDependencies);
  if (entries.some((entry) => nextAttemptAt(entry, Date.now()) !== undefined))
    throw new Error('Something still waits to be sent.');
}

scope.addEventListener('sync', (event) => {
  if (event.tag === syncTag) event.waitUntil(sendInBackground());
});

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const kind = requestKind({
    method: request.method,
    mode: request.mode,
    url: request.url,
    origin: scope.location.origin,
  });
  if (kind === 'other') return;
  const later = (work: Promise<unknown>) => {
    event.waitUntil(work);
  };
  event.respondWith(
    kind === 'page'
      ? answerPage(request, { preloaded: event.preloadResponse, build, later })
      : kind === 'picture'
        ? answerPicture(request, later)
        : answerAsset(request, build, later),
  );
});
