/** Has the system put files onto the disk, so that a power cut can't take back what a link already leads to. */
import { closeSync, fsyncSync, openSync, readdirSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';

/** So many at once: the disk then writes its journal once for several. */
const atOnce = 16;

/** Windows has no such call for folders. */
const foldersSync = process.platform !== 'win32';

async function syncFile(file: string): Promise<void> {
  // Windows wants the right to write.
  const handle = await open(file, foldersSync ? 'r' : 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Syncs the names in a folder. Throws what the system says. */
export function syncFolder(folder: string): void {
  if (!foldersSync) return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Syncs a folder, and all files and folders below it. Rejects with what the system says. */
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
