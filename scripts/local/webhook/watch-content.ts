/** Looks whether the content has changed, so that no change waits for a webhook that was lost, or that nothing sends. */

interface ContentWatch {
  /** Remembers the present state: a publish that begins now reads it. */
  readonly update: () => Promise<void>;
  readonly stop: () => void;
}

export interface WatchOptions {
  /** A mark of the state of the content, which changes when it does. */
  readonly mark: () => Promise<string>;
  /** The time (ms) from one look to the next. */
  readonly everyMs: number;
  /** Called after each look at which the content was found changed. `nextMs` is the time until the next look. */
  readonly onChange: (nextMs: number) => void;
}

/** The largest share of the time in which it looks: a tenth of one processor. */
const share = 0.1;

/** It waits at most so many times as long: a look that took long once, on a busy machine, says little about the next. */
const mostTimes = 4;

/** Watches content until it is stopped. A look that fails, as without a connection, counts as none. */
export function watchContent({ mark, everyMs, onChange }: WatchOptions): ContentWatch {
  let known: string | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  /** Looks that began before the last update don't count. */
  let updates = 0;

  const look = async () => {
    const started = performance.now();
    const before = updates;
    const found = await mark().catch(() => undefined);
    const longer = (performance.now() - started) / share;
    const next = Math.min(Math.max(everyMs, longer), mostTimes * everyMs);
    if (isStopped) return;
    if (found !== undefined && before === updates) {
      // Where no look has succeeded before, it can't be known that nothing has changed.
      if (found !== known) onChange(next);
      known = found;
    }
    timer = setTimeout(() => void look(), next);
  };
  timer = setTimeout(() => void look(), everyMs);
  return {
    update: async () => {
      updates += 1;
      const mine = updates;
      const found = await mark().catch(() => undefined);
      if (found !== undefined && mine === updates) known = found;
    },
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
