/** The files of the live site that the next one may take over as they are. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { PreparedContent } from '@/site/prepare/prepare';
import type { Progress } from '@/sources/source';
import { isPageFile, listFiles } from '../build/site-reader';
import type { PageRecord } from '../pages/page-record';
import type { DeployTarget } from '../targets/deploy-target';
import { manifestFile, parseManifest, sha256 } from '../targets/manifest';
import type { WeighedPages } from '../verify/verify-weights';
import { contentVersion } from './publish-version';
import { readMark, readPublishCache } from './publish-cache';

export interface LastPublish {
  /** The folder of the live site. */
  readonly folder: string;
  /**
   * SHA-256 in hexadecimal of a file (`/en/index.html`) that is still as it was published; undefined for any other. `within`
   * is a folder with the file, by default that of the live site.
   */
  readonly hashOf: (file: string, within?: string) => string | undefined;
  /** Returns pages, and texts that are made from the same inputs, that are still as they were published. */
  readonly pages: () => ReadonlyMap<string, PageRecord>;
  /** The pages that were measured. */
  readonly weighed: WeighedPages;
  /** The number of pages that were published. */
  readonly pageCount: () => number;
  /** True if the same content was published for about this time, and the live site is still as it was then. */
  readonly isCurrent: (prepared: Pick<PreparedContent, 'content' | 'hashes'>) => boolean;
}

/**
 * Opens the last publish to a target, made by the same version of the code and the settings. Returns undefined if there
 * was none, or if it can't be used; `progress` then gets a line that says why.
 */
export function openLastPublish(
  target: DeployTarget,
  version: string,
  progress: Progress,
): LastPublish | undefined {
  const refuse = (reason: string) => {
    progress(`Everything is made again: ${reason}.`);
    return undefined;
  };
  if (target.live === undefined || target.before?.manifest === undefined) return undefined;
  const cache = readPublishCache(target.home);
  if (cache === undefined) return undefined;
  if (cache === 'damaged') return refuse('what the last publish left for this one is damaged');
  if (cache.manifest !== target.before.manifest)
    return refuse('another site is live than the last published');
  if (cache.version !== version) return refuse('the program, its settings or the brand have changed');
  const hashes = readManifest(target.live.noteFile, cache.manifest);
  if (!hashes) return refuse('the list of the live site’s files is damaged');
  const { folder } = target.live;
  const { pages, marks, weighed } = cache;
  const hashOf = (file: string, within = folder) => {
    const mark = marks.get(file);
    const now = mark && readMark(path.join(within, file));
    return now && mark[0] === now[0] && mark[1] === now[1] ? hashes.get(file.slice(1)) : undefined;
  };
  let unchanged: ReadonlyMap<string, PageRecord> | undefined;
  return {
    folder,
    hashOf,
    weighed,
    pages: () =>
      (unchanged ??= new Map(
        pages()
          .filter(({ file }) => hashOf(file))
          .map((page) => [page.file, page]),
      )),
    pageCount: () => [...hashes.keys()].filter((name) => isPageFile(`/${name}`)).length,
    isCurrent: (prepared) =>
      quarterHour(cache.now) === quarterHour(prepared.content.now) &&
      cache.content === contentVersion(prepared) &&
      listFiles(folder).size === hashes.size &&
      [...hashes.keys()].every((name) => hashOf(`/${name}`) !== undefined),
  };
}

/** Counts quarters of an hour: time changes a site only when one begins, as days and closing dates do everywhere. */
const quarterHour = (now: number) => Math.floor(now / 900_000);

function readManifest(noteFile: string, expected: string) {
  try {
    const text = readFileSync(manifestFile(noteFile), 'utf8');
    return sha256(text) === expected ? parseManifest(text) : undefined;
  } catch {
    return undefined;
  }
}
