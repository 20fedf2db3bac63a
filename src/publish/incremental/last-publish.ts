/** The files of the live site that the next one may take over as they are. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { PreparedContent } from '@/site/prepare/prepare';
import type { Progress } from '@/sources/source';
import { isPageFile, listFiles } from '../build/site-files';
import { inTurns } from '../files/write-files';
import { parseRecords, type PageRecord } from '../pages/page-record';
import type { DeployTarget } from '../targets/deploy-target';
import { readManifest, sha256, type FileDifference } from '../targets/manifest';
import { contentVersion } from './publish-version';
import { isSameFile, readMark, readPublishCache, savePublishCache, type FileMark } from './publish-cache';

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
  const refuse = (reason: string) => {
    progress(`Everything is made again: ${reason}.`);
    return undefined;
  };
  if (target.live === undefined || target.before?.manifest === undefined) return undefined;
  const cache = readPublishCache(target.home);
  if (cache === undefined) return refuse('what the last publish left is missing, damaged or of other code');
  if (cache.manifest !== target.before.manifest)
    return refuse('another site is live than the last published');
  if (cache.version !== version) return refuse('the program, its settings or the brand have changed');
  const hashes = readManifest(target.live.noteFile, cache.manifest);
  if (!hashes) return refuse('the list of the live site’s files is damaged');
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
    if (hashIfReadable(place) !== hashes.get(file.slice(1))) return false;
    marks.set(file, mark);
    return true;
  };
  const damage: FileDifference[] = [];
  for await (const name of inTurns(hashes.keys(), 500)) {
    const file = `/${name}`;
    if (isRight(file)) continue;
    marks.delete(file);
    damage.push({ file: name, how: readMark(path.join(folder, file)) ? 'changed' : 'missing' });
  }
  /**
   * SHA-256 in hexadecimal of a file (`/en/index.html`) of the live site that was as it was published when this was opened;
   * undefined for any other.
   */
  const hashOf = (file: string) => (marks.has(file) ? hashes.get(file.slice(1)) : undefined);
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
    pageCount: () => [...hashes.keys()].filter((name) => isPageFile(`/${name}`)).length,
    /**
     * True if the same content was published for about this time, with the same files of `public/`, and the live site is still
     * as it was then.
     */
    isCurrent: (prepared: Pick<PreparedContent, 'content' | 'hashes'>, publicVersion: string) =>
      quarterHour(cache.now) === quarterHour(prepared.content.now) &&
      cache.content === contentVersion(prepared) &&
      cache.publicVersion === publicVersion &&
      damage.length === 0 &&
      listFiles(folder).size === hashes.size,
    /** Saves which files were read, for a publish that finds nothing to do. Throws the system's error. */
    saveMarks: () => {
      if (hasRead) savePublishCache(target.home, { ...cache, marks, hashed });
    },
  };
}

const isSameMark = (one: FileMark, other: FileMark | undefined) =>
  isSameFile(one, other) && one[3] === other?.[3];

/** Returns undefined for a file that a failing disk can't give, which counts as damaged. */
function hashIfReadable(file: string): string | undefined {
  try {
    return sha256(readFileSync(file));
  } catch {
    return undefined;
  }
}

/** Counts quarters of an hour: time changes a site only when one begins, as days and closing dates do everywhere. */
const quarterHour = (now: number) => Math.floor(now / 900_000);
