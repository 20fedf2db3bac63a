import { mkdirSync, readdirSync, renameSync } from 'node:fs';
import path from 'node:path';

/**
 * Moves everything in a folder into another on the same disk, and merges folders that both have. Empty folders
 * remain. Synchronous: there are thousands of folders. Throws if a file exists in both.
 */
export function moveInto(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  const taken = new Map(
    readdirSync(to, { withFileTypes: true }).map((entry) => [entry.name, entry.isDirectory()]),
  );
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const source = path.join(from, entry.name);
    const target = path.join(to, entry.name);
    const isFolderThere = taken.get(entry.name);
    if (isFolderThere === undefined) renameSync(source, target);
    else if (isFolderThere && entry.isDirectory()) moveInto(source, target);
    else throw new Error(`${source} can’t be moved to ${target}: something is there already.`);
  }
}
