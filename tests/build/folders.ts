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
export const versionFiles = ['build.json', 'build.json.br', 'build.json.gz'];

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

/** Characters shown around the first difference. */
const around = 120;

function excerpt(bytes: Buffer, at: number): string {
  return JSON.stringify(bytes.subarray(Math.max(0, at - around), at + around).toString('utf8'));
}

/**
 * How two folders differ, in words with the first differing file; undefined where they are the same to the byte, but for
 * `except`.
 */
export function differenceOf(one: string, other: string, except: readonly string[] = []): string | undefined {
  const isCompared = ([name]: readonly [string, string]) => !except.includes(name);
  const [a, b] = [one, other].map((folder) => new Map([...contentsOf(folder)].filter(isCompared))) as [
    Map<string, string>,
    Map<string, string>,
  ];
  const onlyOne = [...a.keys()].filter((name) => !b.has(name));
  const onlyOther = [...b.keys()].filter((name) => !a.has(name));
  const changed = [...a.keys()].filter((name) => b.has(name) && a.get(name) !== b.get(name));
  const said = [
    ...(onlyOne.length > 0 ? [`${onlyOne.length} only in ${one}: ${onlyOne.slice(0, 3).join(', ')}`] : []),
    ...(onlyOther.length > 0
      ? [`${onlyOther.length} only in ${other}: ${onlyOther.slice(0, 3).join(', ')}`]
      : []),
  ];
  const [first] = changed;
  if (first !== undefined) {
    const [left, right] = [readFileSync(path.join(one, first)), readFileSync(path.join(other, first))];
    const differs = left.findIndex((byte, index) => byte !== right[index]);
    const at = differs === -1 ? left.length : differs;
    said.push(
      `${changed.length} files differ, the first ${first} at byte ${at}:`,
      `  ${excerpt(left, at)}`,
      `  ${excerpt(right, at)}`,
    );
  }
  return said.length > 0 ? said.join('\n') : undefined;
}
