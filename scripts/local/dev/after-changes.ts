/** How long it must have been quiet (ms): an editor saves in several steps, a switch of branches changes many files. */
const quiet = 100;

/**
 * Runs a task after changes: once for all that come shortly after each other, and once more for what comes while it
 * runs; never twice at a time. The task may not reject.
 */
export function afterChanges(task: () => Promise<void>): () => void {
  let timer: NodeJS.Timeout | undefined;
  let isRunning = false;
  let isDue = false;
  const run = async () => {
    isDue = isRunning;
    if (isRunning) return;
    isRunning = true;
    await task();
    isRunning = false;
    if (isDue) await run();
  };
  return () => {
    clearTimeout(timer);
    timer = setTimeout(() => void run(), quiet);
  };
}
