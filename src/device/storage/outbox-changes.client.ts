/** Notifies this page, other tabs and the service worker when the outbox may have changed. */

const listeners = new Set<() => void>();

let channel: BroadcastChannel | undefined;

/**
 * Opened on first use: during rendering, an open channel would keep the process from ending. A tab without it refreshes
 * when it is shown again.
 */
function connect(): BroadcastChannel | undefined {
  if (channel || !('BroadcastChannel' in globalThis)) return channel;
  channel = new BroadcastChannel('ov:outbox');
  channel.onmessage = () => listeners.forEach((listen) => listen());
  return channel;
}

/** Calls the listener after each change. Returns a function that stops it. */
export function onOutboxChange(listener: () => void): () => void {
  connect();
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function notifyOutboxChange(): void {
  listeners.forEach((listen) => listen());
  connect()?.postMessage('');
}
