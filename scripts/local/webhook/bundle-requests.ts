/** Work that is requested in bursts and must not run twice at the same time. */
export interface RequestBundle {
  /**
   * Requests the work. It begins soon, and once for all requests until then: after `quietMs` without another request,
   * by default the bundle's own.
   */
  readonly request: (quietMs?: number) => void;
  /** Begins at once. It must not be running. */
  readonly begin: () => void;
  /** Cancels further work. Resolves when running work has ended. */
  readonly stop: () => Promise<void>;
}

interface BundleOptions {
  /**
   * Does the work. It must not reject. If it resolves to a time (ms), it begins again after that without a request, if
   * that is sooner than `everyMs`.
   */
  readonly work: () => Promise<number | undefined>;
  /** The work begins after this time (ms) without a request. */
  readonly quietMs: number;
  /** The longest delay (ms) after the first request, even if more follow; unlimited if undefined. */
  readonly longestDelayMs?: number | undefined;
  /** The work also begins after this time (ms) without requests; never if undefined. */
  readonly everyMs?: number | undefined;
  /** Called when requests begin to wait, and when the work for them begins. */
  readonly onWaiting?: (isWaiting: boolean) => void;
}

/**
 * Bundles requests: the work begins after a quiet time, at the latest `longestDelayMs` after the first request. Requests
 * during the work start it once more afterwards, since it may have begun too early to see their changes.
 */
export function bundleRequests({
  work,
  quietMs,
  longestDelayMs = Infinity,
  everyMs = Infinity,
  onWaiting = () => undefined,
}: BundleOptions): RequestBundle {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  /** The requests since the work last began: the time of the first, and when it is quiet; undefined if there are none. */
  let requested: { readonly at: number; readonly quietAt: number } | undefined;
  let isStopped = false;

  const schedule = (ms: number) => {
    clearTimeout(timer);
    if (ms !== Infinity && !isStopped) timer = setTimeout(begin, Math.max(0, ms));
  };
  const dueIn = ({ at, quietAt }: NonNullable<typeof requested>) =>
    Math.min(quietAt, at + longestDelayMs) - Date.now();
  function begin(): void {
    if (requested) onWaiting(false);
    requested = undefined;
    clearTimeout(timer);
    running = work().then((againMs) => {
      running = undefined;
      schedule(requested ? dueIn(requested) : Math.min(everyMs, againMs ?? Infinity));
    });
  }
  schedule(everyMs);
  return {
    begin,
    request: (quiet = quietMs) => {
      if (isStopped) return;
      if (!requested) onWaiting(true);
      requested = { at: requested?.at ?? Date.now(), quietAt: Date.now() + quiet };
      if (!running) schedule(dueIn(requested));
    },
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      if (requested) onWaiting(false);
      requested = undefined;
      await running;
    },
  };
}
