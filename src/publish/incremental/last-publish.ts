/**
 * The files of the live site that the next one may take over as they are: what a publish leaves for the next one to the same
 * place, and what of it is still right.
 */
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { cachedFile, readCached, writeCached, type CacheKey } from '@/cache/cached';
import type { Progress } from '@/sources/source';
import { describeFailure } from '../failure';
import { inTurns } from '../files/in-turns';
import { listFiles } from '@/cache/folder-files';
import { formatRecords, isPageFile, parseRecords, type PageRecord } from '../pages/page-record';
import type { DeployTarget } from '../targets/deploy-target';
import {
  describeDifferences,
  readManifest,
  sha256,
  type FileDifference,
  type Manifest,
} from '../targets/manifest';

/**
 * Identifies a state of a file: its size in bytes, the time (ms) of its last change, its number on the disk, and its status
 * time (ms). The system sets the last one with every change, also with every hard link, and no program can set it back.
 */
type FileMark = readonly [size: number, changed: number, inode: number, status: number];

/** Returns the mark of a file; undefined if there is none. */
function readMark(file: string): FileMark | undefined {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats?.isFile() ? [stats.size, stats.mtimeMs, stats.ino, stats.ctimeMs] : undefined;
}

/** Compares everything but the status time. */
const isSameFile = ([size, changed, inode]: FileMark, other: FileMark | undefined) =>
  size === other?.[0] && changed === other[1] && inode === other[2];

const isSameMark = (one: FileMark, other: FileMark | undefined) =>
  isSameFile(one, other) && one[3] === other?.[3];

/** A file may change once more within the grain of the system's times (ms), and then has the same mark. */
const settledAfter = 100;

/** Marks a file; one that has just changed so that it is read the next time. */
function markFile(file: string): FileMark | undefined {
  const mark = readMark(file);
  return mark && [mark[0], mark[1], mark[2], Date.now() - mark[3] >= settledAfter ? mark[3] : 0];
}

interface PublishCache {
  /** Identifies the content with its time. */
  readonly input: string;
  /** When (ms) all files were last compared with the manifest by their bytes. */
  readonly hashed: number;
  /** Pages, and texts that are made from the same inputs, as `formatRecords` writes them. Of a large site they are 100 MB. */
  readonly pages: Uint8Array;
  /** The marks of all files, by path from the root of the site: `/en/index.html`. */
  readonly marks: ReadonlyMap<string, FileMark>;
}

/** The cache of a site that was made by a version of the code and the settings, and has the manifest of this SHA-256. */
const keyOf = (home: string, version: string, manifest: string): CacheKey => ({
  name: 'published',
  code: version,
  input: manifest,
  of: home,
});

/** The file of the cache of the folder that is served, or that holds the releases. */
export const publishCacheFile = (home: string) => cachedFile(keyOf(home, '', ''));

export type LastPublish = NonNullable<Awaited<ReturnType<typeof openLastPublish>>>;

/**
 * After this time (ms) the bytes of all files are compared again, whatever their marks. Less than a day, so that a publish of each
 * day does it even if it begins earlier than that of the day before.
 */
export const onceADayMs = 20 * 60 * 60 * 1000;

/**
 * Opens the last publish to a target, made by the same version of the code and the settings. Resolves to undefined if there
 * was none, or if it can't be used; `progress` then gets a line that says why. Files whose mark has changed are read, and
 * once a day all are. Rejects with the system's error.
 */
