/** Asks again and again while a page is visible: soon after something happened, then less and less often. */

/** The first wait (ms), and how much longer each further one is. */
const firstWait = 1000;
const growth = 1.3;

export type Follower = ReturnType<typeof follow>;

/**
 * Runs a task, which tells whether it found something new. `longestWait` (ms) returns the most that passes between two. A page
 * that isn't visible asks for nothing. The task may not reject.
 */
export function follow(task: () => Promise<boolean>, longestWait: () => number) {
  let wait = firstWait;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let run = 0;
  const ask = async () => {
    clearTimeout(timer);
    if (document.hidden) return;
    const own = ++run;
    const isNew = await task();
    // Another question was begun meanwhile, or it was stopped.
    if (own !== run) return;
    wait = isNew ? firstWait : Math.min(wait * growth, longestWait());
    timer = setTimeout(() => void ask(), wait);
  };
  const refresh = () => {
    wait = firstWait;
    void ask();
  };
  const onVisibility = () => {
    if (document.hidden) clearTimeout(timer);
    else refresh();
  };
  document.addEventListener('visibilitychange', onVisibility);
  refresh();
  return {
    /** Asks at once, and then often again: something was saved. */
    refresh,
    stop: () => {
      run++;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onVisibility);
    },
  };
}
