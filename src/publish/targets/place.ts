/** Where a verified site goes, so that it is served. */
import type { PublishRecord } from '@/report/record';
import type { Manifest } from './manifest';
import { publishedFile, readPublished, readRecord, type PublishedRecord } from './published';
import { swap } from './swap';
import { prepareTarget } from './target';
import { workshop } from '../build/workshop';

export interface DeployTarget {
  /** What the last build put there; undefined where there was none, or it can’t be told any more. */
  readonly before: PublishedRecord | undefined;
  /** The entries of it, to tell what changed; undefined where there is nothing to compare with. */
  readonly record: PublishRecord | undefined;
  /** The file in which is remembered what this build puts there. */
  readonly noteFile: string;
  /** True where a web server sends the files as they are: each text also lies there compressed. */
  readonly isCompressed: boolean;
  /**
   * Takes a verified site with that manifest over from its folder, which is gone then: all that may take long. Nothing
   * is live yet.
   */
  readonly receive: (staging: string, manifest: Manifest) => Promise<void>;
  /**
   * Makes the site that was received live, together with what belongs to it (`finish`). Where one of the two fails, the
   * previous site stays. Synchronous, so that a signal is heard before or after it, never in between. Returns the folders
   * and files that nobody needs any more.
   */
  readonly goLive: (finish: () => void) => readonly string[];
  /** Removes what was received and isn’t live. */
  readonly discard: () => void;
}

/**
 * A folder whose site is replaced: the previous one is gone then. Rejects with a `TargetError` where the folder can’t be
 * built into.
 */
export async function folderPlace(outDir: string): Promise<DeployTarget> {
  const target = await prepareTarget(outDir, workshop);
  const noteFile = publishedFile(target);
  let received = '';
  return {
    before: await readPublished(noteFile),
    record: await readRecord(noteFile),
    noteFile,
    isCompressed: false,
    receive: (staging) => {
      received = staging;
      return Promise.resolve();
    },
    goLive: (finish) => {
      const former = swap(received, target, finish);
      return former === undefined ? [] : [former];
    },
    // It lies in the workshop, which is cleared.
    discard: () => undefined,
  };
}
