/** The service worker of a site that has switched it off: deletes all caches, then unregisters itself. */
import type { WorkerScope } from '@/offline/worker/worker-scope';

const scope = self as unknown as WorkerScope;

scope.addEventListener('install', (event) => {
  event.waitUntil(scope.skipWaiting());
});

scope.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      const names = await caches.keys();
      await Promise.all(names.filter((name) => name.startsWith('ov:')).map((name) => caches.delete(name)));
      await scope.registration.unregister();
    })(),
  );
});
