import { mkdir, readdir, rename } from 'node:fs/promises';
import path from 'node:path';

/**
 * Moves everything in a folder into another of the same disk, whose files stay; both may have the same folders within.
 * What is left of the former is empty folders. Rejects where a file would take the place of another.
 */
export async function moveInto(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  const taken = new Map(
    (await readdir(to, { withFileTypes: true })).map((entry) => [entry.name, entry.isDirectory()]),
  );
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const source = path.join(from, entry.name);
    const target = path.join(to, entry.name);
    const isFolderThere = taken.get(entry.name);
    if (isFolderThere === undefined) await rename(source, target);
    else if (isFolderThere && entry.isDirectory()) await moveInto(source, target);
    else throw new Error(`${source} can’t be moved to ${target}: something is there already.`);
  }
}
