/**
 * Lets pages be read without a line: registers the service worker, keeps the page that is open and those of what is
 * saved, and says of a page that was kept from when it is.
 */
import { assetCache, keptHeader, visitedCache } from './kept-caches';
import { mayKeep } from './choice.client';
import { watchSaved } from './keep-saved.client';
import { sayKept } from './kept-note.client';

async function register(): Promise<void> {
  if (!('serviceWorker' in navigator) || !mayKeep()) return;
  const wasThere = navigator.serviceWorker.controller !== null;
  await navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' });
  await navigator.serviceWorker.ready;
  // The worker did not see this page come: its files are in the browser's cache still, and cost nothing.
  if (!wasThere) await keepThisPage();
  watchSaved();
}

async function keepThisPage(): Promise<void> {
  const assets = performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => name.startsWith(`${location.origin}/assets/`) && !name.endsWith('.woff2'));
  await (await caches.open(assetCache)).addAll(assets);
  const address = location.origin + location.pathname;
  const response = await fetch(address);
  if (!response.ok) return;
  const headers = new Headers(response.headers);
  headers.set(keptHeader, new Date().toISOString());
  await (await caches.open(visitedCache)).put(address, new Response(await response.text(), { headers }));
}

// The operator may have switched it off (SERVICE_WORKER): pages have no note then.
if (document.querySelector('[data-kept-note]')) {
  sayKept();
  // What the visitor came for goes first. Where it fails (storage full or forbidden) the site works as without it.
  addEventListener('load', () => void register().catch(() => {}), { once: true });
}
