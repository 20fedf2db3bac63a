/** Writes files through to the disk, so that a power cut can't lose the target of a link. */
import { closeSync, fsyncSync, openSync, readdirSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';

/** Files at the same time: the disk then writes its journal once for several. */
const atOnce = 16;

/** Windows can't sync folders. */
const foldersSync = process.platform !== 'win32';

async function syncFile(file: string): Promise<void> {
  // Windows needs write access to sync.
  const handle = await open(file, foldersSync ? 'r' : 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Syncs the names in a folder. Throws the system's error. */
export function syncFolder(folder: string): void {
  if (!foldersSync) return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/**
 * Syncs a folder, all folders below it, and the files whose path from it (`en/index.html`) is included. Rejects with the
 * system's error.
 */
export async function syncTree(dir: string, isIncluded: (name: string) => boolean): Promise<void> {
  const below = readdirSync(dir, { recursive: true, withFileTypes: true });
  const nameOf = (file: string) => path.relative(dir, file).split(path.sep).join('/');
  const rest = below
    .map((entry) => ({ entry, file: path.join(entry.parentPath, entry.name) }))
    .filter(({ entry, file }) =>
      entry.isFile() ? isIncluded(nameOf(file)) : entry.isDirectory() && foldersSync,
    )
    .map(({ file }) => file);
  const syncNext = async () => {
    for (let file = rest.pop(); file !== undefined; file = rest.pop()) await syncFile(file);
  };
  await Promise.all(Array.from({ length: atOnce }, syncNext));
  syncFolder(dir);
}
