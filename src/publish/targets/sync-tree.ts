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

/** Syncs a folder and everything below it. Rejects with the system's error. */
export async function syncTree(dir: string): Promise<void> {
  const below = readdirSync(dir, { recursive: true, withFileTypes: true });
  const rest = below
    .filter((entry) => entry.isFile() || (entry.isDirectory() && foldersSync))
    .map(({ parentPath, name }) => path.join(parentPath, name));
  const syncNext = async () => {
    for (let file = rest.pop(); file !== undefined; file = rest.pop()) await syncFile(file);
  };
  await Promise.all(Array.from({ length: atOnce }, syncNext));
  syncFolder(dir);
}
