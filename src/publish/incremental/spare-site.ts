/**
 * Adds the files of the live site that stay to the new ones, without copying their bytes. The folder of the site before the live
 * one is the spare: it becomes the folder of the new site, so that only files that differ are moved, linked or removed. To link a
 * hundred thousand files into a new folder and to remove those of the former site takes twenty seconds.
 *
 * Its files may be the very files of the live site, so nothing writes into them: names are replaced and removed.
 */
import {
  existsSync,
  linkSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { createPlacer, listFiles } from '@/cache/folder-files';
import { OperatorError } from '@/model/operator-error';
import type { BuildWorkspace } from '../build/build-workspace';
import { workspaceParent } from '../build/build-workspace';
import { inTurns } from '../files/in-turns';
import { sha256 } from '../targets/manifest';
import { renameIfThere } from '../targets/swap';
import type { LastPublish } from './last-publish';

const prefix = 'spare-';

/** The spare of a folder that is served, or that holds the releases. On the disk of the workspaces. */
export const spareSite = (home: string): string =>
  path.join(workspaceParent, prefix + encodeURIComponent(home));

/** Removes the spares of folders that no longer exist. */
function removeOrphans(): void {
  for (const name of readdirSync(workspaceParent).filter((one) => one.startsWith(prefix)))
    if (!existsSync(decodeURIComponent(name.slice(prefix.length))))
      rmSync(path.join(workspaceParent, name), { recursive: true, force: true });
}

/**
 * Keeps a former site as the spare. An older spare, which a build that makes everything leaves alone, is moved into the
 * workspace, which is removed. Returns false if the site could not be kept, so that it has to be removed.
 */
export function keepSpare(home: string, former: string, work: string): boolean {
  try {
    renameIfThere(spareSite(home), path.join(work, 'older'));
    renameSync(former, spareSite(home));
    removeOrphans();
    return true;
  } catch {
    // On another disk, for example.
    return !existsSync(former);
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
  /** True to share no file with the live site, nor with the spare. */
  readonly isApart?: boolean;
}

/**
 * Adds the kept files to the new ones. Both sites then have the same files, which nothing may write into; `isApart` gives each a
 * copy of its own. Rejects with an `OperatorError` or with the system's error.
 */
export async function assembleSite(options: AssembleOptions): Promise<void> {
  const { home, workspace, last, kept, isApart = false } = options;
  const { folder, staging } = workspace;
  const spare = path.join(folder, 'spare');
  if (!isApart && renameIfThere(spareSite(home), spare)) await reuseSpare(spare, options);
  const placeOf = createPlacer(staging);
  for await (const file of inTurns(kept, 500)) {
    if (last.isLinked(file, staging)) continue;
    placeOf(file);
    if (!takeFile(last, staging, file, isApart))
      throw new OperatorError(
        `${path.join(last.folder, file)} changed while the site was built. Nothing was published. Build again.`,
      );
  }
}

/**
 * Makes the spare the folder of the new site, with those of its files that are files of the live site too. One of which most
 * files would have to be removed, as of a site that was much larger, is left in the workspace: to remove it whole takes a fifth
 * of the time.
 */
async function reuseSpare(
  spare: string,
  { workspace: { staging }, last, kept }: AssembleOptions,
): Promise<void> {
  const made = listFiles(staging);
  const found = listFiles(spare);
  const unwanted = [...found].filter(
    (file) => !made.has(file) && !(kept.has(file) && last.isLinked(file, spare)),
  );
  if (unwanted.length > found.size / 2) return;
  await setImmediate();
  removeFiles(spare, unwanted);
  await setImmediate();
  const placeOf = createPlacer(spare);
  for (const file of made) renameSync(path.join(staging, file), placeOf(file));
  rmSync(staging, { recursive: true });
  renameSync(spare, staging);
}

/** Other disks and some file systems have no hard links, and some allow only a few for each file. */
const noLink = ['EXDEV', 'EPERM', 'ENOTSUP', 'EMLINK'];

/** Links a file, or copies it with its time. Returns false if it isn't as it was published. */
function takeFile(last: LastPublish, to: string, file: string, isApart: boolean): boolean {
  const [from, place] = [path.join(last.folder, file), path.join(to, file)];
  // Before the link, which changes the status time, by which a change is known.
  const hash = last.hashNow(file);
  if (hash === undefined) return false;
  try {
    if (!isApart) {
      linkSync(from, place);
      return last.isLinked(file, to);
    }
  } catch (error) {
    if (!noLink.includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
  // Not a copy by the system, which may share the bytes on the disk.
  const bytes = readFileSync(from);
  if (sha256(bytes) !== hash) return false;
  writeFileSync(place, bytes, { flag: 'wx' });
  const { atime, mtime } = statSync(from);
  utimesSync(place, atime, mtime);
  return true;
}
