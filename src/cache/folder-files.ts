/** The files of a folder as one value, and where to write them. */
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

/** Returns a function that makes the folder of a file below `root`, each once, and returns the file's whole path. */
export function createPlacer(root: string): (file: string) => string {
  const made = new Set<string>();
  return (file) => {
    const place = path.join(root, file);
    const folder = path.dirname(place);
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    return place;
  };
}

/** Writes files into a folder. Synchronous: awaiting each of some thousand files takes several times as long. */
export function writeFiles(
  folder: string,
  files: Iterable<readonly [name: string, bytes: Uint8Array]>,
): void {
  const placeOf = createPlacer(folder);
  for (const [name, bytes] of files) writeFileSync(placeOf(name), bytes);
}
