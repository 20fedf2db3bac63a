/** The place to which a verified site is published. */
import { existsSync } from 'node:fs';
import { mkdir, readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Config } from '@/config/config';
import { OperatorError } from '@/model/operator-error';
import { isWithin } from '@/sources/files/public-files';
import type { Progress } from '@/sources/source';
import { withLock } from './lock';
import type { Manifest } from './manifest';
import { publishedNoteFile, readPublishedSite, type PublishedSite } from './published-site';
import { besideSite, recoverFromSwap, swapFolders } from './swap';
import { workspaceParent } from '../build/build-workspace';

type KnownHash = (file: string, folder: string) => string | undefined;

export interface DeployTarget {
  /** The site that the last build published there; undefined if there was none, or its note can't be read. */
  readonly before: PublishedSite | undefined;
  /** The file of the note on this build. */
  readonly noteFile: string;
  /** The absolute path of the folder that is replaced, or that holds the releases. */
  readonly home: string;
  /** The folder of the live site and the file of its note; undefined if nothing is live. */
  readonly live: { readonly folder: string; readonly noteFile: string } | undefined;
  /** True if the new site must share no file on the disk with the live one. */
  readonly isApart: boolean;
  /**
   * Moves a verified site from its folder to the target, without making it live, where that is slow. `knownHash` is that of a
   * file (`/en/index.html`) in a folder which was taken over from the live site as it is.
   */
  readonly receive?: (staging: string, manifest: Manifest, knownHash: KnownHash) => Promise<void>;
  /**
   * Makes the site live, together with what is saved about it (`finish`): the one that was received, else that in the folder
   * `staging`. If one of the two fails, the previous site stays. Synchronous, so that a signal is handled before or after, never in between. Returns folders and files to
   * remove, the folder of a former site first.
   */
  readonly goLive: (finish: () => void, staging: string) => readonly string[];
  /** The folder of the new site once it is live. */
  readonly folder: string;
  /** Removes a received site that isn't live. */
  readonly discard?: () => void;
}

/** A file that every built site has: a folder with it may be replaced. */
const mark = 'index.html';

/** Returns the absolute path of the output folder. Links are followed: the target is what is served. */
export async function resolveTarget(outDir: string): Promise<string> {
  const absolute = path.resolve(outDir);
  return realpath(absolute).catch(() => absolute);
}

/** Reads the note on the site that was last built into a folder. */
export const readLastSite = async (outDir: string): Promise<PublishedSite | undefined> =>
  readPublishedSite(publishedNoteFile(await resolveTarget(outDir)));

/** Throws an `OperatorError` if a folder can't be built into, for a reason of the system. */
const refuseFolder = (target: string) => (error: NodeJS.ErrnoException) => {
  throw new OperatorError(`${target} can’t be built into (${error.code ?? error.message}). Give a folder.`);
};

/** Rejects with an `OperatorError` if a folder is among the files that are published as they are. */
export async function refusePublicFolder(
  dir: string,
  { public: { dir: publicDir } }: Pick<Config, 'public'>,
): Promise<void> {
  const [target, folder] = await Promise.all([resolveTarget(dir), resolveTarget(publicDir)]);
  if (isWithin(target, folder))
    throw new OperatorError(
      `${target} is in ${folder} (PUBLIC_DIR), where every file is published. Give a folder of its own, such as dist.`,
    );
}

/**
 * Runs `work` once no other process builds into the output folder, of this checkout or another one: the lock is beside it.
 * Rejects with an `OperatorError` if builds work there, or if it can't be a folder.
 */
export async function withFolderLock<T>(
  outDir: string,
  progress: Progress,
  work: () => Promise<T>,
): Promise<T> {
  const target = await resolveTarget(outDir);
  const ours = path.resolve(workspaceParent);
  if (isWithin(ours, target) || isWithin(target, ours)) {
    throw new OperatorError(
      `${target} is where builds work (${ours}). Give a folder of its own, such as dist.`,
    );
  }
  await mkdir(path.dirname(target), { recursive: true }).catch(refuseFolder(target));
  return withLock(besideSite(target, 'lock'), work, () =>
    progress(`Another build into ${target} is running. This one waits for it.`),
  );
}

/** Rejects with an `OperatorError` if a build would replace anything but a site, or can't rename a folder to `target`. */
async function prepareTarget(target: string): Promise<void> {
  recoverFromSwap(target);
  const names = existsSync(target) ? await readdir(target).catch(refuseFolder(target)) : [];
  if (names.length > 0 && !names.includes(mark)) {
    throw new OperatorError(
      `${target} holds other things than a site (it has no ${mark}), and a build would replace them all. ` +
        'Give a folder of its own, or empty this one.',
    );
  }
  await mkdir(workspaceParent, { recursive: true });
  const here = await stat(workspaceParent);
  // A folder may be on another disk than its parent, for example if it is mounted in a container.
  const there = await Promise.all([stat(path.dirname(target)), stat(target).catch(() => here)]);
  if (there.some(({ dev }) => dev !== here.dev)) {
    throw new OperatorError(
      `${target} is on another disk than ${path.resolve(workspaceParent)}, so that a new site can’t take its place at once. ` +
        'Build into a folder on the same disk, then copy it.',
    );
  }
}

/** Opens a folder whose site is replaced. The caller holds the lock. Rejects with an `OperatorError` if it can't be built into. */
export async function openFolderTarget(outDir: string): Promise<DeployTarget> {
  const target = await resolveTarget(outDir);
  await prepareTarget(target);
  const noteFile = publishedNoteFile(target);
  return {
    before: await readPublishedSite(noteFile),
    noteFile,
    home: target,
    live: existsSync(target) ? { folder: target, noteFile } : undefined,
    isApart: false,
    goLive: (finish, staging) => {
      const former = swapFolders(staging, target, finish);
      return former === undefined ? [] : [former];
    },
    folder: target,
  };
}
