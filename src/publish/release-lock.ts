import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { onInterrupt } from '@/terminal/interrupt';
import { lock } from './lock';
import { assertReleases } from './releases';

/** Runs `work` while no other process can publish to the folder of releases. Rejects with a `LockedError`. */
export async function withReleaseLock<T>(dir: string, work: () => Promise<T> | T): Promise<T> {
  assertReleases(dir);
  await mkdir(dir, { recursive: true });
  const unlock = lock(path.join(dir, '.publishing'));
  const release = onInterrupt(unlock);
  try {
    return await work();
  } finally {
    unlock();
    release();
  }
}
