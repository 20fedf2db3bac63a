/** What sending needs of the world around it: the browser's in `browser-post.client.ts`, others in tests. */
import type { Client } from '@formspree/core';
import type { Application } from '@/device/applied.client';
import type { OutboxEntry, OutboxKind } from '@/device/storage/outbox';
import type { Records } from '@/device/storage/records';

export interface Post {
  readonly records: Records;
  /** Of the whole browser: what one tab does under a lock, no other does at the same time. Missing on plain HTTP. */
  readonly locks: Pick<LockManager, 'request'> | undefined;
  /** True where some tab holds a lock now; missing where nobody can say. */
  readonly isHeld?: (name: string) => Promise<boolean>;
  /** False where the site says that an entry's opportunity takes no applications any more; missing where nobody asks. */
  readonly isOpen?: (entry: Pick<OutboxEntry, 'about'>) => Promise<boolean>;
  readonly client: Client;
  /** The visitor's instant (ms). */
  readonly now: () => number;
  /** False where the browser knows that there is no line. */
  readonly online: () => boolean;
  /** How long (ms) an answer is waited for. */
  readonly timeoutMs: number;
  /** Notes in the visitor's log that an application was sent, at an ISO instant. Says whether all is noted that is to be. */
  readonly note: (application: Application, sentAt: string, kind?: OutboxKind) => boolean;
  /** Told when something about an application may have changed, so that every tab can look. */
  readonly changed: () => void;
}

/** Does something under a lock; at once where there are none, or the browser refuses them, as without storage. */
export async function withLock<T>(
  { locks }: Pick<Post, 'locks'>,
  name: string,
  work: () => Promise<T>,
): Promise<T> {
  let result: Promise<T> | undefined;
  const begin = () => (result ??= work());
  await locks?.request(name, begin).catch(() => undefined);
  return begin();
}
