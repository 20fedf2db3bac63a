/** The folder in which a build works until its site is verified, and which is always removed afterwards. */
import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Progress } from '@/sources/source';
import { onInterrupt } from '@/terminal/interrupt';
import type { StagedFiles } from '../targets/saved-files';

/** On the same disk as `dist`, so that the swap is a rename. */
export const workspaceParent = '.local/build';

/** A file may be written just then, so it is tried again. */
const removal = { recursive: true, force: true, maxRetries: 20, retryDelay: 10 } as const;

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

/**
 * Creates a folder for this process's build, which the caller removes. Those of builds that were killed (a crash, a power
 * cut) are removed; those of running builds stay.
 */
export async function createWorkspaceFolder(): Promise<string> {
  await mkdir(workspaceParent, { recursive: true });
  for (const name of await readdir(workspaceParent)) {
    const pid = Number(/^run-(\d+)-/.exec(name)?.[1] ?? 0);
    if (pid !== 0 && !isProcessAlive(pid)) await rm(path.join(workspaceParent, name), removal);
  }
  return mkdtemp(path.join(workspaceParent, `run-${process.pid}-`));
}

export type BuildWorkspace = Awaited<ReturnType<typeof openBuildWorkspace>>;

/**
 * Opens the workspace of a build. It is also closed if the process is told to end. `discard` removes what the build has
 * brought elsewhere and isn't live.
 */
export async function openBuildWorkspace({ discard }: { readonly discard?: () => void }, progress: Progress) {
  const folder = path.resolve(await createWorkspaceFolder());
  const workspace = {
    folder,
    /** The folder of the site. */
    staging: path.join(folder, 'site'),
    snapshot: path.join(folder, 'snapshot.json'),
    /** Files outside the site that are committed when it goes live. */
    staged: undefined as StagedFiles | undefined,
    /** Folders and files to remove once the site is live. */
    former: [] as readonly string[],
    isPublished: false,
    /** Removes the workspace and `former`. */
    close: (): void => {
      clear();
      release();
    },
  };
  // Synchronous, so that the build can't write in between.
  const clear = () => {
    workspace.staged?.discard();
    discard?.();
    for (const name of [folder, ...workspace.former]) rmSync(name, removal);
  };
  const release = onInterrupt(() => {
    clear();
    const outcome = workspace.isPublished ? 'the new site is published.' : 'nothing was published.';
    progress(`Interrupted; ${outcome}`);
    // What was being written meanwhile.
  }, clear);
  return workspace;
}
