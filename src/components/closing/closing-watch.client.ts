/** Looks again whenever something may have closed, for as long as a page is open. */
import { waitFor } from '@/model/time/closing-check';

/** The calls of a judge are at least so far apart (ms), so that a judge which names a past instant can't spin. */
const pause = 50;

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
  const look = () => {
    clearTimeout(timer);
    const now = Date.now();
    const next = judge(now);
    if (next !== undefined) timer = setTimeout(look, Math.max(waitFor(next, now), pause));
  };
  const back = () => {
    if (document.visibilityState === 'visible') look();
  };
  document.addEventListener('visibilitychange', back);
  addEventListener('pageshow', back);
  addEventListener('focus', back);
  look();
  return () => {
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', back);
    removeEventListener('pageshow', back);
    removeEventListener('focus', back);
  };
}
