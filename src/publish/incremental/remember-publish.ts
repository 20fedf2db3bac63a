/** Leaves for the next publish what it needs to take over unchanged files. */
import path from 'node:path';
import type { PreparedContent } from '@/site/prepare/prepare';
import type { Progress } from '@/sources/source';
import { describeFailure } from '../failure';
import type { PageRecord } from '../pages/page-record';
import type { DeployTarget } from '../targets/deploy-target';
import type { Manifest } from '../targets/manifest';
import type { WeighedPages } from '../verify/verify-weights';
import { readMark, savePublishCache } from './publish-cache';
import { contentVersion } from './publish-version';

export interface RememberOptions {
  readonly target: DeployTarget;
  /** Identifies the code and the settings. */
  readonly version: string;
  readonly prepared: Pick<PreparedContent, 'content' | 'hashes'>;
  readonly pages: readonly PageRecord[];
  readonly weighed: WeighedPages;
  readonly manifest: Manifest;
  /** SHA-256 of the manifest's text. */
  readonly manifestHash: string;
  readonly progress: Progress;
}

/** Saves the cache of a site that is live. Where that fails, the next publish makes everything again. */
export function rememberPublish(options: RememberOptions): void {
  const { target, version, prepared, pages, weighed, manifest, manifestHash, progress } = options;
  const folder = target.liveFolder();
  const marks = [...manifest.keys()].flatMap((name) => {
    const mark = readMark(path.join(folder, name));
    return mark ? [[`/${name}`, mark] as const] : [];
  });
  try {
    savePublishCache(target.home, {
      version,
      content: contentVersion(prepared),
      now: prepared.content.now,
      manifest: manifestHash,
      pages: () => pages,
      weighed,
      marks: new Map(marks),
    });
  } catch (error) {
    progress(`WARNING: the next publish will make everything again: ${describeFailure(error)}`);
  }
}
