/**
 * Lets pages be read without a connection: registers the service worker, has it keep the page that is open and those
 * that are saved, and says of a page that was kept from when it is.
 */
import { mayKeep } from './choice.client';
import type { KeepRequest } from './keep-request';
import { watchSaved } from './keep-saved.client';
import { sayKept } from './kept-note.client';

async function register(): Promise<void> {
  if (!('serviceWorker' in navigator) || !mayKeep()) return;
  const { serviceWorker } = navigator;
  const ask = (request: KeepRequest) => serviceWorker.controller?.postMessage(request);
  // A worker that takes over did not see this page come.
  serviceWorker.addEventListener('controllerchange', () =>
    ask({
      keep: 'visited',
      page: location.origin + location.pathname,
      files: performance
        .getEntriesByType('resource')
        .map(({ name }) => name)
        .filter((name) => name.startsWith(`${location.origin}/assets/`) && !name.endsWith('.woff2')),
    }),
  );
  await serviceWorker.register('/sw.js', { updateViaCache: 'none' });
  await serviceWorker.ready;
  watchSaved((pages) => ask({ keep: 'saved', pages }));
}

// The operator may have switched it off (SERVICE_WORKER): pages have no note then.
if (document.querySelector('[data-kept-note]')) {
  sayKept();
  // What the visitor came for goes first. Where it fails (storage full or forbidden) the site works as without it.
  addEventListener('load', () => void register().catch(() => {}), { once: true });
}
