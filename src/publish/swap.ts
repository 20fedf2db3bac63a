import { readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { isAlive } from './workshop';

function renameIfThere(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
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
  const aside = `${outDir}.previous-${process.pid}`;
  const hadOne = renameIfThere(outDir, aside);
  let isNew = false;
  try {
    renameSync(staging, outDir);
    isNew = true;
    finish();
  } catch (error) {
    if (isNew) renameSync(outDir, staging);
    if (hadOne) renameSync(aside, outDir);
    throw error;
  }
  return hadOne ? aside : undefined;
}

/**
 * Mends what a build left that was ended by force (a crash, a power cut) while it swapped: puts the previous site back
 * where there is none now, and removes it where there is a new one. What running builds have aside stays.
 */
export function recover(outDir: string): void {
  const { dir, base } = path.parse(outDir);
  const prefix = `${base}.previous-`;
  for (const name of namesIn(dir)) {
    const number = name.startsWith(prefix) ? name.slice(prefix.length) : '';
    if (!/^\d+$/.test(number) || isAlive(Number(number))) continue;
    const aside = path.join(dir, name);
    if (namesIn(dir).includes(base)) rmSync(aside, { recursive: true, force: true });
    else renameSync(aside, outDir);
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
