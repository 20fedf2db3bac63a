/** Puts entries into a folder, each whole or not at all, and none in place of another. */
import { link, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { RawEntry } from '@/model/types/entry';
import { entryFilePath, formatEntry } from '@/sources/files/format-entry';

/** Rejects where the system refuses, or where a file of that name is there: it stays as it is. */
async function saveEntry(entry: RawEntry, dir: string): Promise<void> {
  const file = path.join(dir, entryFilePath(entry));
  // Sources pass over names that begin with a dot, so a torn one is never read.
  const partial = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}`);
  await mkdir(path.dirname(file), { recursive: true });
  try {
    await writeFile(partial, formatEntry(entry));
    // Unlike a rename, a link refuses where something has that name.
    await link(partial, file);
  } finally {
    await rm(partial, { force: true });
  }
}

/** Writes entries as files below `dir`, one after another. */
export async function saveEntries(entries: readonly RawEntry[], dir: string): Promise<void> {
  for (const entry of entries) await saveEntry(entry, dir);
}
