import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { isProcessAlive } from '../build/workspace-folder';

/** Returns false if there is nothing to rename. */
function renameIfThere(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

/** The previous site during a swap. It is complete there. */
const previousFolder = (outDir: string) => `${outDir}.previous-${process.pid}`;

/** The previous site after a swap, until it is deleted. It may be incomplete and is never restored. */
function removedFolder(outDir: string, pid: number): string {
  const { dir, base } = path.parse(outDir);
  return path.join(dir, `.${base}.removed-${pid}`);
}

/**
 * Replaces the previous site by a verified one with two renames, then calls `finish`. If the second rename or
 * `finish` fails, the previous site is restored. `staging` and `outDir` must be on one disk. Returns the folder of
 * the previous site, for the caller to remove; undefined if there was none.
 *
 * Synchronous, so that a signal is handled before or after, never in between.
 */
export function swapFolders(
  staging: string,
  outDir: string,
  finish: () => void = () => undefined,
): string | undefined {
  const aside = previousFolder(outDir);
  const hadOne = renameIfThere(outDir, aside);
  let isNew = false;
  try {
    renameSync(staging, outDir);
    isNew = true;
    finish();
  } catch (error) {
    if (isNew) renameSync(outDir, staging);
    // It is missing if another build has restored it meanwhile.
    if (hadOne) renameIfThere(aside, outDir);
    throw error;
  }
  if (!hadOne) return undefined;
  const removed = removedFolder(outDir, process.pid);
  renameSync(aside, removed);
  return removed;
}

/**
 * Repairs the folders of a build that was killed during a swap: restores the previous site if there is none now, and
 * removes it if there is a new one. It is restored even if its process id is in use: after a restart, and in
 * containers, another process may have that id. A build that is swapping at this moment then fails, and the live site
 * stays.
 */
export function recoverFromSwap(outDir: string): void {
  const { dir, base } = path.parse(outDir);
  const leftOf = (prefix: string) =>
    namesIn(dir)
      .filter((name) => name.startsWith(prefix) && /^\d+$/.test(name.slice(prefix.length)))
      .map((name) => ({ folder: path.join(dir, name), pid: Number(name.slice(prefix.length)) }));
  const clear = () => {
    // A running build may be deleting it too.
    for (const { folder } of leftOf(`.${base}.removed-`))
      rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 10 });
  };
  clear();
  for (const { folder, pid } of leftOf(`${base}.previous-`)) {
    if (!existsSync(outDir)) renameSync(folder, outDir);
    // This process hasn't swapped yet.
    else if (pid === process.pid || !isProcessAlive(pid)) renameSync(folder, removedFolder(outDir, pid));
  }
  clear();
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
