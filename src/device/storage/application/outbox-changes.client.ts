/** Tells this page, other tabs and the service worker when something in the outbox may have changed. */

const listeners = new Set<() => void>();

let channel: BroadcastChannel | undefined;

/**
 * Opened when it is first needed: where pages are rendered, an open one would keep the process from ending. A tab that can't
 * be told looks when it is shown again.
 */
function connect(): BroadcastChannel | undefined {
  if (channel || !('BroadcastChannel' in globalThis)) return channel;
  channel = new BroadcastChannel('ov:outbox');
  channel.onmessage = () => listeners.forEach((listen) => listen());
  return channel;
}

/** Returns what ends it. */
export function onOutboxChange(listener: () => void): () => void {
  connect();
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function tellOutboxChange(): void {
  listeners.forEach((listen) => listen());
  connect()?.postMessage('');
}
