/**
 * Locks of the whole browser, by which tabs keep out of each other's way. A browser that refuses them, as where cookies are
 * blocked, or never answers must hold nothing up: the work is done without one then. Pure, but for the time that passes.
 */

export type LockRequests = Pick<LockManager, 'request'>;

/** How long (ms) a browser may take to say whether a lock is free. One that works needs a thousandth of it. */
const answerMs = 1500;

/** Gives a lock back. */
export type Release = () => void;

const without: Release = () => {};

/** Null where the lock is taken; undefined where it still is when the signal comes. A browser that is silent gives none. */
function ask(
  locks: LockRequests,
  name: string,
  options: LockOptions,
  ms: number,
): Promise<Release | null | undefined> {
  return new Promise((resolve) => {
    let isSilent = false;
    const timer = setTimeout(() => {
      isSilent = true;
      resolve(without);
    }, ms);
    const settle = (answer: Release | null | undefined) => {
      clearTimeout(timer);
      resolve(answer);
    };
    locks
      .request(name, options, (lock) => {
        // Too late: it would never be given back.
        if (isSilent) return undefined;
        return lock ? new Promise<void>((release) => settle(release)) : settle(null);
      })
      .catch((error: unknown) => {
        const isTaken = error instanceof DOMException && /^(?:TimeoutError|AbortError)$/.test(error.name);
        settle(isTaken ? undefined : without);
      });
  });
}

/**
 * Takes a lock and keeps it until the page ends or it is given back by what this resolves to; undefined where another tab
 * still has it after `patienceMs`. Does without where there are no locks.
 */
export async function holdLock(
  locks: LockRequests | undefined,
  name: string,
  patienceMs: number,
): Promise<Release | undefined> {
  if (!locks) return without;
  const free = await ask(locks, name, { ifAvailable: true }, answerMs);
  if (free !== null) return free;
  const signal = AbortSignal.timeout(Math.ceil(patienceMs));
  return (await ask(locks, name, { signal }, patienceMs + answerMs)) ?? undefined;
}

/** Does something under a lock, waiting for at most `patienceMs` where another tab has it. */
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

/** True where some tab holds a lock now, or the browser doesn't tell. */
export async function isLockHeld(locks: Pick<LockManager, 'query'>, name: string): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silent = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), answerMs);
  });
  const state = await Promise.race([locks.query().catch(() => undefined), silent]);
  clearTimeout(timer);
  return state?.held?.some((lock) => lock.name === name) ?? true;
}
