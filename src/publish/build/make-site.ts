/** Makes the files of a site: pages are rendered in processes of their own, while this one makes all others. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Config } from '@/config/config';
import { buildRenderEnvironment } from '@/config/render-config';
import { formatCount } from '@/model/format-count';
import { pictureFileNames, readSitePicture } from '@/pipeline/pictures/picture-files';
import { writeSearchIndex, type IndexReport } from '@/search/index/build-index';
import type { PreparedContent } from '@/site/prepare/prepare';
import type { Progress } from '@/sources/source';
import { createBuildRecordFile } from '../files/build-record-file';
import { planSiteFiles, planText } from '../files/planned-files';
import { findUndrawableTexts } from '../files/undrawable-texts';
import { inTurns } from '../files/in-turns';
import { listFiles } from '@/cache/folder-files';
import { writeShare } from '../files/write-share';
import type { LastPublish } from '../incremental/last-publish';
import type { Bundle } from '../pages/bundle';
import { renderPages } from '../pages/render-pages';
import type { ShardPages } from '../shards/shard';
import type { BuildWorkspace } from './build-workspace';
import type { BuiltFiles } from './site-files';

export interface MakeOptions {
  readonly config: Config;
  readonly prepared: PreparedContent;
  readonly workspace: BuildWorkspace;
  /** Identifies the code. */
  readonly code: string;
  /** Identifies the code and the settings. */
  readonly version: string;
  readonly bundle: Promise<Bundle>;
  /** The last publish, whose files are taken over where they would be the same; undefined if everything is made. */
  readonly last: LastPublish | undefined;
  readonly shardPages: ShardPages;
  readonly progress: Progress;
}

/**
 * Makes the files, except those that show others. If pages or other files fail, stops the rest: nothing is written any more
 * once this rejects. Resolves with the warnings about texts that no font has.
 */
export async function makeSite(
  options: MakeOptions,
  files: BuiltFiles,
): Promise<{ index: IndexReport; undrawable: readonly string[] }> {
  const stop = new AbortController();
  const tasks = [
    makeOtherFiles(options, files, stop.signal),
    makePages(options, files, stop.signal),
  ] as const;
  try {
    const [made] = await Promise.all(tasks);
    return made;
  } catch (error) {
    stop.abort();
    await Promise.allSettled(tasks);
    throw error;
  }
}

/** From this number of entries on, two processes render. */
const manyEntries = 400;

/** Renders the pages, and reads what browsers load with them. */
async function makePages(
  { config, prepared, workspace, bundle, last, shardPages, progress }: MakeOptions,
  files: BuiltFiles,
  signal: AbortSignal,
): Promise<void> {
  const { staging, snapshot } = workspace;
  const ready = await bundle;
  signal.throwIfAborted();
  for await (const file of inTurns(listFiles(ready.site), 100, signal))
    files.write(file, readFileSync(path.join(ready.site, file)));
  const known = [...(last?.pages().values() ?? [])].flatMap(({ file, key }) =>
    key === undefined ? [] : [[file, key] as const],
  );
  let pages = 0;
  const unchanged = await renderPages({
    bundle: ready,
    outDir: staging,
    siteUrl: config.site.url,
    env: buildRenderEnvironment({ config, snapshot }),
    secrets: config.secrets,
    known: new Map([...known, ...shardPages.keys]),
    processes:
      prepared.content.entries.length < manyEntries || known.length > 0 || shardPages.count > 0 ? 1 : 2,
    onPages: (records) => {
      files.addPages(records);
      const before = pages;
      pages += records.length;
      if (Math.floor(before / 1000) < Math.floor(pages / 1000)) progress(`  ${pages} pages`);
    },
    signal,
  });
  const { inShards = [], stay = [] } = Object.groupBy(unchanged, (file) =>
    shardPages.keys.has(file) ? 'inShards' : 'stay',
  );
  files.keepPages(stay);
  files.addPages(await shardPages.take(inShards, staging));
  const rendered = `  ${pages} pages were rendered`;
  if (shardPages.count > 0)
    progress(`${rendered}, and ${inShards.length} taken from ${formatCount(shardPages.count, 'shard')}`);
  else if (last) progress(`${rendered}, and ${stay.length} stay as they are`);
}

/** Makes what needs no rendered page: feeds, data, the search, pictures. */
async function makeOtherFiles(
  { config, prepared, workspace, code, version, progress }: MakeOptions,
  files: BuiltFiles,
  signal: AbortSignal,
) {
  const siteUrl = config.site.url;
  const { content, site } = prepared;
  progress('Writing feeds');
  await files.writePlanned(planSiteFiles(site, new URL(siteUrl)), signal);
  await files.writePlanned([planText(createBuildRecordFile(prepared, code))], signal);
  progress('Indexing for search');
  const caching = { cache: { version }, isKept: files.keeps };
  const index = await writeSearchIndex({ site, outDir: workspace.staging, progress, signal, ...caching });
  // Before the share pictures are drawn: both together would need too much memory besides the renderer.
  await prepared.making.finish();
  for await (const name of inTurns(pictureFileNames(content.pictures)))
    if (!files.keeps(`/media/${name}`)) files.write(`/media/${name}`, readSitePicture(name));
  progress('Drawing pictures for sharing');
  await writeShare({
    site,
    siteUrl,
    progress,
    signal,
    write: files.write,
    isKept: (name) => files.keeps(name),
  });
  return { index, undrawable: findUndrawableTexts(site) };
}
