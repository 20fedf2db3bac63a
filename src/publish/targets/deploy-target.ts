/** The place to which a verified site is published. */
import { existsSync } from 'node:fs';
import type { PublishRecord } from '@/report/publish-record';
import type { Manifest } from './manifest';
import {
  publishedNoteFile,
  readPublishedSite,
  readPublishRecord,
  type PublishedSite,
} from './published-site';
import { swapFolders } from './swap';
import { prepareTarget } from './prepare-target';
import { workspaceParent } from '../build/workspace-folder';

type KnownHash = (name: string, folder: string) => string | undefined;

export interface DeployTarget {
  /** The site that the last build published there; undefined if there was none, or its note can't be read. */
  readonly before: PublishedSite | undefined;
  /** The entries of that site, to report changes; undefined if there is nothing to compare with. */
  readonly record: PublishRecord | undefined;
  /** The file of the note on this build. */
  readonly noteFile: string;
  /** The absolute path of the folder that is replaced, or that holds the releases. */
  readonly home: string;
  /** The folder of the live site and the file of its note; undefined if nothing is live. */
  readonly live: { readonly folder: string; readonly noteFile: string } | undefined;
  /** True if a web server sends the files as they are: each text then also exists compressed. */
  readonly isCompressed: boolean;
  /**
   * Moves a verified site from its folder to the target, without making it live: every slow step. `knownHash` is that of a
   * file (`en/index.html`) in a folder which was taken over from the live site as it is.
   */
  readonly receive: (staging: string, manifest: Manifest, knownHash: KnownHash) => Promise<void>;
  /**
   * Makes the received site live, together with its notes (`finish`). If one of the two fails, the previous site
   * stays. Synchronous, so that a signal is handled before or after, never in between. Returns folders and files to
   * remove, the folder of a former site first.
   */
  readonly goLive: (finish: () => void) => readonly string[];
  /** The folder of the new site once it is live. */
  readonly liveFolder: () => string;
  /** Removes a received site that isn't live. */
  readonly discard: () => void;
}

/** Opens a folder whose site is replaced. Rejects with an `OperatorError` if the folder can't be built into. */
export async function openFolderTarget(outDir: string): Promise<DeployTarget> {
  const target = await prepareTarget(outDir, workspaceParent);
  const noteFile = publishedNoteFile(target);
  let received = '';
  return {
    before: await readPublishedSite(noteFile),
    record: await readPublishRecord(noteFile),
    noteFile,
    home: target,
    live: existsSync(target) ? { folder: target, noteFile } : undefined,
    isCompressed: false,
    receive: (staging) => {
      received = staging;
      return Promise.resolve();
    },
    goLive: (finish) => {
      const former = swapFolders(received, target, finish);
      return former === undefined ? [] : [former];
    },
    liveFolder: () => target,
    // The site is in the workspace, which is removed.
    discard: () => undefined,
  };
}
