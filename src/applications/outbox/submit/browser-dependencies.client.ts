/** The browser's dependencies for sending: in a page, or in the service worker. */
import { isLockHeld } from '@/device/storage/application/locks';
import { notifyOutboxChange } from '@/device/storage/outbox-changes.client';
import { openPageRecords } from '@/device/storage/application/page-records';
import { deviceRecords } from '@/device/storage/records.client';
import { checkSiteForm } from './check-site-form.client';
import { formService } from '../../transport/form-service';
import type { OutboxDependencies } from '../outbox-dependencies';

/** The name of the request for a background sync in the browser. */
export const syncTag = 'ov:outbox';

/** Missing in the DOM's types: the Background Sync API of Chromium's browsers. */
type SyncRegistration = ServiceWorkerRegistration & {
  readonly sync?: { readonly register: (tag: string) => Promise<void> };
};

/**
 * Asks the browser to wake the service worker when it is back online, even after the last page was closed. Where the browser
 * can't, or the visitor has forbidden it, the next page sends instead.
 */
async function requestBackgroundSync(): Promise<void> {
  try {
    const registration: SyncRegistration | undefined = await navigator.serviceWorker?.getRegistration();
    await registration?.sync?.register(syncTag);
  } catch {
    // The next page sends instead.
  }
}

/** Time limit (ms) for an answer: slow networks need it, and people don't wait longer. */
const timeoutMs = 20_000;

// Missing on plain HTTP, whatever the types say.
const { locks } = navigator as Partial<Navigator>;

export const browserDependencies: OutboxDependencies = {
  records: openPageRecords(deviceRecords),
  locks,
  ...(locks && {
    isHeld: (name) => isLockHeld(locks, name),
  }),
  checkSiteForm,
  submitForm: formService.submit,
  now: () => Date.now(),
  online: () => navigator.onLine,
  timeoutMs,
  onStored: () => {
    // Browsers that run out of space first delete storage that isn't persistent.
    void navigator.storage?.persist?.().catch(() => {});
    void requestBackgroundSync();
  },
  onOutboxChanged: notifyOutboxChange,
};
