/** The folders in which builds work until they are verified. */
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import path from 'node:path';

/** On the same disk as `dist`, so that the swap is a rename. */
export const workspaceParent = '.local/build';

/** True if a process with that id runs. */
export function isProcessAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user may not be signalled, but it exists.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Removes the folders of builds that were killed (a crash, a power cut). Those of running builds stay. */
async function clear(): Promise<void> {
  const names = await readdir(workspaceParent).catch(() => []);
  for (const name of names) {
    const pid = Number(/^run-(\d+)-/.exec(name)?.[1] ?? 0);
    if (pid === 0 || isProcessAlive(pid)) continue;
    await rm(path.join(workspaceParent, name), {
      recursive: true,
      force: true,
      maxRetries: 20,
      retryDelay: 10,
    });
  }
}

/** Creates a folder for this process's build. The caller removes it. */
export async function createWorkspaceFolder(): Promise<string> {
  await mkdir(workspaceParent, { recursive: true });
  await clear();
  return mkdtemp(path.join(workspaceParent, `run-${process.pid}-`));
}
