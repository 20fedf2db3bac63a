/** When applications were sent, read once for all that shows it on a page, and again whenever that may have changed. */
import { readAppliedTimes, type AppliedTimes } from './applied-at';
import { onOutboxChange } from '../storage/application/outbox-changes.client';
import { storedOutbox } from '../storage/records.client';

let times: AppliedTimes = new Map();
const listeners = new Set<() => void>();
let isWatching = false;

async function read(): Promise<void> {
  times = readAppliedTimes(await storedOutbox());
  listeners.forEach((listen) => listen());
}

/** As last read; none before that. */
export const appliedTimes = (): AppliedTimes => times;

/** Calls the listener when they have been read, and at each change. Returns what ends it. */
export function watchAppliedTimes(listener: () => void): () => void {
  listeners.add(listener);
  if (!isWatching) {
    isWatching = true;
    onOutboxChange(() => void read());
    // As the page was left, with Back.
    addEventListener('pageshow', ({ persisted }) => persisted && void read());
    void read();
  }
  return () => listeners.delete(listener);
}
