/**
 * What a publish leaves for the next one to the same place: it tells which files of the live site would be made again with
 * the same bytes.
 */
import { statSync } from 'node:fs';
import path from 'node:path';
import { codeVersion } from '@/cache/code-version';
import { cachedFile, readCached, writeCached, type CacheKey } from '@/cache/cached';
import type { Progress } from '@/sources/source';
import { describeFailure } from '../failure';
import type { DeployTarget } from '../targets/deploy-target';
import type { Manifest } from '../targets/manifest';

/**
 * Identifies a state of a file: its size in bytes, the time (ms) of its last change, its number on the disk, and its status
 * time (ms). The system sets the last one with every change, also with every hard link, and no program can set it back.
 */
export type FileMark = readonly [size: number, changed: number, inode: number, status: number];

interface PublishCache {
  /** Identifies the code and the settings that the site was made with. */
  readonly version: string;
  /** Identifies the content. */
  readonly content: string;
  /** Identifies the files of `public/`. */
  readonly publicVersion: string;
  /** The time (ms) for which the site was built. */
  readonly now: number;
  /** When (ms) all files were last compared with the manifest by their bytes. */
  readonly hashed: number;
  /** SHA-256 of the site's manifest. */
  readonly manifest: string;
  /** Pages, and texts that are made from the same inputs, as `formatRecords` writes them. Of a large site they are 100 MB. */
  readonly pages: Uint8Array;
  /** The marks of all files, by path from the root of the site: `/en/index.html`. */
  readonly marks: ReadonlyMap<string, FileMark>;
}

/** The cache of the folder that is served, or that holds the releases. */
const keyOf = (home: string): CacheKey => ({
  name: 'published',
  code: codeVersion(['src/publish']),
  input: '',
  of: home,
});

export const publishCacheFile = (home: string) => cachedFile(keyOf(home));

/** Returns the mark of a file; undefined if there is none. */
export function readMark(file: string): FileMark | undefined {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats?.isFile() ? [stats.size, stats.mtimeMs, stats.ino, stats.ctimeMs] : undefined;
}

/** Compares everything but the status time. */
export const isSameFile = ([size, changed, inode]: FileMark, other: FileMark | undefined) =>
  size === other?.[0] && changed === other[1] && inode === other[2];

/** Saves the cache. Throws the system's error. */
export const savePublishCache = (home: string, cache: PublishCache): void => writeCached(keyOf(home), cache);

export const readPublishCache = (home: string) => readCached<PublishCache>(keyOf(home));

/** A file may change once more within the grain of the system's times (ms), and then has the same mark. */
const settledAfter = 100;

/** Marks a file; one that has just changed so that it is read the next time. */
function markFile(file: string): FileMark | undefined {
  const mark = readMark(file);
  if (!mark || Date.now() - mark[3] >= settledAfter) return mark;
  return [mark[0], mark[1], mark[2], 0];
}

/** Saves the cache of a site that is live. Where that fails, the next publish makes everything again. */
export function rememberPublish(
  target: DeployTarget,
  manifest: Manifest,
  cache: Omit<PublishCache, 'marks'>,
  progress: Progress,
): void {
  const marks = [...manifest.keys()].flatMap((name) => {
    const mark = markFile(path.join(target.folder, name));
    return mark ? [[`/${name}`, mark] as const] : [];
  });
  try {
    savePublishCache(target.home, { ...cache, marks: new Map(marks) });
  } catch (error) {
    progress(`WARNING: the next publish will make everything again: ${describeFailure(error)}`);
  }
}
