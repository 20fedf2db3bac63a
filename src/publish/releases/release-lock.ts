import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { lockFile } from '../targets/lock';
import { assertReleases, releasesDir } from './releases';

/** Runs `work` while no other process can publish to the releases folder. Rejects with a `LockedError`. */
export async function withReleaseLock<T>(dir: string, work: () => Promise<T> | T): Promise<T> {
  assertReleases(dir);
  await mkdir(releasesDir(dir), { recursive: true });
  const unlock = lockFile(path.join(releasesDir(dir), '.lock'));
  try {
    return await work();
  } finally {
    unlock();
  }
}
