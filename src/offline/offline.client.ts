/**
 * Makes pages readable offline: registers the service worker, asks it to store the open page and the saved ones, and
 * shows on a stored page when it was stored.
 */
import { mayStorePages } from '@/device/storage/offline-choice.client';
import type { StoreRequest } from './worker/store-request';
import { requestSavedPages } from './request-saved-pages.client';
import { showStoredNote } from './stored-note.client';

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

async function register(): Promise<void> {
  if (!('serviceWorker' in navigator) || !mayStorePages()) return;
  const { serviceWorker } = navigator;
  const postRequest = (request: StoreRequest) => serviceWorker.controller?.postMessage(request);
  // A worker that takes control did not see this page load.
  serviceWorker.addEventListener('controllerchange', () => postRequest('this page'));
  await serviceWorker.register(workerUrl(), { updateViaCache: 'none' });
  await serviceWorker.ready;
  requestSavedPages(postRequest);
}

// The operator may have switched it off (SERVICE_WORKER): pages have no note then.
if (document.querySelector('[data-kept-note]')) {
  showStoredNote();
  // The page's own files load first. On failure (storage full or forbidden) the site works without it.
  addEventListener('load', () => void register().catch(() => {}), { once: true });
}
