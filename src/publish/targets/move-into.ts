import { mkdirSync, readdirSync, renameSync } from 'node:fs';
import path from 'node:path';

/**
 * Moves everything in a folder into another of the same disk, whose files stay; both may have the same folders within.
 * What is left of the former is empty folders. At once: there are thousands of folders. Throws where a file would take the
 * place of another.
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
