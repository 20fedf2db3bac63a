/** Runs checks whenever something may have closed, while a page is open. */
import { waitFor } from '@/model/time/closing-check';

/** The shortest pause (ms) between two calls, so that a check which returns a past instant can't loop. */
const minPauseMs = 50;

/**
 * Calls `judge` at once with the visitor's instant (ms), and again at the instant that it returns (undefined: nothing
 * more to wait for), when the page comes back from another tab, from sleep or from the back/forward cache. Each call
 * replaces the timer of the one before. Returns a function that ends the watch.
 *
 *     const stop = watchClosings((now) => {
 *       const { open, nextClosing } = judge(saved, now);
 *       show(open);
 *       return nextClosing;
 *     });
 */
export function watchClosings(judge: (now: number) => number | undefined): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const check = () => {
    clearTimeout(timer);
    const now = Date.now();
    const next = judge(now);
    if (next !== undefined) timer = setTimeout(check, Math.max(waitFor(next, now), minPauseMs));
  };
  const checkIfVisible = () => {
    if (document.visibilityState === 'visible') check();
  };
  document.addEventListener('visibilitychange', checkIfVisible);
  addEventListener('pageshow', checkIfVisible);
  addEventListener('focus', checkIfVisible);
  check();
  return () => {
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', checkIfVisible);
    removeEventListener('pageshow', checkIfVisible);
    removeEventListener('focus', checkIfVisible);
  };
}