export async function openLastPublish(
  target: Pick<DeployTarget, 'home' | 'live' | 'before'>,
  version: string,
  progress: Progress,
) {
  if (target.live === undefined || target.before === undefined) return undefined;
  const key = keyOf(target.home, version, target.before.manifest);
  const cache = readCached<PublishCache>(key);
  const hashes = cache && readManifest(target.live.noteFile, target.before.manifest);
  if (!hashes) {
    progress(
      'Everything is made again: the program, its settings or the brand have changed, or what the last publish left is not of the site that is live.',
    );
    return undefined;
  }
  const { folder } = target.live;
  const now = Date.now();
  const isDue = now < cache.hashed || now - cache.hashed >= onceADayMs;
  if (isDue) progress('Comparing all files of the live site with their hashes, as once a day');
  const marks = new Map(isDue ? [] : cache.marks);
  let hasRead = false;
  /** Compares a file with its hash, and reads it unless its mark says that it was read before. */
  const isRight = (file: string): boolean => {
    const place = path.join(folder, file);
    const mark = readMark(place);
    if (!mark) return false;
    if (isSameMark(mark, marks.get(file))) return true;
    if (mark[0] !== cache.marks.get(file)?.[0]) return false;
    hasRead = true;
    if (hashIfReadable(place) !== hashes.get(file)) return false;
    marks.set(file, mark);
    return true;
  };
  const damage: FileDifference[] = [];
  for await (const file of inTurns(hashes.keys(), 500)) {
    if (isRight(file)) continue;
    marks.delete(file);
    damage.push({ file, how: readMark(path.join(folder, file)) ? 'changed' : 'missing' });
  }
  /**
   * SHA-256 in hexadecimal of a file (`/en/index.html`) of the live site that was as it was published when this was opened;
   * undefined for any other.
   */
  const hashOf = (file: string) => (marks.has(file) ? hashes.get(file) : undefined);
  let unchanged: ReadonlyMap<string, PageRecord> | undefined;
  const hashed = isDue ? now : cache.hashed;
  return {
    /** The folder of the live site. */
    folder,
    hashOf,
    /** The same of a file that is still as it was published. */
    hashNow: (file: string) => (isRight(file) ? hashOf(file) : undefined),
    /** True if the file of that name in another folder is that of the live site, by a hard link. */
    isLinked: (file: string, within: string) => {
      const mark = readMark(path.join(within, file));
      return mark !== undefined && isSameFile(mark, marks.get(file));
    },
    /** Files of the live site that are no longer as they were published. */
    damage: damage as readonly FileDifference[],
    /** What to tell the operator of them. */
    warnings: describeDamage(damage, folder),
    /** When (ms) all files of the live site were last compared with their hashes. */
    hashed,
    /** Returns pages, and texts that are made from the same inputs, that are still as they were published. */
    pages: () =>
      (unchanged ??= new Map(
        parseRecords(Buffer.from(cache.pages).toString())
          .filter(({ file }) => hashOf(file))
          .map((page) => [page.file, page]),
      )),
    /** The number of pages that were published. */
    pageCount: () => [...hashes.keys()].filter(isPageFile).length,
    /** True if the same was published (`inputVersion`), and the live site is still as it was then. */
    isCurrent: (input: string) =>
      cache.input === input && damage.length === 0 && listFiles(folder).size === hashes.size,
    /** Saves which files were read, for a publish that finds nothing to do. Throws the system's error. */
    saveMarks: () => {
      if (hasRead) writeCached(key, { ...cache, marks, hashed });
    },
  };
}

function describeDamage(damage: readonly FileDifference[], folder: string): string[] {
  if (damage.length === 0) return [];
  return [
    `The live site was damaged in ${describeDifferences(damage)}. This publish makes ${damage.length === 1 ? 'it' : 'them'} again. ` +
      `Find out what else writes to ${folder}, and check the disk. Earlier releases may have the same damage: publish:local with --check tells which are whole.`,
  ];
}

/** Returns undefined for a file that a failing disk can't give, which counts as damaged. */
function hashIfReadable(file: string): string | undefined {
  try {
    return sha256(readFileSync(file));
  } catch {
    return undefined;
  }
}

interface RememberOptions extends Pick<PublishCache, 'input' | 'hashed'> {
  readonly target: Pick<DeployTarget, 'folder' | 'home'>;
  readonly version: string;
  readonly manifest: Manifest;
  /** SHA-256 of the manifest. */
  readonly manifestHash: string;
  readonly pages: Iterable<PageRecord>;
  readonly progress: Progress;
}

/** Saves what is known of a site that is live. Where that fails, the next publish makes everything again. */
export function rememberPublish(options: RememberOptions): void {
  const { target, version, manifest, manifestHash, input, hashed, progress } = options;
  const marks = [...manifest.keys()].flatMap((file) => {
    const mark = markFile(path.join(target.folder, file));
    return mark ? [[file, mark] as const] : [];
  });
  const pages = Buffer.from(formatRecords(options.pages));
  try {
    const cache: PublishCache = { input, hashed, pages, marks: new Map(marks) };
    writeCached(keyOf(target.home, version, manifestHash), cache);
  } catch (error) {
    progress(`WARNING: the next publish will make everything again: ${describeFailure(error)}`);
  }
}
