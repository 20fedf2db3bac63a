/** Files that a build writes like the one before (build side). */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { CachedValue } from './search-cache';

/** Files with the key of what they were made from. */
export interface FilesOfKey {
  readonly key: string;
  /** Paths from the root of the site. */
  readonly names: readonly string[];
  readonly lengths: readonly number[];
  /** One file after the other. */
  readonly bytes: Uint8Array;
}

/** Writes stored files below a folder. Returns false if there are none of this key. */
export function restoreFiles(cached: CachedValue<FilesOfKey>, key: string, outDir: string): boolean {
  const found = cached.read();
  if (found?.key !== key) return false;
  const folders = new Set<string>();
  let end = 0;
  for (const [place, name] of found.names.entries()) {
    const file = path.join(outDir, name);
    const folder = path.dirname(file);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    // Synchronous: awaiting each of some thousand files takes several times as long.
    writeFileSync(file, found.bytes.subarray(end, (end += found.lengths[place] ?? 0)));
  }
  return true;
}

/** Reads files below a folder, to be stored under a key. */
export function filesOfKey(key: string, outDir: string, names: readonly string[]): FilesOfKey {
  const files = names.map((name) => readFileSync(path.join(outDir, name)));
  return { key, names, lengths: files.map(({ length }) => length), bytes: Buffer.concat(files) };
}

/** The files in a folder, and in those within it, by the path from the root of the site; none where there is no folder. */
export function listFilesInFolder(outDir: string, folder: string): string[] {
  if (!existsSync(path.join(outDir, folder))) return [];
  return readdirSync(path.join(outDir, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(outDir, path.join(entry.parentPath, entry.name)))
    .toSorted();
}
