/** The times of applications, read once for everything on a page that shows them, and again after each change. */
import { readAppliedTimes, type AppliedTimes } from './applied-times';
import { onOutboxChange } from './outbox-changes.client';
import { readStoredOutbox } from './records.client';

let times: AppliedTimes = new Map();
const listeners = new Set<() => void>();
let isWatching = false;

async function read(): Promise<void> {
  times = readAppliedTimes(await readStoredOutbox());
  listeners.forEach((listen) => listen());
}

/** The times as last read; empty before that. */
export const appliedTimes = (): AppliedTimes => times;

/** Calls the listener once they are read, and after each change. Returns a function that stops it. */
export function watchAppliedTimes(listener: () => void): () => void {
  listeners.add(listener);
  if (!isWatching) {
    isWatching = true;
    onOutboxChange(() => void read());
    // Restored by Back.
    addEventListener('pageshow', ({ persisted }) => persisted && void read());
    void read();
  }
  return () => listeners.delete(listener);
}
