/** Lets one process at a time build into a folder. */
import { hash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Progress } from '@/sources/source';
import { LockedError, lockFile } from './lock';

/** Pause (ms) between two attempts. */
const pause = 250;

/** The folder of the locks. They are not in the folders that they lock, which are replaced. */
const locks = '.local/locks';

const folderLockFile = (folder: string) =>
  path.join(locks, `${hash('sha256', folder, 'hex').slice(0, 16)}.lock`);

/** Runs `work` once no other process builds into a folder, given by its absolute path. */
export async function withFolderLock<T>(
  folder: string,
  progress: Progress,
  work: () => Promise<T>,
): Promise<T> {
  await mkdir(locks, { recursive: true });
  const unlock = await waitForLock(folder, progress);
  try {
    return await work();
  } finally {
    unlock();
  }
}

async function waitForLock(folder: string, progress: Progress): Promise<() => void> {
  for (let attempt = 0; ; attempt++) {
    try {
      return lockFile(folderLockFile(folder));
    } catch (error) {
      if (!(error instanceof LockedError) || !error.isBusy) throw error;
      if (attempt === 0) progress(`Another build into ${folder} is running. This one waits for it.`);
      await setTimeout(pause);
    }
  }
}
