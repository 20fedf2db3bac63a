/** What sending needs of the world around it: the browser's in `browser-post.client.ts`, others in tests. */
import type { Client } from '@formspree/core';
import type { Application } from '@/device/applied.client';
import type { LockRequests } from '@/device/storage/locks';
import type { OutboxEntry, OutboxKind } from '@/device/storage/outbox';
import type { Records } from '@/device/storage/records';

/** What the site says of a page: whether it still has a form, or can't be asked; and where that form sends to. */
export interface SiteAnswer {
  readonly isOpen: boolean;
  readonly form?: Pick<OutboxEntry, 'endpoint' | 'formId'> | undefined;
}

export interface Post {
  readonly records: Records;
  /** Of the whole browser: what one tab does under a lock, no other does at the same time. Missing on plain HTTP. */
  readonly locks: LockRequests | undefined;
  /** True where some tab holds a lock now; missing where nobody can say. */
  readonly isHeld?: (name: string) => Promise<boolean>;
  /** What the site says now of the page that an entry was written on; missing where nobody asks. */
  readonly askSite?: (entry: Pick<OutboxEntry, 'about'>) => Promise<SiteAnswer>;
  readonly client: Client;
  /** The visitor's instant (ms). */
  readonly now: () => number;
  /** The browser's opinion on whether there is a connection. Some say no although there is one: only a hint. */
  readonly online: () => boolean;
  /** How long (ms) an answer is waited for. */
  readonly timeoutMs: number;
  /** Notes in the visitor's log that an application was sent, at an ISO instant. Says whether all is noted that is to be. */
  readonly note: (application: Application, sentAt: string, kind?: OutboxKind) => boolean;
  /** Told when the device has something to send. */
  readonly stored?: () => void;
  /** Told when something about an application may have changed, so that every tab can look. */
  readonly changed: () => void;
}
