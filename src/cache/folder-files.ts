/** The files of a folder as one value. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The bytes of files by their path from a folder: `assets/a.js`. */
export type FolderFiles = ReadonlyMap<string, Uint8Array>;

/** Reads all files in a folder. */
export function readFiles(folder: string): FolderFiles {
  const files = new Map<string, Uint8Array>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    files.set(path.relative(folder, file), readFileSync(file));
  }
  return files;
}

/** Writes files into a folder. Synchronous: awaiting each of some thousand files takes several times as long. */
export function writeFiles(
  folder: string,
  files: Iterable<readonly [name: string, bytes: Uint8Array]>,
): void {
  const made = new Set<string>();
  for (const [name, bytes] of files) {
    const file = path.join(folder, name);
    const place = path.dirname(file);
    if (!made.has(place)) mkdirSync(place, { recursive: true });
    made.add(place);
    writeFileSync(file, bytes);
  }
}
