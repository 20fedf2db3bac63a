/**
 * Records that a publish leaves for the next one to the same place: they tell which files of the live site would be made
 * again with the same bytes. A cache that is missing, damaged or of another version costs time, never correctness.
 */
import { createHash, hash } from 'node:crypto';
import { appendFileSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cacheDir } from '@/config/cache-dir';
import { formatRecords, parseRecords, type PageRecord } from '../pages/page-record';
import type { WeighedPages } from '../verify/verify-weights';

const folder = cacheDir('published');

/** Changes with the form of the file. */
const format = 'publish cache 4';

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
  /** Returns pages, and texts that are made from the same inputs. Parsed only then: of a large site they are 100 MB. */
  readonly pages: () => readonly PageRecord[];
  /** The pages that were measured. */
  readonly weighed: WeighedPages;
  /** The marks of all files, by path from the root of the site: `/en/index.html`. */
  readonly marks: ReadonlyMap<string, FileMark>;
}

/** The cache of the folder that is served, or that holds the releases. */
export const publishCacheFile = (home: string) =>
  path.join(folder, `${hash('sha256', home, 'hex').slice(0, 16)}.cache`);

/** Returns the mark of a file; undefined if there is none. */
export function readMark(file: string): FileMark | undefined {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats?.isFile() ? [stats.size, stats.mtimeMs, stats.ino, stats.ctimeMs] : undefined;
}

/** Compares everything but the status time. */
export const isSameFile = ([size, changed, inode]: FileMark, other: FileMark | undefined) =>
  size === other?.[0] && changed === other[1] && inode === other[2];

/** Saves the cache, so that no reader sees an incomplete one. Throws the system's error. */
export function savePublishCache(home: string, { pages, marks, weighed, ...head }: PublishCache): void {
  const parts = [
    JSON.stringify({ ...head, weighed: [...weighed] }),
    formatRecords(pages()),
    JSON.stringify([...marks]),
  ].map((part, index) => Buffer.from(index === 0 ? part : `\n${part}`));
  const file = publishCacheFile(home);
  mkdirSync(folder, { recursive: true });
  const partial = `${file}.${process.pid}.partial`;
  const sum = createHash('sha256');
  for (const part of parts) sum.update(part);
  writeFileSync(partial, `${format} ${sum.digest('hex')}\n`);
  // One after the other: together they would need as much memory again.
  for (const part of parts) appendFileSync(partial, part);
  renameSync(partial, file);
}

/** Reads the cache. Returns undefined if there is none, and why it can't be used if it is damaged. */
export function readPublishCache(home: string): PublishCache | 'damaged' | undefined {
  let text: string;
  try {
    text = readFileSync(publishCacheFile(home), 'utf8');
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? undefined : 'damaged';
  }
  const end = text.indexOf('\n');
  const body = text.slice(end + 1);
  if (text.slice(0, end) !== `${format} ${hash('sha256', body, 'hex')}`) return 'damaged';
  const [head = '', pages = '', marks = ''] = body.split('\n');
  const { weighed, ...rest } = JSON.parse(head) as Omit<PublishCache, 'pages' | 'marks' | 'weighed'> & {
    readonly weighed: readonly (readonly [string, string])[];
  };
  return {
    ...rest,
    weighed: new Map(weighed),
    pages: () => parseRecords(pages),
    marks: new Map(JSON.parse(marks) as [string, FileMark][]),
  };
}
