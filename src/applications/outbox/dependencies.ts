/** Dependencies of sending: the browser's are in `browser-dependencies.client.ts`, others in tests. */
import type { Client } from '@formspree/core';
import type { LockRequests } from '@/device/storage/locks';
import type { OutboxEntry } from '@/device/storage/application/outbox';
import type { RecordStore } from '@/device/storage/records';

/** What the site says of a page: whether it still has a form, or can't be asked; and where that form sends to. */
export interface SiteAnswer {
  readonly isOpen: boolean;
  readonly form?: Pick<OutboxEntry, 'endpoint' | 'formId'> | undefined;
}

export interface OutboxDependencies {
  /** Where the outbox is stored. */
  readonly records: RecordStore;
  /** Of the whole browser: what a tab does under a lock, no other does at the same time. Missing on plain HTTP. */
  readonly locks: LockRequests | undefined;
  /** True where some tab holds a lock now; missing where that can't be told. */
  readonly isHeld?: (name: string) => Promise<boolean>;
  /** Asks the site about the page that an entry was written on; missing where it isn't asked. */
  readonly askSite?: (entry: Pick<OutboxEntry, 'about'>) => Promise<SiteAnswer>;
  readonly client: Client;
  /** The visitor's instant (ms). */
  readonly now: () => number;
  /** The browser's opinion on whether there is a connection. Some say no although there is one: only a hint. */
  readonly online: () => boolean;
  /** How long (ms) an answer is waited for. */
  readonly timeoutMs: number;
  /** Called when the device has something to send. */
  readonly stored?: () => void;
  /** Called when the outbox may have changed, so that every tab can look. */
  readonly changed: () => void;
}
