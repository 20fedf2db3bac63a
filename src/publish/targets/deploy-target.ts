/** The place to which a verified site is published. */
import { existsSync } from 'node:fs';
import { mkdir, readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { OperatorError } from '@/model/operator-error';
import type { Manifest } from './manifest';
import { publishedNoteFile, readPublishedSite, type PublishedSite } from './published-site';
import { recoverFromSwap, swapFolders } from './swap';
import { workspaceParent } from '../build/workspace-folder';

type KnownHash = (name: string, folder: string) => string | undefined;

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
   * Moves a verified site from its folder to the target, without making it live: every slow step. `knownHash` is that of a
   * file (`en/index.html`) in a folder which was taken over from the live site as it is.
   */
  readonly receive: (staging: string, manifest: Manifest, knownHash: KnownHash) => Promise<void>;
  /**
   * Makes the received site live, together with what is saved about it (`finish`). If one of the two fails, the previous site
   * stays. Synchronous, so that a signal is handled before or after, never in between. Returns folders and files to
   * remove, the folder of a former site first.
   */
  readonly goLive: (finish: () => void) => readonly string[];
  /** The folder of the new site once it is live. */
  readonly folder: string;
  /** Removes a received site that isn't live. */
  readonly discard: () => void;
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

const isWithin = (inner: string, outer: string) => `${inner}${path.sep}`.startsWith(`${outer}${path.sep}`);

/**
 * Returns the absolute path of the output folder (`resolveTarget`) and creates its parent. Rejects with an
 * `OperatorError` if a build would replace anything but a site, or if a rename from `workspaces` isn't possible.
 */
async function prepareTarget(outDir: string, workspaces: string): Promise<string> {
  const target = await resolveTarget(outDir);
  const ours = path.resolve(workspaces);
  if (isWithin(ours, target) || isWithin(target, ours)) {
    throw new OperatorError(
      `${target} is where builds work (${ours}). Give a folder of its own, such as dist.`,
    );
  }
  recoverFromSwap(target);
  const names: readonly string[] = await readdir(target).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw new OperatorError(`${target} can’t be built into (${error.code ?? error.message}). Give a folder.`);
  });
  if (names.length > 0 && !names.includes(mark)) {
    throw new OperatorError(
      `${target} holds other things than a site (it has no ${mark}), and a build would replace them all. ` +
        'Give a folder of its own, or empty this one.',
    );
  }
  const parent = path.dirname(target);
  await mkdir(parent, { recursive: true });
  await mkdir(workspaces, { recursive: true });
  const here = await stat(workspaces);
  // A folder may be on another disk than its parent, for example if it is mounted in a container.
  const there = await Promise.all([stat(parent), stat(target).catch(() => here)]);
  if (there.some(({ dev }) => dev !== here.dev)) {
    throw new OperatorError(
      `${target} is on another disk than ${ours}, so that a new site can’t take its place at once. ` +
        'Build into a folder on the same disk, then copy it.',
    );
  }
  return target;
}

/** Opens a folder whose site is replaced. Rejects with an `OperatorError` if the folder can't be built into. */
export async function openFolderTarget(outDir: string): Promise<DeployTarget> {
  const target = await prepareTarget(outDir, workspaceParent);
  const noteFile = publishedNoteFile(target);
  let received = '';
  return {
    before: await readPublishedSite(noteFile),
    noteFile,
    home: target,
    live: existsSync(target) ? { folder: target, noteFile } : undefined,
    isApart: false,
    receive: (staging) => {
      received = staging;
      return Promise.resolve();
    },
    goLive: (finish) => {
      const former = swapFolders(received, target, finish);
      return former === undefined ? [] : [former];
    },
    folder: target,
    // The site is in the workspace, which is removed.
    discard: () => undefined,
  };
}
