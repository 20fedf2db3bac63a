/** The browser, as sending sees it. */
import { createClient } from '@formspree/core';
import { recordApplication } from '@/device/applied.client';
import { isLockHeld } from '@/device/storage/locks';
import { deviceRecords } from '@/device/storage/records.client';
import type { Post } from './post';
import { askSite } from './ask-site.client';

/** How long (ms) an answer is waited for: slow networks need it, and nobody waits longer. */
const timeoutMs = 20_000;

/** Tells other tabs, which look then; one that can't be told looks when it is come back to. */
const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel('ov:outbox') : undefined;

const listeners = new Set<() => void>();

if (channel) channel.onmessage = () => listeners.forEach((listen) => listen());

/** Tells whenever something about an application may have changed, here or in another tab. */
export function onOutboxChange(listener: () => void): void {
  listeners.add(listener);
}

// Missing on plain HTTP, whatever the types say.
const { locks } = navigator as Partial<Navigator>;

export const browserPost: Post = {
  records: deviceRecords,
  locks,
  ...(locks && {
    isHeld: (name) => isLockHeld(locks, name),
  }),
  askSite,
  client: createClient(),
  now: () => Date.now(),
  online: () => navigator.onLine,
  timeoutMs,
  // The log is of applications.
  note: (application, sentAt, kind) =>
    kind !== undefined || recordApplication(application, sentAt) === 'stored',
  // When space runs out, browsers first delete storage that isn't persistent.
  stored: () => void navigator.storage?.persist?.().catch(() => {}),
  changed: () => {
    listeners.forEach((listen) => listen());
    channel?.postMessage('');
  },
};
