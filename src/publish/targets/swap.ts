import { readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { isAlive } from '../build/workshop';

const isCode = (error: unknown, ...codes: string[]) =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code));

function renameIfThere(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if (isCode(error, 'ENOENT')) return false;
    throw error;
  }
}

/** Where the previous site is during a swap. It is whole there. */
const previousOf = (outDir: string) => `${outDir}.previous-${process.pid}`;

/** Where it is from then on, until it is deleted: what a kill leaves of it there is never put back. */
function removedOf(outDir: string, pid: number): string {
  const { dir, base } = path.parse(outDir);
  return path.join(dir, `.${base}.removed-${pid}`);
}

/**
 * Puts a verified site in the place of the previous one by two renames, then does what belongs to it (`finish`). Where
 * the second rename or `finish` fails, the previous one is put back. `staging` and `outDir` must be on one disk.
 * Returns where the previous site is now, for the caller to remove; undefined where there was none.
 *
 * It is synchronous so that a signal that this process listens for is heard before or after it, never in between.
 */
export function swap(
  staging: string,
  outDir: string,
  finish: () => void = () => undefined,
): string | undefined {
  const aside = previousOf(outDir);
  const hadOne = renameIfThere(outDir, aside);
  let isNew = false;
  try {
    renameSync(staging, outDir);
    isNew = true;
    finish();
  } catch (error) {
    if (isNew) renameSync(outDir, staging);
    // Not there any more where another build has put it back meanwhile.
    if (hadOne) renameIfThere(aside, outDir);
    throw error;
  }
  if (!hadOne) return undefined;
  const removed = removedOf(outDir, process.pid);
  renameSync(aside, removed);
  return removed;
}

/**
 * Repairs what a build left that was killed while it swapped: puts the previous site back where there is none now, and
 * removes it where there is a new one. Where there is none, it is put back whatever process has its number now: after a
 * restart, and in containers, another one may have it. A build that is swapping at this very moment then fails, and what
 * is live stays.
 */
export function recover(outDir: string): void {
  const { dir, base } = path.parse(outDir);
  const leftOf = (prefix: string) =>
    namesIn(dir)
      .filter((name) => name.startsWith(prefix) && /^\d+$/.test(name.slice(prefix.length)))
      .map((name) => ({ folder: path.join(dir, name), pid: Number(name.slice(prefix.length)) }));
  const clear = () => {
    for (const { folder } of leftOf(`.${base}.removed-`)) {
      // A build that runs may be deleting it too.
      rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 10 });
    }
  };
  clear();
  for (const { folder, pid } of leftOf(`${base}.previous-`)) {
    if (!namesIn(dir).includes(base)) renameSync(folder, outDir);
    // This process has none yet.
    else if (pid === process.pid || !isAlive(pid)) renameSync(folder, removedOf(outDir, pid));
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
