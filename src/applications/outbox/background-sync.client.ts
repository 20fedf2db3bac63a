/** Has the browser wake the service worker when there is a connection, also after the last page was closed. */

/** Browsers know the request by this name. */
export const syncTag = 'ov:outbox';

/** Not in the DOM's types: the Background Sync API, which Chromium's browsers have. */
type SyncRegistration = ServiceWorkerRegistration & {
  readonly sync?: { readonly register: (tag: string) => Promise<void> };
};

/** Where the browser can't, or the visitor has forbidden it, the next page sends what waits. */
export async function requestBackgroundSync(): Promise<void> {
  try {
    const registration: SyncRegistration | undefined = await navigator.serviceWorker?.getRegistration();
    await registration?.sync?.register(syncTag);
  } catch {
    // As said.
  }
}
