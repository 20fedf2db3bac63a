/** Work that is requested in bursts and must not run twice at the same time. */
export interface RequestBundle {
  /** Requests the work. It begins soon, and once for all requests until then. */
  readonly request: () => void;
  /** Begins at once. It must not be running. */
  readonly begin: () => void;
  /** Cancels further work. Resolves when running work has ended. */
  readonly stop: () => Promise<void>;
}

export interface BundleOptions {
  /** Does the work. It must not reject. */
  readonly work: () => Promise<void>;
  /** The work begins after this time (ms) without a request. */
  readonly quietMs: number;
  /** The longest delay (ms) after the first request, even if more follow; unlimited if undefined. */
  readonly longestDelayMs?: number | undefined;
  /** The work also begins after this time (ms) without requests; never if undefined. */
  readonly everyMs?: number | undefined;
}

/**
 * Bundles requests: the work begins after `quietMs` without a request, at the latest `longestDelayMs` after the first.
 * Requests during the work start it once more afterwards, since it may have begun too early to see their changes.
 */
export function bundleRequests({
  work,
  quietMs,
  longestDelayMs = Infinity,
  everyMs,
}: BundleOptions): RequestBundle {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  /** The time of the first request since the work last began; undefined if there was none. */
  let requestedAt: number | undefined;
  let isStopped = false;

  const schedule = (ms: number | undefined) => {
    clearTimeout(timer);
    if (ms !== undefined && !isStopped) timer = setTimeout(begin, ms);
  };
  function begin(): void {
    requestedAt = undefined;
    clearTimeout(timer);
    running = work().finally(() => {
      running = undefined;
      schedule(requestedAt === undefined ? everyMs : quietMs);
    });
  }
  schedule(everyMs);
  return {
    begin,
    request: () => {
      requestedAt ??= Date.now();
      if (!running) schedule(Math.max(0, Math.min(quietMs, requestedAt + longestDelayMs - Date.now())));
    },
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
