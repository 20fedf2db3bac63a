/** Where builds work until they are verified. */
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import path from 'node:path';

/** On the same disk as `dist`, so that the swap is a rename. */
export const workshop = '.local/build';

/** True where a process of that number runs. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of somebody else's may not be signalled, but it is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Removes what builds that were ended by force (a crash, a power cut) left behind. Others' running ones stay. */
async function clear(): Promise<void> {
  const names = await readdir(workshop).catch(() => []);
  for (const name of names) {
    const pid = Number(/^run-(\d+)-/.exec(name)?.[1] ?? 0);
    if (pid === 0 || isAlive(pid)) continue;
    await rm(path.join(workshop, name), { recursive: true, force: true, maxRetries: 20, retryDelay: 10 });
  }
}

/** A new folder for this process's build. The caller removes it. */
export async function openWorkshop(): Promise<string> {
  await mkdir(workshop, { recursive: true });
  await clear();
  return mkdtemp(path.join(workshop, `run-${process.pid}-`));
}
