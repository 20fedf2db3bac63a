/** Pull, validate, render and index, verify, swap: the site is published whole or not at all. */
import { copyFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Config } from '@/config/config';
import { redactor } from '@/config/secrets';
import { pictureCacheDir, prepare, type PreparedContent } from '@/site/prepare/prepare';
import { pictureFileNames } from '@/pipeline/pictures/files';
import { writeSnapshot } from '@/site/prepare/snapshot';
import { writeTexts } from '@/pipeline/texts/texts';
import { writeSearchIndex, type IndexReport } from '@/search/index/build-index';
import { configuredSource } from '@/sources/configured';
import type { Progress } from '@/sources/source';
import { entryAddresses } from '../verify/addresses';
import { atOnce } from './at-once';
import { bringLive } from '../targets/bring-live';
import { checkClock } from '../check-clock';
import { assertForms } from '../files/forms';
import { hintSearch } from './hint-search';
import { writeHostFiles } from '../hosts/host-files';
import { moveInto } from '../targets/move-into';
import { movedAddresses, movedLines, withMoved, withoutMoved, writeMoved } from '../targets/moved';
import { folderPlace, type DeployTarget } from '../targets/place';
import { publishedNote, recordNote } from '../targets/published';
import { filesIn, siteReader, type SiteReader } from './read-site';
import { rendererOf, type Renderer } from './renderer';
import { localEditor, reportNotes, reportOf, reportRefusal } from '../report';
import { writeServiceWorker } from '../files/service-worker';
import { siteFiles } from '../files/site-files';
import { assertNothingVanished, assertSourceMeant } from '../verify/vanished';
import { verify } from '../verify/verify';
import { assertNoSecretWritten } from '../verify/verify-secrets';
import { writeFiles } from '../files/write-files';
import { writeShare } from '../files/write-share';
import { openWorkplace, type BuildWorkspace } from './workplace';

interface Task {
  readonly config: Config;
  readonly progress: Progress;
}

export interface BuildOptions extends Task {
  /** The folder that is served. */
  readonly outDir: string;
}

export interface PublishOptions extends Task {
  readonly place: DeployTarget;
}

