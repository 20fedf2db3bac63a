/**
 * Makes pages readable offline: registers the service worker, asks it to store the open page and the saved ones, and
 * shows on a stored page when it was stored.
 */
import { storedInstant } from '@/device/page-html';
import { savedStore } from '@/device/saved/saved-store';
import { onStorageChange, readStore } from '@/device/storage/storage.client';
import { dayAndTime } from '@/i18n/format/reader-time';
import type { StoreRequest } from './stored-pages';

interface TrustedTypes {
  /** A policy's result is an object, but the DOM's types still expect a string. */
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: () => string },
  ) => { readonly createScriptURL: (text: string) => string };
}

/**
 * The address of the service worker, for pages that require trusted types. The policy returns no other, whatever its
 * input. https://w3c.github.io/trusted-types/dist/spec/
 */
function workerUrl(): string {
  const url = '/sw.js';
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
  return trustedTypes?.createPolicy('ov', { createScriptURL: () => url }).createScriptURL('') ?? url;
}

/** The maximum number of pages that are fetched automatically: an imported list may have hundreds, at 9 kB each. */
const maxPages = 30;

/** The addresses of the latest saved pages. */
function savedAddresses(): readonly string[] {
  return readStore(savedStore)
    .slice(0, maxPages)
    .map(({ path }) => new URL(path, location.origin).href);
}

/**
 * Requests them when a visit begins, and whenever the list changes. Not on every page of a visit: deleted pages would
 * be requested each time.
 */
function requestSavedPages(request: (pages: readonly string[]) => void): void {
  const requestAll = () => {
    // Of several tabs, only the visible one does the work.
    if (document.visibilityState === 'visible') request(savedAddresses());
  };
  onStorageChange(requestAll);
  if (!document.referrer.startsWith(`${location.origin}/`)) requestAll();
}

/** Shows the banner where the page came from the device; its text has a gap `{date}`. */
function showBanner(): void {
  const stored = storedInstant();
  const banner = document.querySelector<HTMLElement>('[data-offline-banner]');
  if (stored === undefined || !banner) return;
  const instant = Date.parse(stored);
  const date = Number.isNaN(instant) ? '' : dayAndTime(document.documentElement.lang, instant);
  banner.textContent = (banner.dataset['offlineBanner'] ?? '').replace('{date}', date);
  banner.hidden = false;
}

async function register(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const { serviceWorker } = navigator;
  const postRequest = (request: StoreRequest) => serviceWorker.controller?.postMessage(request);
  // A worker that takes control did not see this page load.
  serviceWorker.addEventListener('controllerchange', () => postRequest('this page'));
  await serviceWorker.register(workerUrl(), { updateViaCache: 'none' });
  await serviceWorker.ready;
  requestSavedPages(postRequest);
}

// The operator may have switched it off (SERVICE_WORKER): pages have no banner then.
if (document.querySelector('[data-offline-banner]')) {
  showBanner();
  // The page's own files load first. On failure (storage full or forbidden) the site works without it.
  addEventListener('load', () => void register().catch(() => {}), { once: true });
}
