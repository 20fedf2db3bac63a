type Task<Result> = (signal: AbortSignal) => Promise<Result>;

/**
 * Runs two tasks at the same time. If one fails, the signal of the other is aborted. Rejects with the first error
 * after both have ended, so that nothing is written any more.
 */
export async function runConcurrently<First, Second>(
  first: Task<First>,
  second: Task<Second>,
): Promise<readonly [First, Second]> {
  const stop = new AbortController();
  const tasks = [first(stop.signal), second(stop.signal)] as const;
  try {
    return await Promise.all(tasks);
  } catch (error) {
    stop.abort();
    await Promise.allSettled(tasks);
    throw error;
  }
}
