/** Files that a build writes like the one before (build side). */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { CachedValue } from './search-cache';

/** Files with the key of what they were made from. */
export interface FilesOfKey {
  readonly key: string;
  /** By the path from the root of the site. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Writes stored files below a folder. Returns false if there are none of this key. */
export function restoreFiles(cached: CachedValue<FilesOfKey>, key: string, outDir: string): boolean {
  const found = cached.read();
  if (found?.key !== key) return false;
  const folders = new Set<string>();
  for (const [name, bytes] of found.files) {
    const file = path.join(outDir, name);
    const folder = path.dirname(file);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    // Synchronous: awaiting each of some thousand files takes several times as long.
    writeFileSync(file, bytes);
  }
  return true;
}

/** Reads files below a folder, to be stored under a key. */
export function filesOfKey(key: string, outDir: string, names: readonly string[]): FilesOfKey {
  return { key, files: new Map(names.map((name) => [name, readFileSync(path.join(outDir, name))])) };
}

/** The files in a folder, and in those within it, by the path from the root of the site. */
export function listFiles(outDir: string, folder: string): string[] {
  return readdirSync(path.join(outDir, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(outDir, path.join(entry.parentPath, entry.name)))
    .toSorted();
}
