/** Tells this page, other tabs and the service worker when something in the outbox may have changed. */

/** A tab that can't be told looks when it is shown again. */
const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel('ov:outbox') : undefined;

const listeners = new Set<() => void>();

if (channel) channel.onmessage = () => listeners.forEach((listen) => listen());

/** Returns what ends it. */
export function onOutboxChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function tellOutboxChange(): void {
  listeners.forEach((listen) => listen());
  channel?.postMessage('');
}