/** What a build made. */
export interface Built {
  readonly prepared: PreparedContent;
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
export async function publish({ config, place, progress: print }: PublishOptions): Promise<Built> {
  const redact = redactor(config.secrets);
  const progress: Progress = (line) => print(redact(line));
  const started = performance.now();
  const entries = await expectedEntries(config, place);
  const workplace = await openWorkplace(place, progress);
  const renderer = rendererOf({ config, entries, workplace });
  if (entries >= slowToRead) void renderer.start();
  const refused = (content: PreparedContent, error: unknown) => reportRefusal(content, place.record, error);
  try {
    const prepared = await prepare(config, progress, refused);
    try {
      const task = { config, place, prepared, workplace, renderer, progress };
      const pages = await publishPrepared(task);
      return { prepared, pages, duration: performance.now() - started };
    } catch (error) {
      await refused(prepared, error);
      throw error;
    } finally {
      prepared.making.stop();
    }
  } finally {
    await renderer.stop();
    workplace.close();
  }
}

/** From so many entries on, reading takes long enough for the renderer to get ready meanwhile. */
const slowToRead = 50;

/** About how many entries there will be: as many as the source says at once, else as there were. */
async function expectedEntries(config: Config, { before }: DeployTarget): Promise<number> {
  const { size } = configuredSource(config);
  return (await size?.()) ?? Object.keys(before?.entries ?? {}).length;
}

const loudly = (warning: string) => `WARNING: ${warning}`;

interface PreparedOptions extends PublishOptions {
  readonly prepared: PreparedContent;
  readonly workplace: BuildWorkspace;
  readonly renderer: Renderer;
}

/** Makes the site of what was prepared and makes it live. Resolves to its number of pages. */
async function publishPrepared(options: PreparedOptions): Promise<number> {
  const { config, place, prepared, workplace, renderer, progress } = options;
  const { secrets, forms } = config;
  const { url: siteUrl, keepsPages } = config.site;
  const { before } = place;
  const { content, site } = prepared;
  const { staging, beside } = workplace;
  assertSourceMeant(before, prepared, config);
  assertNothingVanished(before, prepared);
  assertForms(site, forms);
  const clock = checkClock({ config, machine: Date.now(), prepared, before: place.record });
  for (const warning of clock) progress(loudly(warning));
  assertNoSecretWritten(prepared, secrets);
  await writeSnapshot(workplace.snapshot, content);
  progress('Rendering pages');
  const reader = siteReader(siteUrl, secrets);
  // Rendering keeps one processor busy: what needs no page is written meanwhile, and what is there is read already.
  const [, { index, report }] = await atOnce(
    (signal) => {
      signal.addEventListener('abort', () => void renderer.stop(), { once: true });
      return renderer.start();
    },
    async (signal) => {
      const index = await writeBeside(options, signal);
      const report = reportNotes(
        reportOf(prepared, place.record, { outcome: 'published' }, { editor: localEditor, notices: clock }),
        prepared,
      );
      await readAhead({ reader, workplace, renderer, progress }, signal);
      return { index, report };
    },
  );
  await hintSearch(staging, index.languages);
  moveInto(beside, staging);
  // Last of the files that it knows.
  await writeServiceWorker({ staging, locales: site.locales, enabled: keepsPages });
  const now = entryAddresses(content, site);
  const moved = movedAddresses(before?.entries ?? {}, now, filesIn(staging));
  await writeMoved(moved, staging, siteUrl);
  await writeHostFiles({ site, moved, staging, siteUrl });
  progress('Verifying');
  const { pages, standing, warnings } = await verify({
    site,
    siteUrl,
    ownLinks: prepared.ownLinks,
    index,
    staging,
    reader,
    standing: before ? withoutMoved(before.standing, before.entries) : [],
    mayMove: prepared.tolerance.mayLack.has('addresses'),
  });
  const remembered = withMoved(now, moved);
  const addresses = { entries: remembered, standing: withoutMoved(standing, remembered) };
  const notes = (manifest: string) => [
    ...report,
    publishedNote(place.noteFile, prepared, { ...addresses, manifest }),
    recordNote(place.noteFile, prepared),
  ];
  await bringLive({ place, workplace, notes });
  // Once more at the end, where people look.
  for (const line of [...movedLines(moved), ...warnings, ...clock.map(loudly)]) progress(line);
  return pages;
}

/** Writes all of the site that needs no page. */
async function writeBeside(
  { config, prepared, workplace, progress }: PreparedOptions,
  signal: AbortSignal,
): Promise<IndexReport> {
  const siteUrl = config.site.url;
  const { content, site } = prepared;
  const outDir = workplace.beside;
  // First of all: the renderer needs them soon.
  await writeTexts(workplace.texts, content, signal);
  progress('Writing feeds');
  await writeFiles(outDir, siteFiles(site, new URL(siteUrl)), signal);
  progress('Indexing for search');
  const index = await writeSearchIndex({ site, outDir, progress, signal });
  // Before others are drawn: what both take of memory would come on top of the renderer's.
  await prepared.making.finish();
  await copyPictures(prepared, outDir);
  progress('Drawing pictures for sharing');
  await writeShare({ site, outDir, siteUrl, progress, signal });
  return index;
}

/** Waits so long (ms) for further pages to read. */
const betweenReadings = 2000;

/** What nobody has written to for so long (ms) has been written to its end. */
const settled = 1000;

/** Finishes and reads what there is of the site, until every page is made: it is verified the sooner. */
async function readAhead(
  {
    reader,
    workplace,
    renderer,
    progress,
  }: { reader: SiteReader } & Pick<PreparedOptions, 'workplace' | 'renderer' | 'progress'>,
  signal: AbortSignal,
): Promise<void> {
  await reader.ahead(workplace.beside, signal);
  while (!renderer.isDone()) {
    const pages = await reader.ahead(workplace.staging, signal, settled);
    if (pages > 0) progress(`  ${pages} pages`);
    await Promise.race([renderer.start(), setTimeout(betweenReadings, undefined, { signal })]);
  }
  // All of them: what is made of pages next must be made of finished ones.
  await reader.ahead(workplace.staging, signal);
}

async function copyPictures({ content }: PreparedContent, outDir: string): Promise<void> {
  const media = path.join(outDir, 'media');
  await mkdir(media, { recursive: true });
  for (const name of pictureFileNames(content.pictures)) {
    await copyFile(path.join(pictureCacheDir, name), path.join(media, name));
  }
}
