/**
 * Cleans up before a signal ends this process: Ctrl+C, a supervisor's SIGTERM, or the SIGHUP of a closed terminal.
 */
import { isRunByNpm } from '@/config/environment';

type CleanUp = () => void | Promise<void>;

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

interface Interruption {
  readonly cleanUp: CleanUp;
  readonly beforeEnd: (() => void) | undefined;
}

/** In the order in which they were added. */
const interruptions = new Set<Interruption>();

let isEnding = false;

/** Cleans up, the latest first, then ends by the same signal, so that the parent process sees the cause. */
async function cleanUpAndEnd(signal: NodeJS.Signals): Promise<void> {
  // A second Ctrl+C doesn't stop the cleaning, which is quick.
  if (isEnding) return;
  isEnding = true;
  const latestFirst = [...interruptions].toReversed();
  const atEnd = latestFirst.flatMap(({ beforeEnd }) => beforeEnd ?? []);
  for (const step of [...latestFirst.map(({ cleanUp }) => cleanUp), ...atEnd]) {
    try {
      await step();
    } catch (error) {
      console.error(error);
    }
  }
  for (const one of signals) process.off(one, listener);
  process.kill(process.pid, signal);
}

const listener = (signal: NodeJS.Signals) => void cleanUpAndEnd(signal);

/**
 * Calls `cleanUp` when a signal ends this process, and waits for its promise. Returns a function that cancels this.
 * Without such a function, signals end the process at once. What this process was doing goes on while it waits:
 * `beforeEnd` is called right before the end.
 */
export function onInterrupt(cleanUp: CleanUp, beforeEnd?: () => void): () => void {
  if (interruptions.size === 0) for (const signal of signals) process.on(signal, listener);
  const interruption = { cleanUp, beforeEnd };
  interruptions.add(interruption);
  return () => {
    interruptions.delete(interruption);
    if (interruptions.size === 0 && !isEnding) for (const signal of signals) process.off(signal, listener);
  };
}

/** True once a signal has told this process to end. Errors after that are expected. */
export function isInterrupted(): boolean {
  return isEnding;
}

/** Interval (ms) at which a process that npm started checks whether its parent still runs. */
const parentCheckInterval = 500;

/** npm passes a SIGTERM only to its shell, which ends without telling this process: then the parent changes. */
function watchParent(onExit: () => void): void {
  if (!isRunByNpm()) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    onExit();
  }, parentCheckInterval);
  timer.unref();
}

/** Resolves when a signal tells this process to end. For servers, which then exit with 0. */
export function waitForInterrupt(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of signals) process.on(signal, () => resolve());
    watchParent(resolve);
  });
}
