/**
 * Lets pages be read without a connection: registers the service worker, has it keep the page that is open and those
 * that are saved, and says of a page that was kept from when it is.
 */
import { mayKeep } from './choice.client';
import type { KeepRequest } from './worker/keep-request';
import { watchSaved } from './keep-saved.client';
import { sayKept } from './kept-note.client';

interface TrustedTypes {
  /** What a policy makes is an object, which the DOM's types don't know yet: they want a string. */
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: () => string },
  ) => { readonly createScriptURL: (text: string) => string };
}

/**
 * The address of the service worker, as pages must give it that require trusted types. The policy makes no other, whatever
 * it is given. https://w3c.github.io/trusted-types/dist/spec/
 */
function workerUrl(): string {
  const url = '/sw.js';
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
  return trustedTypes?.createPolicy('ov', { createScriptURL: () => url }).createScriptURL('') ?? url;
}

async function register(): Promise<void> {
  if (!('serviceWorker' in navigator) || !mayKeep()) return;
  const { serviceWorker } = navigator;
  const ask = (request: KeepRequest) => serviceWorker.controller?.postMessage(request);
  // A worker that takes over did not see this page come.
  serviceWorker.addEventListener('controllerchange', () => ask('this page'));
  await serviceWorker.register(workerUrl(), { updateViaCache: 'none' });
  await serviceWorker.ready;
  watchSaved(ask);
}

// The operator may have switched it off (SERVICE_WORKER): pages have no note then.
if (document.querySelector('[data-kept-note]')) {
  sayKept();
  // What the visitor came for goes first. Where it fails (storage full or forbidden) the site works as without it.
  addEventListener('load', () => void register().catch(() => {}), { once: true });
}
