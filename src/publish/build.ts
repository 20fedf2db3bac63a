/** Pull, validate, render and index, verify, swap: the site is published whole or not at all. */
import { rmSync } from 'node:fs';
import { cp, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { pictureCacheDir, prepare, type Environment, type Prepared } from '@/pipeline/prepare';
import { pictureFileNames } from '@/pipeline/pictures/files';
import { snapshotVariable, writeSnapshot } from '@/pipeline/snapshot';
import type { PublishRecord } from '@/report/record';
import { writeSearchIndex } from '@/search/build-index';
import type { Progress } from '@/sources/source';
import { onInterrupt } from '@/terminal/interrupt';
import { atOnce } from './at-once';
import { formOriginsOf } from './forms';
import { hintSearch } from './hint-search';
import { moveInto } from './move-into';
import { stageNotes, type StagedNotes } from './notes';
import { publishedNote, readPublished, readRecord, recordNote } from './published';
import { render } from './render';
import { reportNotes, reportOf, reportRefusal } from './report';
import { readSiteUrl } from './site-url';
import { writeServiceWorker } from './service-worker';
import { swap } from './swap';
import { prepareTarget } from './target';
import { assertNothingVanished, assertSourceMeant } from './vanished';
import { verify } from './verify';
import { writeData } from './write-data';
import { writeEmbeds } from './write-embeds';
import { writeFeeds } from './write-feeds';
import { writeShare } from './write-share';
import { openWorkshop, workshop } from './workshop';

export interface BuildOptions {
  readonly env: Environment;
  /** The folder that is served. */
  readonly outDir: string;
  readonly progress: Progress;
}

/** What a build made. */
export interface Built {
  readonly prepared: Prepared;
  /** HTML pages written. */
  readonly pages: number;
  /** Wall time, ms. */
  readonly duration: number;
}

/**
 * Builds the configured content into `outDir`. Rejects with an error that says what to do; `outDir` is then as it was.
 * Where the process is told to end meanwhile, it cleans up first: `outDir` holds the previous site or the new one.
 */
export async function build({ env, outDir, progress }: BuildOptions): Promise<Built> {
  const started = performance.now();
  const target = await prepareTarget(outDir, workshop);
  const siteUrl = readSiteUrl(env['SITE_URL']);
  const record = await readRecord(target);
  const refused = (content: Prepared, error: unknown) => reportRefusal(content, record, error);
  const prepared = await prepare(env, progress, refused);
  try {
    const pages = await publish({ env, target, siteUrl, prepared, record, progress });
    return { prepared, pages, duration: performance.now() - started };
  } catch (error) {
    await refused(prepared, error);
    throw error;
  } finally {
    prepared.making.stop();
  }
}

interface PublishOptions {
  readonly env: Environment;
  /** The folder that is served, as the system calls it. */
  readonly target: string;
  readonly siteUrl: string;
  readonly prepared: Prepared;
  /** What the previous publish showed. */
  readonly record: PublishRecord | undefined;
  readonly progress: Progress;
}

/** Makes the site of what was prepared and puts it in the place of the previous one. Resolves to its number of pages. */
async function publish({
  env,
  target,
  siteUrl,
  prepared,
  record,
  progress,
}: PublishOptions): Promise<number> {
  const before = await readPublished(target);
  assertSourceMeant(before, prepared, env);
  assertNothingVanished(before, prepared);
  const { content, site } = prepared;
  const origins = formOriginsOf(site, env);
  const keepsPages = env['SERVICE_WORKER'] !== 'off';

  const work = await openWorkshop();
  let former: string | undefined;
  let notes: StagedNotes | undefined;
  let isPublished = false;
  // At once, so that nothing of this build is written in between; what is being written at this moment is waited for.
  const clear = () => {
    notes?.discard();
    for (const folder of [work, former]) {
      if (folder) rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 10 });
    }
  };
  const release = onInterrupt(() => {
    clear();
    progress(isPublished ? 'Interrupted; the new site is published.' : 'Interrupted; nothing was published.');
  });
  try {
    const staging = path.join(work, 'site');
    const snapshot = path.join(work, 'snapshot.json');
    await writeSnapshot(snapshot, content);
    const beside = path.join(work, 'beside');
    // Rendering keeps one processor busy: what needs no page is written meanwhile, elsewhere, since Astro empties its folder.
    const [, index] = await atOnce(
      (signal) =>
        render({
          progress,
          signal,
          env: {
            ...env,
            [snapshotVariable]: path.resolve(snapshot),
            OV_OUT_DIR: path.resolve(staging),
            OV_CACHE_DIR: path.resolve(work, 'cache'),
            OV_SERVICE_WORKER: keepsPages ? 'on' : 'off',
            OV_FORM_ORIGINS: origins.join(' '),
            SITE_URL: siteUrl,
            SITE_NOW: new Date(content.now).toISOString(),
          },
        }),
      async (signal) => {
        progress('Writing feeds');
        await writeFeeds({ site, outDir: beside, siteUrl, signal });
        await writeEmbeds({ site, outDir: beside, siteUrl, signal });
        await writeData({ site, outDir: beside, siteUrl, signal });
        progress('Indexing for search');
        const index = await writeSearchIndex({ site, outDir: beside, progress, signal });
        await prepared.making.finish();
        return index;
      },
    );
    // Not meanwhile: what they take of memory would come on top of the renderer's.
    progress('Drawing pictures for sharing');
    await writeShare({ site, outDir: beside, siteUrl, progress });
    await copyPictures(prepared, staging);
    await hintSearch(staging, index.languages);
    await writeServiceWorker({ staging, locales: site.locales, enabled: keepsPages });
    await moveInto(beside, staging);
    progress('Verifying');
    const pages = await verify({ site, index, staging, env });
    const report = reportOf(prepared, record, { outcome: 'published' });
    notes = await stageNotes([
      ...reportNotes(report),
      publishedNote(target, prepared),
      recordNote(target, prepared),
    ]);
    former = swap(staging, target, notes.commit);
    isPublished = true;
    return pages;
  } finally {
    clear();
    release();
  }
}

async function copyPictures({ content }: Prepared, staging: string): Promise<void> {
  const media = path.join(staging, 'media');
  await mkdir(media, { recursive: true });
  for (const name of pictureFileNames(content.pictures)) {
    await cp(path.join(pictureCacheDir, name), path.join(media, name));
  }
}
