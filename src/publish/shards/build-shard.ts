/** Renders the pages of a shard into a folder, on one of several machines that share the work. */
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Config } from '@/config/config';
import { buildRenderEnvironment } from '@/config/render-config';
import { createRedactor } from '@/config/secrets';
import { OperatorError } from '@/model/operator-error';
import { prepareContent } from '@/site/prepare/prepare';
import { writeSnapshot } from '@/site/prepare/snapshot';
import type { Progress } from '@/sources/source';
import { openBuildWorkspace } from '../build/build-workspace';
import { assertForms } from '../files/assert-forms';
import { publishVersion } from '../incremental/publish-version';
import { hashCode, openBundle } from '../pages/bundle';
import type { PageRecord } from '../pages/page-record';
import { renderPages } from '../pages/render-pages';
import { assertNoSecretInContent } from '../verify/verify-secrets';
import { hasShard, shardSite, writeShard, type PageShard } from './shard';

interface BuildShardOptions {
  readonly config: Config;
  readonly shard: PageShard;
  /** A new folder, or that of a former shard. */
  readonly outDir: string;
  readonly progress: Progress;
}

/** A shard never takes the place of anything else. Throws an `OperatorError`. */
function assertReplaceable(folder: string): void {
  if (existsSync(folder) && readdirSync(folder).length > 0 && !hasShard(folder))
    throw new OperatorError(
      `${folder} has other files than a shard. Name an empty or a new folder with --out.`,
    );
}

/**
 * Renders the pages of a shard. Nothing is published or compared with what is live; the build that merges the shards does
 * that. Resolves to the number of pages; rejects with an error that says what to do, and the folder is then unchanged.
 */
export async function buildShard({ config, shard, outDir, ...options }: BuildShardOptions): Promise<number> {
  assertReplaceable(outDir);
  const redact = createRedactor(config.secrets);
  const progress: Progress = (line) => options.progress(redact(line));
  const workspace = await openBuildWorkspace({}, progress);
  // On the same disk, so that it takes its place by a rename.
  const partial = `${path.resolve(outDir)}.partial`;
  workspace.former = [partial];
  rmSync(partial, { recursive: true, force: true });
  const stopping = new AbortController();
  const code = hashCode();
  const bundle = openBundle({ config, code, work: workspace.folder, signal: stopping.signal });
  try {
    const prepared = await prepareContent(config, progress, () => Promise.resolve());
    prepared.making.stop();
    const { content, site } = prepared;
    assertForms(site, config.forms);
    assertNoSecretInContent(prepared, config.secrets);
    await writeSnapshot(workspace.snapshot, content);
    progress(`Rendering pages of shard ${shard.number} of ${shard.count}`);
    await mkdir(shardSite(partial), { recursive: true });
    const pages: PageRecord[] = [];
    await renderPages({
      bundle: await bundle,
      outDir: shardSite(partial),
      siteUrl: config.site.url,
      env: buildRenderEnvironment({ config, ...workspace }),
      secrets: config.secrets,
      known: new Map(),
      processes: 2,
      shard,
      onPages: (records) => void pages.push(...records),
      signal: stopping.signal,
    });
    // The others are made in every build, so they are of no use in a shard.
    const kept = pages.filter(({ key }) => key !== undefined);
    for (const { file, key } of pages) if (key === undefined) rmSync(path.join(shardSite(partial), file));
    writeShard(partial, publishVersion(code, config, content), kept);
    rmSync(outDir, { recursive: true, force: true });
    renameSync(partial, outDir);
    return kept.length;
  } finally {
    stopping.abort();
    await bundle.catch(() => undefined);
    workspace.close();
  }
}
