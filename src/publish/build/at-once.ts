type Task<Result> = (signal: AbortSignal) => Promise<Result>;

/**
 * Runs two tasks at the same time. Where one fails the other is told to stop by its signal; rejects with the first
 * failure once both have come to an end, so that nothing is still being written then.
 */
export async function atOnce<First, Second>(
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
