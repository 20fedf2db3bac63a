/**
 * The closing check: entries that still accept applications at an instant, and the next change. A static page may be
 * read long after it was built, so lists, pages, the search and what a visitor has saved all ask here, at the
 * visitor's own instant; `components/closing-watch.client.ts` asks again whenever the answer may have changed.
 */
import { stageAt, acceptsApplications, type Lifecycle } from './lifecycle';

/** True if it accepts applications at an instant (ms): up to the closing instant, and not from it on. */
export function isOpenAt(entry: Lifecycle, now: number): boolean {
  return acceptsApplications(stageAt(entry, now));
}

/**
 * Splits entries into open and ended ones (closed, filled or paused) at an instant (ms), both in the given order. `nextClosing` is
 * the next instant (ms) at which one of the open ones closes; undefined if none will.
 */
export function splitByOpen<T extends Lifecycle>(entries: Iterable<T>, now: number) {
  const open: T[] = [];
  const ended: T[] = [];
  let nextClosing: number | undefined;
  for (const entry of entries) {
    if (!isOpenAt(entry, now)) {
      ended.push(entry);
      continue;
    }
    open.push(entry);
    nextClosing = earlierInstant(nextClosing, entry.closesAt);
  }
  return { open, ended, nextClosing };
}

/** The earlier of two instants, where undefined means never. */
export function earlierInstant(a: number | undefined, b: number | undefined): number | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return Math.min(a, b);
}

/**
 * The longest (ms) that a timer is set for. A browser's timer overflows after 2^31 ms (25 days) and fires at once, and
 * it stands still while a laptop sleeps: an hour bounds both.
 */
export const longestWait = 3_600_000;

/**
 * Returns the time (ms) to wait before the next check: until `instant`, but never longer than `longestWait`.
 * `(now + 5000, now) -> 5000`; something past needs no waiting: `(now - 1, now) -> 0`.
 */
export function waitFor(instant: number, now: number): number {
  return Math.min(Math.max(instant - now, 0), longestWait);
}
