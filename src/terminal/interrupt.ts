/**
 * What is put in order before this process ends because it was told to: Ctrl+C, a supervisor's SIGTERM, or the SIGHUP of
 * a terminal that was closed.
 */
import { isRunByNpm } from '@/config/environment';

type Cleaner = () => void | Promise<void>;

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** In the order in which they came. */
const cleaners = new Set<Cleaner>();

let isEnding = false;

/** Cleans up, the latest first, then ends as the signal would have, so that whoever waits sees what happened. */
async function end(signal: NodeJS.Signals): Promise<void> {
  // Pressing Ctrl+C again doesn't leave half of it: cleaning up takes no time worth stopping.
  if (isEnding) return;
  isEnding = true;
  for (const clean of [...cleaners].toReversed()) {
    try {
      await clean();
    } catch (error) {
      console.error(error);
    }
  }
  for (const one of signals) process.off(one, listener);
  process.kill(process.pid, signal);
}

const listener = (signal: NodeJS.Signals) => void end(signal);

/**
 * Has `clean` called where this process is told to end. The process doesn't end before what it returns has settled.
 * Returns what undoes this. While nobody wants to clean, signals end the process as they always do.
 */
export function onInterrupt(clean: Cleaner): () => void {
  if (cleaners.size === 0) for (const signal of signals) process.on(signal, listener);
  cleaners.add(clean);
  return () => {
    cleaners.delete(clean);
    if (cleaners.size === 0 && !isEnding) for (const signal of signals) process.off(signal, listener);
  };
}

/** True once this process has been told to end. What fails from then on was meant to. */
export function isInterrupted(): boolean {
  return isEnding;
}

/** How often (ms) a process that npm started looks whether it has been left alone. */
const lookEvery = 500;

/** npm passes a SIGTERM on to its shell only, which ends without a word to what it runs: that has another parent then. */
function onceLeftAlone(then: () => void): void {
  if (!isRunByNpm()) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    then();
  }, lookEvery);
  timer.unref();
}

/** Resolves when this process is told to end; being told again changes nothing. For servers, which end with 0. */
export function untilInterrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of signals) process.on(signal, () => resolve());
    onceLeftAlone(resolve);
  });
}
