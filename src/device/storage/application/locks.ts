/**
 * Locks shared by all tabs of a browser. A browser that refuses them, as where cookies are blocked, or never answers
 * must not block anything: the work is then done without a lock. Pure, except for timers.
 */

import { withTimeout } from '../records.client';

export type LockRequests = Pick<LockManager, 'request'>;

/** Time limit (ms) for the answer to a request for a lock. A working one needs a thousandth of it. */
const answerMs = 1500;

/** Releases a lock. */
type ReleaseLock = () => void;

const noLock: ReleaseLock = () => {};

/**
 * Requests a lock. Null where it is taken; undefined if it still is when the signal comes. A browser that doesn't
 * answer has no locks.
 */
function requestLock(
  locks: LockRequests,
  name: string,
  options: LockOptions,
  ms: number,
): Promise<ReleaseLock | null | undefined> {
  return new Promise((resolve) => {
    let isSilent = false;
    const timer = setTimeout(() => {
      isSilent = true;
      resolve(noLock);
    }, ms);
    const settle = (answer: ReleaseLock | null | undefined) => {
      clearTimeout(timer);
      resolve(answer);
    };
    locks
      .request(name, options, (lock) => {
        // Too late: it would never be released.
        if (isSilent) return undefined;
        return lock ? new Promise<void>((release) => settle(release)) : settle(null);
      })
      .catch((error: unknown) => {
        const isTaken = error instanceof DOMException && /^(?:TimeoutError|AbortError)$/.test(error.name);
        settle(isTaken ? undefined : noLock);
      });
  });
}

/**
 * Takes a lock and holds it until the page closes or the returned function is called; undefined if another tab still
 * has it after `patienceMs`. Without locks in the browser there is nothing to wait for.
 */
export async function holdLock(
  locks: LockRequests | undefined,
  name: string,
  patienceMs: number,
): Promise<ReleaseLock | undefined> {
  if (!locks) return noLock;
  const free = await requestLock(locks, name, { ifAvailable: true }, answerMs);
  if (free !== null) return free;
  const signal = AbortSignal.timeout(Math.ceil(patienceMs));
  return (await requestLock(locks, name, { signal }, patienceMs + answerMs)) ?? undefined;
}

/** Runs something under a lock, waiting for at most `patienceMs` where another tab has it. */
export async function withLock<T>(
  locks: LockRequests | undefined,
  name: string,
  patienceMs: number,
  work: () => Promise<T>,
): Promise<T> {
  const release = await holdLock(locks, name, patienceMs);
  try {
    return await work();
  } finally {
    release?.();
  }
}

/** True if some tab holds a lock now, or the browser doesn't say. */
export async function isLockHeld(locks: Pick<LockManager, 'query'>, name: string): Promise<boolean> {
  const state = await withTimeout(locks.query(), answerMs).catch(() => undefined);
  return state?.held?.some((lock) => lock.name === name) ?? true;
}
