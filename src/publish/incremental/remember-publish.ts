/** Leaves for the next publish what it needs to take over unchanged files. */
import path from 'node:path';
import type { PreparedContent } from '@/site/prepare/prepare';
import type { Progress } from '@/sources/source';
import { describeFailure } from '../failure';
import { formatRecords, type PageRecord } from '../pages/page-record';
import type { DeployTarget } from '../targets/deploy-target';
import type { Manifest } from '../targets/manifest';
import { isSameFile, readMark, readPublishCache, savePublishCache, type FileMark } from './publish-cache';
import { contentVersion } from './publish-version';

export interface RememberOptions {
  readonly target: DeployTarget;
  /** Identifies the code and the settings. */
  readonly version: string;
  readonly prepared: Pick<PreparedContent, 'content' | 'hashes'>;
  /** Identifies the files of `public/`. */
  readonly publicVersion: string;
  readonly pages: readonly PageRecord[];
  /** When (ms) all files were last compared with their hashes. */
  readonly hashed: number;
  readonly manifest: Manifest;
  /** SHA-256 of the manifest's text. */
  readonly manifestHash: string;
  readonly progress: Progress;
}

/** A file may change once more within the grain of the system's times (ms), and then has the same mark. */
const settledAfter = 100;

/** Marks a file; one that has just changed so that it is read the next time. */
function markFile(file: string): FileMark | undefined {
  const mark = readMark(file);
  if (!mark || Date.now() - mark[3] >= settledAfter) return mark;
  return [mark[0], mark[1], mark[2], 0];
}

/**
 * Marks the files of a site that is live once more, since the status time of those changes that another folder no longer shares.
 * Throws the system's error.
 */
export function renewMarks(home: string, folder: string): void {
  const cache = readPublishCache(home);
  if (!cache) return;
  const renew = ([file, before]: readonly [string, FileMark]) => {
    const mark = markFile(path.join(folder, file));
    return [file, mark && isSameFile(mark, before) ? mark : before] as const;
  };
  savePublishCache(home, { ...cache, marks: new Map([...cache.marks].map(renew)) });
}

/** Saves the cache of a site that is live. Where that fails, the next publish makes everything again. */
export function rememberPublish(options: RememberOptions): void {
  const { target, version, prepared, publicVersion, pages, hashed, manifest, manifestHash, progress } =
    options;
  const folder = target.liveFolder();
  const marks = [...manifest.keys()].flatMap((name) => {
    const mark = markFile(path.join(folder, name));
    return mark ? [[`/${name}`, mark] as const] : [];
  });
  try {
    savePublishCache(target.home, {
      version,
      content: contentVersion(prepared),
      publicVersion,
      now: prepared.content.now,
      hashed,
      manifest: manifestHash,
      pages: Buffer.from(formatRecords(pages)),
      marks: new Map(marks),
    });
  } catch (error) {
    progress(`WARNING: the next publish will make everything again: ${describeFailure(error)}`);
  }
}
