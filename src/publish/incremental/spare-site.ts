/**
 * The folder of the site before the live one. The next publish turns it into the new site: only files that differ are
 * moved, linked or removed. To link a hundred thousand files into a new folder and to remove those of the former site
 * takes twenty seconds.
 *
 * Its files may be the very files of the live site, so nothing writes into them: names are replaced and removed.
 */
import { hash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { BuildWorkspace } from '../build/build-workspace';
import { listFiles } from '../build/site-reader';
import { workspaceParent } from '../build/workspace-folder';
import { createPlacer } from '../files/write-files';
import { compressedPaths } from '../hosts/compress';
import { takeOver } from './kept-files';
import type { LastPublish } from './last-publish';

/** The folder of the spare of a folder that is served, or that holds the releases. On the disk of the workspaces. */
const spareFolder = (home: string): string =>
  path.join(workspaceParent, `spare-${hash('sha256', home, 'hex').slice(0, 16)}`);

/** Tells beside the spare which folder it belongs to. */
const homeFile = 'home.txt';

/** The spare of a folder. */
export const spareSite = (home: string): string => path.join(spareFolder(home), 'site');

/** Removes the spares of folders that no longer exist. */
function removeOrphans(): void {
  for (const name of readdirSync(workspaceParent).filter((one) => one.startsWith('spare-'))) {
    const folder = path.join(workspaceParent, name);
    const home = readFileSync(path.join(folder, homeFile), 'utf8');
    if (!existsSync(home)) rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Keeps a former site as the spare. An older spare, which a build that makes everything leaves alone, is moved into the
 * workspace, which is removed. Returns false if the site could not be kept, so that it has to be removed.
 */
export function keepSpare(home: string, former: string, work: string): boolean {
  const spare = spareSite(home);
  try {
    mkdirSync(path.dirname(spare), { recursive: true });
    writeFileSync(path.join(spareFolder(home), homeFile), home);
    if (existsSync(spare)) renameSync(spare, path.join(work, 'older'));
    renameSync(former, spare);
    removeOrphans();
    return true;
  } catch {
    // On another disk, for example.
    return !existsSync(former);
  }
}

/** Moves the spare to a folder. Returns false if there is none. */
function takeSpare(home: string, to: string): boolean {
  try {
    renameSync(spareSite(home), to);
    return true;
  } catch {
    return false;
  }
}

/** Removes these files (`/en/index.html`) below a folder, and folders without any. */
function removeFiles(folder: string, files: Iterable<string>): void {
  const emptied = new Set<string>();
  for (const file of files) {
    unlinkSync(path.join(folder, file));
    emptied.add(path.posix.dirname(file));
  }
  for (const name of emptied) removeEmpty(folder, name);
}

/** Removes a folder (`/en`) below another if it is empty, then the one that it is in. */
function removeEmpty(folder: string, name: string): void {
  const place = path.join(folder, name);
  if (name === '/' || !existsSync(place) || readdirSync(place).length > 0) return;
  rmdirSync(place);
  removeEmpty(folder, path.posix.dirname(name));
}

interface AssembleOptions {
  readonly home: string;
  /** On the same disk. Its `staging` has the new files, and then all. */
  readonly workspace: Pick<BuildWorkspace, 'folder' | 'staging'>;
  readonly last: LastPublish;
  /** Paths of the files that are as in the live site: `/en/index.html`. */
  readonly kept: ReadonlySet<string>;
  /** Those of `public/`, which are never compressed. */
  readonly keptPublic: ReadonlySet<string>;
  /** True to share no file with the live site, nor with the spare. */
  readonly isApart?: boolean;
}

/**
 * Adds the kept files to the new ones, compressed ones included. Rejects with an `OperatorError` or with the system's
 * error.
 */
export async function assembleSite(options: AssembleOptions): Promise<void> {
  const { home, workspace, last, kept, keptPublic, isApart = false } = options;
  const compressed = [...kept].flatMap(compressedPaths).filter(last.hashOf);
  const wanted = new Set([...kept, ...compressed, ...keptPublic]);
  const spare = path.join(workspace.folder, 'spare');
  if (!isApart && takeSpare(home, spare)) await reuseSpare(spare, wanted, options);
  await takeOver(last, workspace.staging, wanted, isApart);
}

/**
 * Makes the spare the folder of the new site, with those of its files that are files of the live site too. One of which most
 * files would have to be removed, as of a site that was much larger, is left in the workspace: to remove it whole takes a fifth
 * of the time.
 */
async function reuseSpare(
  spare: string,
  wanted: ReadonlySet<string>,
  { workspace: { staging }, last }: AssembleOptions,
): Promise<void> {
  const made = listFiles(staging);
  const found = listFiles(spare);
  const linked = [...found].filter((file) => wanted.has(file) && last.isLinked(file, spare));
  const unwanted = found.difference(made.union(new Set(linked)));
  if (unwanted.size > found.size / 2) return;
  await setImmediate();
  removeFiles(spare, unwanted);
  await setImmediate();
  const placeOf = createPlacer(spare);
  for (const file of made) renameSync(path.join(staging, file), placeOf(file));
  rmSync(staging, { recursive: true });
  renameSync(spare, staging);
}
