/**
 * What a publish leaves for the next one to the same place: it tells which files of the live site would be made again with
 * the same bytes.
 */
import { statSync } from 'node:fs';
import { codeVersion } from '@/cache/code-version';
import { cachedFile, readCached, writeCached, type CacheKey } from '@/cache/cached';

/**
 * Identifies a state of a file: its size in bytes, the time (ms) of its last change, its number on the disk, and its status
 * time (ms). The system sets the last one with every change, also with every hard link, and no program can set it back.
 */
export type FileMark = readonly [size: number, changed: number, inode: number, status: number];

export interface PublishCache {
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
