/** The browser's dependencies for sending: in a page, or in the service worker. */
import { isLockHeld } from '@/device/storage/application/locks';
import { notifyOutboxChange } from '@/device/storage/outbox-changes.client';
import { openPageRecords } from '@/device/storage/records';
import { deviceRecords } from '@/device/storage/records.client';
import { checkSiteForm } from './check-site-form.client';
import { formService } from '../../transport/form-service';
import { requestBackgroundSync } from './background-sync.client';
import type { OutboxDependencies } from '../outbox-dependencies';

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
  submitForm: formService.openClient(),
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
