/** Asks the browser to wake the service worker when it is back online, even after the last page was closed. */

/** The name of the request in the browser. */
export const syncTag = 'ov:outbox';

/** Missing in the DOM's types: the Background Sync API of Chromium's browsers. */
type SyncRegistration = ServiceWorkerRegistration & {
  readonly sync?: { readonly register: (tag: string) => Promise<void> };
};

/**
 * Requests a background sync. Where the browser can't, or the visitor has forbidden it, the next page sends instead.
 */
export async function requestBackgroundSync(): Promise<void> {
  try {
    const registration: SyncRegistration | undefined = await navigator.serviceWorker?.getRegistration();
    await registration?.sync?.register(syncTag);
  } catch {
    // The next page sends instead.
  }
}
