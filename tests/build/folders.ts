/** Folders of the build tests: made anew, told apart by their bytes. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { runDir } from '../../scripts/test/run-folder';

/** Everything that these tests make; on one disk with `.local/build`, so that a site can be swapped in by a rename. */
const root = `${runDir}/build`;

/** What builds remember of the sites in a folder; an earlier run's would be compared with this one's. */
async function forget(folder: string): Promise<void> {
  const prefix = `${folder.split(path.sep).join('--')}--`;
  const remembered = '.local/report/published';
  const names = await readdir(remembered).catch(() => []);
  for (const name of names) if (name.startsWith(prefix)) await rm(path.join(remembered, name));
}

/** An empty folder of that name; what an earlier run left in it is gone. */
export async function freshFolder(name: string): Promise<string> {
  const folder = path.join(root, name);
  await rm(folder, { recursive: true, force: true });
  await forget(folder);
  await mkdir(folder, { recursive: true });
  return folder;
}

/** The versions of entries are those of their source: of files, or of what Contentful published. */
export const versionFiles = ['build.json'];

/** What stands below a folder: sha256 by path, sorted. */
export type Contents = ReadonlyMap<string, string>;

/** Reads every file below a folder. Empty folders count too: a failed build must not leave one. */
export function contentsOf(folder: string): Contents {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).map(
    (entry): [string, string] => {
      const file = path.join(entry.parentPath, entry.name);
      const name = path.relative(folder, file).split(path.sep).join('/');
      return entry.isFile()
        ? [name, createHash('sha256').update(readFileSync(file)).digest('hex')]
        : [`${name}/`, 'folder'];
    },
  );
  return new Map(found.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** Puts a site into a folder as an earlier build would have left it. */
export async function writePreviousSite(folder: string): Promise<Contents> {
  await mkdir(path.join(folder, 'en/empty'), { recursive: true });
  await writeFile(path.join(folder, 'index.html'), '<!doctype html><title>What is live</title>');
  await writeFile(
    path.join(folder, 'en/index.html'),
    '<!doctype html><title>What is live in English</title>',
  );
  await writeFile(path.join(folder, 'picture.bin'), Buffer.from([0, 255, 10, 13, 0]));
  return contentsOf(folder);
}

/** How two folders differ, in words; undefined where they are the same to the byte, but for `except`. */
export function differenceOf(one: string, other: string, except: readonly string[] = []): string | undefined {
  const [a, b] = [contentsOf(one), contentsOf(other)];
  const names = [...new Set([...a.keys(), ...b.keys()])].filter((name) => !except.includes(name));
  const said = names.flatMap((name) => {
    if (a.get(name) === b.get(name)) return [];
    return !b.has(name) ? `${name} only in ${one}` : a.has(name) ? name : `${name} only in ${other}`;
  });
  return said.length > 0
    ? `${said.length} files of ${one} and ${other} differ: ${said.slice(0, 5).join(', ')}`
    : undefined;
}
