/** Takes over unchanged files of the live site, without copying their bytes. */
import { linkSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { OperatorError } from '@/model/operator-error';
import type { SiteReader } from '../build/site-reader';
import type { PlannedFiles } from '../files/planned-files';
import { createPlacer, inTurns, type TextFile } from '../files/write-files';
import type { PageRecord } from '../pages/page-record';
import { sha256 } from '../targets/manifest';
import type { LastPublish } from './last-publish';

/** The file of a path, which begins at the root of the site with or without a slash. */
const fileOf = (name: string) => `/${name.replace(/^\//, '')}`;

export type KeptFiles = ReturnType<typeof createKeptFiles>;

/**
 * Collects the files of the live site that are in the next one as they are, chosen while that one is made. Keeps none without a
 * last publish. What is kept is added to the reader as well.
 */
export function createKeptFiles(last: LastPublish | undefined, reader: SiteReader) {
  const files = new Set<string>();
  const keepRecord = (record: PageRecord): undefined => {
    files.add(record.file);
    reader.addKept(record);
  };
  const keepsLive = (name: string, isRight: (hash: string) => boolean) => {
    const file = fileOf(name);
    const hash = last?.hashOf(file);
    if (hash === undefined || !isRight(hash)) return false;
    files.add(file);
    reader.addKnown(file, hash);
    return true;
  };
  return {
    /** `/en/feed.xml` */
    files: files as ReadonlySet<string>,
    /** Makes planned files. Undefined stands for one that is kept: it was made from the same, or has the same text. */
    *makeFiles(plans: Iterable<PlannedFiles>): Generator<TextFile | undefined> {
      for (const { paths, key, make } of plans) {
        const known = paths.map((name) => last?.pages().get(fileOf(name)));
        if (key !== undefined && known.every((record) => record?.key === key)) {
          for (const record of known) if (record) yield keepRecord(record);
          continue;
        }
        for (const made of make()) {
          const file = fileOf(made.path);
          const isSame = reader.addText(file, made.text, key) === last?.hashOf(file);
          if (isSame) files.add(file);
          yield isSame ? undefined : made;
        }
      }
    },
    /** Keeps the live file of this path, whose name changes with its content. Returns true if it is kept. */
    keepsNamed: (name: string) => keepsLive(name, () => true),
    /** Keeps the live file of this path if it has this hash. Returns true if it is kept. */
    keepsSame: (name: string, expected: string) => keepsLive(name, (hash) => hash === expected),
    keepPages: (pages: readonly string[]) => {
      for (const file of pages) {
        const page = last?.pages().get(file);
        if (!page) throw new Error(`${file} was not on the last site.`);
        keepRecord(page);
      }
    },
  };
}

/**
 * Takes files (`/en/index.html`) of the last site over into another folder, unless they are there: both then have the same
 * file, which nothing may write into. `isApart` gives each a copy of its own. Rejects with an `OperatorError`, or with the system's error.
 */
export async function takeOver(
  last: LastPublish,
  to: string,
  files: Iterable<string>,
  isApart = false,
): Promise<void> {
  const placeOf = createPlacer(to);
  for await (const file of inTurns(files, 500)) {
    if (last.isLinked(file, to)) continue;
    placeOf(file);
    if (!takeFile(last, to, file, isApart))
      throw new OperatorError(
        `${path.join(last.folder, file)} changed while the site was built. Nothing was published. Build again.`,
      );
  }
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
