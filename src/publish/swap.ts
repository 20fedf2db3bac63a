import { renameSync } from 'node:fs';

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
 * Puts a verified site in the place of the previous one by two renames. Where the second fails, the previous one is
 * put back. `staging` and `outDir` must be on one disk. Returns where the previous site is now, for the caller to
 * remove; undefined where there was none.
 *
 * It is synchronous so that a signal that this process listens for is heard before or after it, never in between.
 */
export function swap(staging: string, outDir: string): string | undefined {
  const aside = `${outDir}.previous-${process.pid}`;
  const hadOne = renameIfThere(outDir, aside);
  try {
    renameSync(staging, outDir);
  } catch (error) {
    if (hadOne) renameSync(aside, outDir);
    throw error;
  }
  return hadOne ? aside : undefined;
}
