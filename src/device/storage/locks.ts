/**
 * Locks of the whole browser, by which tabs keep out of each other's way. A browser that refuses them, as where cookies are
 * blocked, or never answers must hold nothing up: the work is done without one then. Pure, but for the time that passes.
 */

export type LockRequests = Pick<LockManager, 'request'>;

/** How long (ms) a browser may take to say whether a lock is free. One that works needs a thousandth of it. */
const answerMs = 1500;

/** Does something under a lock, waiting for at most `patienceMs` where another tab has it. At once where there are none. */
export async function withLock<T>(
  locks: LockRequests | undefined,
  name: string,
  patienceMs: number,
  work: () => Promise<T>,
): Promise<T> {
  if (!locks) return work();
  let result: Promise<T> | undefined;
  const begin = () => (result ??= work());
  let timer: ReturnType<typeof setTimeout> | undefined;
  const isHeld = await new Promise<boolean>((answer) => {
    timer = setTimeout(() => answer(false), answerMs);
    locks
      .request(name, { ifAvailable: true }, (lock) => {
        answer(lock === null);
        return lock ? begin() : undefined;
      })
      .catch(() => answer(false));
  });
  clearTimeout(timer);
  if (isHeld) {
    const granted = locks
      .request(name, { signal: AbortSignal.timeout(Math.ceil(patienceMs)) }, begin)
      .catch(() => undefined);
    const tooLong = new Promise((resolve) => {
      timer = setTimeout(resolve, patienceMs + answerMs);
    });
    await Promise.race([granted, tooLong]);
    clearTimeout(timer);
  }
  return begin();
}

/**
 * Takes a lock and keeps it until the page ends or it is given back by what this resolves to; undefined where another tab
 * still has it after `patienceMs`.
 */
export async function holdLock(
  locks: LockRequests | undefined,
  name: string,
  patienceMs: number,
): Promise<(() => void) | undefined> {
  const without = () => {};
  if (!locks) return without;
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(without), patienceMs + answerMs);
    const settle = (release: (() => void) | undefined) => {
      clearTimeout(timer);
      resolve(release);
    };
    locks
      .request(
        name,
        { signal: AbortSignal.timeout(Math.ceil(patienceMs)) },
        () => new Promise<void>((release) => settle(release)),
      )
      .catch((error: unknown) => {
        const isTaken = error instanceof DOMException && /^(?:TimeoutError|AbortError)$/.test(error.name);
        settle(isTaken ? undefined : without);
      });
  });
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
