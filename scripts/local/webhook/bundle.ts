/** Work that is asked for in bursts and must not run twice at once. */
export interface RequestBundle {
  /** Asks for it: soon, and once for everybody who asks until it begins. */
  readonly ask: () => void;
  /** Begins at once. Not while it runs. */
  readonly begin: () => void;
  /** Asks for nothing any more. Resolves once what runs has come to an end. */
  readonly stop: () => Promise<void>;
}

export interface BundleOptions {
  /** Does it. Must not reject. */
  readonly work: () => Promise<void>;
  /** How long (ms) nobody must have asked before it begins. */
  readonly quietMs: number;
  /** It begins so long (ms) after the first that asked, however many more ask; never where that is undefined. */
  readonly atLatest?: number | undefined;
  /** It begins after so long (ms) without anybody asking; never where that is undefined. */
  readonly everyMs?: number | undefined;
}

/**
 * Bundles what is asked for: it begins once nobody has asked for `quietMs`, or `atLatest` after the first. What is asked for while it runs is done once
 * more afterwards, since it may have begun too early to see what that was about.
 */
export function bundle({ work, quietMs, atLatest = Infinity, everyMs }: BundleOptions): RequestBundle {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  /** When it was asked for first since it last began; undefined where it wasn't. */
  let askedAt: number | undefined;
  let isStopped = false;

  const wait = (ms: number | undefined) => {
    clearTimeout(timer);
    if (ms !== undefined && !isStopped) timer = setTimeout(begin, ms);
  };
  function begin(): void {
    askedAt = undefined;
    clearTimeout(timer);
    running = work().finally(() => {
      running = undefined;
      wait(askedAt === undefined ? everyMs : quietMs);
    });
  }
  wait(everyMs);
  return {
    begin,
    ask: () => {
      askedAt ??= Date.now();
      if (!running) wait(Math.max(0, Math.min(quietMs, askedAt + atLatest - Date.now())));
    },
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
