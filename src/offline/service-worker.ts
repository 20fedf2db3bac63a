/**
 * The service worker: visited and saved pages can be read without a line. Pages always come from the line first, so
 * that a new deployment is seen at once and no visitor is held on an old one.
 */
import { answerFile, answerPage, type Build } from './answers';
import { isOutdated, shellCache } from './kept-caches';
import { requestKind } from './request-kind';
import type { WorkerScope } from './worker-scope';

/** Put in by the build: what it made, and the addresses that every visitor's device keeps. */
declare const OV_BUILD: Build & { readonly shell: readonly string[] };

const scope = self as unknown as WorkerScope;
const build = OV_BUILD;

scope.addEventListener('install', (event) => {
  event.waitUntil(
    (async () => {
      const cache = await caches.open(shellCache(build.version));
      await cache.addAll(build.shell);
      // Files of earlier builds stay kept, so that pages which are open don't miss any.
      await scope.skipWaiting();
    })(),
  );
});

scope.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      const outdated = (await caches.keys()).filter((name) => isOutdated(name, build.version));
      await Promise.all(outdated.map((name) => caches.delete(name)));
      await scope.registration.navigationPreload?.enable();
      await scope.clients.claim();
    })(),
  );
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
      : answerFile(request, { picture: kind === 'picture', build, later }),
  );
});
