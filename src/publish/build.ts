/** Pull, validate, render and index, verify, swap: the site is published whole or not at all. */
import { rmSync } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { pictureCacheDir, prepare, type Environment, type Prepared } from '@/pipeline/prepare';
import { pictureFileNames } from '@/pipeline/pictures/files';
import { snapshotVariable, writeSnapshot } from '@/pipeline/snapshot';
import { textsVariable, writeTexts } from '@/pipeline/texts';
import { writeSearchIndex } from '@/search/build-index';
import type { Progress } from '@/sources/source';
import { onInterrupt } from '@/terminal/interrupt';
import { entryAddresses } from './addresses';
import { atOnce } from './at-once';
import { precompress } from './compress';
import { formOriginsOf } from './forms';
import { hintSearch } from './hint-search';
import { writeHostFiles } from './host-files';
import { moveInto } from './move-into';
import { movedAddresses, movedLines, withMoved, writeMoved } from './moved';
import { stageNotes, type StagedNotes } from './notes';
import { folderPlace, type Place } from './place';
import { publishedNote, recordNote } from './published';
import { render } from './render';
import { reportNotes, reportOf, reportRefusal } from './report';
import { writeServiceWorker } from './service-worker';
import { siteFiles } from './site-files';
import { readSiteUrl } from './site-url';
import { assertNothingVanished, assertSourceMeant } from './vanished';
import { filesIn, verify } from './verify';
import { writeFiles } from './write-files';
import { writeShare } from './write-share';
import { openWorkshop } from './workshop';

interface Task {
  readonly env: Environment;
  readonly progress: Progress;
}

export interface BuildOptions extends Task {
  /** The folder that is served. */
  readonly outDir: string;
}

export interface PublishOptions extends Task {
  readonly place: Place;
}

/** What a build made. */
export interface Built {
  readonly prepared: Prepared;
  /** HTML pages written. */
  readonly pages: number;
  /** Wall time, ms. */
  readonly duration: number;
}

/** Builds the configured content into the folder `outDir`; otherwise like `publish`. */
export async function build({ outDir, ...task }: BuildOptions): Promise<Built> {
  return publish({ ...task, place: await folderPlace(outDir) });
}

/**
 * Builds the configured content and makes it live in a place. Rejects with an error that says what to do; what is live
 * is then as it was. Where the process is told to end meanwhile, it cleans up first: the previous site is live or the
 * new one.
 */
export async function publish({ env, place, progress }: PublishOptions): Promise<Built> {
  const started = performance.now();
  const siteUrl = readSiteUrl(env['SITE_URL']);
  const refused = (content: Prepared, error: unknown) => reportRefusal(content, place.record, error);
  const prepared = await prepare(env, progress, refused);
  try {
    const pages = await publishPrepared({ env, place, siteUrl, prepared, progress });
    return { prepared, pages, duration: performance.now() - started };
  } catch (error) {
    await refused(prepared, error);
    throw error;
  } finally {
    prepared.making.stop();
  }
}

interface PreparedOptions extends PublishOptions {
  readonly siteUrl: string;
  readonly prepared: Prepared;
}

/** Makes the site of what was prepared and makes it live. Resolves to its number of pages. */
async function publishPrepared({
  env,
  place,
  siteUrl,
  prepared,
  progress,
}: PreparedOptions): Promise<number> {
  const { before } = place;
  assertSourceMeant(before, prepared, env);
  assertNothingVanished(before, prepared);
  const { content, site } = prepared;
  const origins = formOriginsOf(site, env);
  const keepsPages = env['SERVICE_WORKER'] !== 'off';

  const work = await openWorkshop();
  let former: readonly string[] = [];
  let notes: StagedNotes | undefined;
  let isPublished = false;
  // At once, so that nothing of this build is written in between; what is being written at this moment is waited for.
  const clear = () => {
    notes?.discard();
    place.discard();
    for (const name of [work, ...former])
      rmSync(name, { recursive: true, force: true, maxRetries: 20, retryDelay: 10 });
  };
  const release = onInterrupt(() => {
    clear();
    progress(isPublished ? 'Interrupted; the new site is published.' : 'Interrupted; nothing was published.');
  });
  try {
    const staging = path.join(work, 'site');
    const snapshot = path.join(work, 'snapshot.json');
    const texts = path.join(work, 'texts.json');
    await writeSnapshot(snapshot, content);
    const beside = path.join(work, 'beside');
    // Rendering keeps one processor busy: what needs no page is written meanwhile, elsewhere, since Astro empties its folder.
    const [, index] = await atOnce(
      (signal) =>
        render({
          entries: content.entries.length * content.locales.length,
          progress,
          signal,
          env: {
            ...env,
            [snapshotVariable]: path.resolve(snapshot),
            [textsVariable]: path.resolve(texts),
            OV_OUT_DIR: path.resolve(staging),
            OV_CACHE_DIR: path.resolve(work, 'cache'),
            OV_SERVICE_WORKER: keepsPages ? 'on' : 'off',
            OV_FORM_ORIGINS: origins.join(' '),
            SITE_URL: siteUrl,
            SITE_NOW: new Date(content.now).toISOString(),
          },
        }),
      async (signal) => {
        // First of all: the renderer needs them as soon as it has been started.
        await writeTexts(texts, content, signal);
        progress('Writing feeds');
        await writeFiles(beside, siteFiles(site, new URL(siteUrl)), signal);
        progress('Indexing for search');
        const index = await writeSearchIndex({ site, outDir: beside, progress, signal });
        // Before others are drawn: what both take of memory would come on top of the renderer's.
        await prepared.making.finish();
        progress('Drawing pictures for sharing');
        await writeShare({ site, outDir: beside, siteUrl, progress, signal });
        return index;
      },
    );
    await copyPictures(prepared, staging);
    await hintSearch(staging, index.languages);
    await writeServiceWorker({ staging, locales: site.locales, enabled: keepsPages });
    moveInto(beside, staging);
    const now = entryAddresses(content, site);
    const moved = movedAddresses(before?.entries ?? {}, now, filesIn(staging));
    await writeMoved(moved, staging, siteUrl);
    await writeHostFiles({ site, moved, staging, siteUrl });
    progress('Verifying');
    const { pages, standing, warnings } = await verify({
      site,
      content,
      index,
      staging,
      siteUrl,
      env,
      standing: before?.standing ?? [],
      mayMove: prepared.tolerance.mayLack.has('addresses'),
    });
    if (place.isCompressed) await precompress(staging, 'gz');
    const addresses = { entries: withMoved(now, moved), standing: [...standing] };
    const report = reportOf(prepared, place.record, { outcome: 'published' });
    notes = await stageNotes([
      ...reportNotes(report),
      publishedNote(place.noteFile, prepared, addresses),
      recordNote(place.noteFile, prepared),
    ]);
    await place.receive(staging);
    former = place.goLive(notes.commit);
    isPublished = true;
    for (const line of [...movedLines(moved), ...warnings]) progress(line);
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
    await copyFile(path.join(pictureCacheDir, name), path.join(media, name));
  }
}
