import { rename, rm } from 'node:fs/promises';

/**
 * Puts a verified site in the place of the previous one by two renames. Where the second fails, the previous one is
 * put back. `staging` and `outDir` must be on one disk.
 */
export async function swap(staging: string, outDir: string): Promise<void> {
  const aside = `${outDir}.previous-${process.pid}`;
  const hadOne = await rename(outDir, aside).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false;
      throw error;
    },
  );
  try {
    await rename(staging, outDir);
  } catch (error) {
    if (hadOne) await rename(aside, outDir);
    throw error;
  }
  if (hadOne) await rm(aside, { recursive: true, force: true });
}
