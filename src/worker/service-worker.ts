/**
 * The service worker: visited and saved pages can be read without a connection, and what waits to be sent is sent when there
 * is one again. Pages always come from the network first, so that a new deployment is seen at once and no visitor is held on
 * an old one.
 */
import { syncTag } from '@/applications/outbox/background-sync.client';
import { sendInBackground } from '@/applications/outbox/send-in-background.client';
import { answerAsset, answerPage, answerPicture } from '@/offline/worker/answers';
import { clearAssets, loadAsset } from '@/offline/worker/assets';
import type { Build } from '@/offline/build';
import type { WorkerMessage } from '@/device/saved/page-html';
import type { KeepRequest } from '@/offline/worker/keep-request';
import { isOutdated, shellCache } from '@/offline/worker/kept-caches';
import { keepPages, readPage } from '@/offline/pages';
import { requestKind } from '@/offline/worker/request-kind';
import type { WorkerScope } from '@/offline/worker/worker-scope';

/** Put in by the build: what it made, and the addresses that every visitor's device keeps. */
declare const OV_BUILD: Omit<Build, 'made'> & {
  readonly shell: readonly string[];
  readonly made: readonly string[];
};

const scope = self as unknown as WorkerScope;
const build: Build = { ...OV_BUILD, made: new Set(OV_BUILD.made) };

/** A file of the shell as it was published. Rejects where the network has something else: installing fails then. */
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
      await clearAssets(build.made);
      const outdated = (await caches.keys()).filter((name) => isOutdated(name, build.version));
      await Promise.all(outdated.map((name) => caches.delete(name)));
      await scope.registration.navigationPreload?.enable();
      await scope.clients.claim();
    })(),
  );
});

scope.addEventListener('message', (event) => {
  const { data, source } = event;
  event.waitUntil(keepPages(data as KeepRequest, source?.url ?? '', build));
});

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
  const tellEnded = async () => {
    const page = await scope.clients.get(event.resultingClientId);
    page?.postMessage('ended' satisfies WorkerMessage);
  };
  event.respondWith(
    kind === 'page'
      ? answerPage(request, { preloaded: event.preloadResponse, build, later, tellEnded })
      : kind === 'picture'
        ? answerPicture(request, later)
        : answerAsset(request, build, later),
  );
});
