/** Files that a build writes like the one before (build side). */
import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { CachedValue } from './search-cache';

/** Files with the key of what they were made from. */
export interface FilesOfKey {
  readonly key: string;
  /** Paths from the root of the site. */
  readonly names: readonly string[];
  readonly lengths: readonly number[];
  /** SHA-256 in hexadecimal. */
  readonly hashes: readonly string[];
  /** One file after the other. */
  readonly bytes: Uint8Array;
}

/** True for a path and the hash of a file that the site has already. */
export type IsKept = (name: string, hash: string) => boolean;

/** Writes stored files below a folder, except those that are kept. Returns false if there are none of this key. */
export function restoreFiles(
  cached: CachedValue<FilesOfKey>,
  key: string,
  outDir: string,
  isKept: IsKept = () => false,
): boolean {
  const found = cached.read();
  if (found?.key !== key) return false;
  const folders = new Set<string>();
  let end = 0;
  for (const [place, name] of found.names.entries()) {
    const start = end;
    end += found.lengths[place] ?? 0;
    if (isKept(name, found.hashes[place] ?? '')) continue;
    const file = path.join(outDir, name);
    const folder = path.dirname(file);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    // Synchronous: awaiting each of some thousand files takes several times as long.
    writeFileSync(file, found.bytes.subarray(start, end));
  }
  return true;
}

/** Reads files below a folder, to be stored under a key. */
export function filesOfKey(key: string, outDir: string, names: readonly string[]): FilesOfKey {
  const files = names.map((name) => readFileSync(path.join(outDir, name)));
  return {
    key,
    names,
    lengths: files.map(({ length }) => length),
    hashes: files.map((bytes) => hash('sha256', bytes, 'hex')),
    bytes: Buffer.concat(files),
  };
}

/** The files in a folder, and in those within it, by the path from the root of the site; none where there is no folder. */
export function listFilesInFolder(outDir: string, folder: string): string[] {
  if (!existsSync(path.join(outDir, folder))) return [];
  return readdirSync(path.join(outDir, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(outDir, path.join(entry.parentPath, entry.name)))
    .toSorted();
}
