/** The files of a folder: their names, their bytes as one value, and where to write them. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The bytes of files by their path from a folder: `assets/a.js`. */
export type FolderFiles = ReadonlyMap<string, Uint8Array>;

/** Returns the paths of all files below a folder, from its root: `/en/index.html`. */
export function listFiles(folder: string): Set<string> {
  const files = new Set<string>();
  // Synchronous, since there are tens of thousands; folder by folder, since Node asks again for the kind of each file otherwise.
  const visit = (within: string) => {
    for (const entry of readdirSync(path.join(folder, within), { withFileTypes: true })) {
      const place = `${within}/${entry.name}`;
      if (entry.isDirectory()) visit(place);
      else if (entry.isFile()) files.add(place);
    }
  };
  visit('');
  return files;
}

/** Reads all files in a folder. */
export const readFiles = (folder: string): FolderFiles =>
  new Map([...listFiles(folder)].map((file) => [file.slice(1), readFileSync(path.join(folder, file))]));

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
