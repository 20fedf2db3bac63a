/** Puts a new site in the place of the one in a folder. The caller holds the lock of that folder. */
import { existsSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';

/** Returns false if there is nothing to rename. */
export function renameIfThere(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if (['ENOENT', 'ENAMETOOLONG'].includes((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw error;
  }
}

/** The path of something beside the folder of a site, which other programs and people don't see. */
export function besideSite(outDir: string, what: string): string {
  const { dir, base } = path.parse(outDir);
  return path.join(dir, `.${base}.${what}`);
}

/** The previous site during a swap. It is complete there. */
const previousFolder = (outDir: string) => besideSite(outDir, 'previous-site');

/** The previous site after a swap, until it is deleted. It may be incomplete and is never restored. */
const removedFolder = (outDir: string) => besideSite(outDir, 'removed-site');

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
    if (hadOne) renameIfThere(aside, outDir);
    throw error;
  }
  const removed = removedFolder(outDir);
  return hadOne && renameIfThere(aside, removed) ? removed : undefined;
}

/** Repairs the folders of a build that was killed during a swap: restores the previous site if there is none now. */
export function recoverFromSwap(outDir: string): void {
  const [previous, removed] = [previousFolder(outDir), removedFolder(outDir)];
  const remove = () => rmSync(removed, { recursive: true, force: true, maxRetries: 20, retryDelay: 10 });
  if (existsSync(previous)) {
    // A folder can't take the place of another.
    remove();
    renameSync(previous, existsSync(outDir) ? removed : outDir);
  }
  remove();
}
