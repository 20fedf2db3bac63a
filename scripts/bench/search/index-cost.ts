/** What indexing takes: time, and memory of this process and of Pagefind's together. */
import { readUse } from '../build/process-tree';

/** How often memory is looked at, ms. */
const interval = 100;

export interface IndexCost {
  /** Wall time, ms. */
  readonly duration: number;
  /** The most memory of the tree of processes, bytes; 0 where it can't be seen. The corpus in this one is part of it. */
  readonly peak: number;
}

/** Runs something and watches it. Rejects with what that rejects with. */
export async function measureIndexing(run: () => Promise<unknown>): Promise<IndexCost> {
  const started = performance.now();
  let peak = 0;
  const look = () => (peak = Math.max(peak, readUse(process.pid)?.memory ?? 0));
  const timer = setInterval(look, interval);
  try {
    await run();
    return { duration: performance.now() - started, peak };
  } finally {
    clearInterval(timer);
  }
}
