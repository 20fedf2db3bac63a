/**
 * Builds and publishes a site: read, validate, render, index, verify, replace. A failure leaves the live site as it
 * is.
 */
import { copyFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Config } from '@/config/config';
import { createRedactor } from '@/config/secrets';
import { pictureCacheDir, prepareContent, type PreparedContent } from '@/site/prepare/prepare';
import { pictureFileNames } from '@/pipeline/pictures/picture-files';
import { writeSnapshot } from '@/site/prepare/snapshot';
import { writeTextHtml } from '@/pipeline/texts/text-html';
import { writeSearchIndex, type IndexReport } from '@/search/index/build-index';
import { openConfiguredSource } from '@/sources/configured-source';
import type { Progress } from '@/sources/source';
import { collectEntryAddresses } from '../verify/entry-addresses';
import { runConcurrently } from './run-concurrently';
import { deploySite } from '../targets/deploy-site';
import { assertAfterRelease, checkClock } from '../check-clock';
import { assertForms } from '../files/assert-forms';
import { addSearchHints } from './search-hints';
import { writeHostFiles } from '../hosts/host-files';
import { moveInto } from '../targets/move-into';
import {
  findAddressRedirects,
  formatRedirectNotices,
  addFormerAddresses,
  removeEntryAddresses,
  writeRedirectPages,
} from '../targets/address-redirects';
import { openFolderTarget, type DeployTarget } from '../targets/deploy-target';
import { createPublishedNote, createRecordNote } from '../targets/published-site';
import { listFiles, createSiteReader, type SiteReader } from './site-reader';
import { createRenderer, type Renderer } from './renderer';
import { localEditorUrl, createReportNotes, createBuildReport, saveFailureReport } from '../report';
import { findUndrawableTexts } from '../files/undrawable-texts';
import { writeServiceWorker } from '../files/service-worker';
import { generateSiteFiles } from '../files/site-files';
import { assertNoContentLoss, assertSourceIntended } from '../verify/content-loss';
import { verifyBuiltSite } from '../verify/verify';
import { assertNoSecretInContent } from '../verify/verify-secrets';
import { writeFiles } from '../files/write-files';
import { writeShare } from '../files/write-share';
import { openBuildWorkspace, type BuildWorkspace } from './build-workspace';

interface Task {
  readonly config: Config;
  readonly progress: Progress;
}

export interface BuildOptions extends Task {
  /** The folder that is served. */
  readonly outDir: string;
}

export interface PublishOptions extends Task {
  readonly target: DeployTarget;
}

export interface BuildResult {
  readonly prepared: PreparedContent;
  /** HTML pages written. */
  readonly pages: number;
  /** Wall time, ms. */
  readonly duration: number;
}

/** Builds the configured content into the folder `outDir`; otherwise like `publish`. */
export async function build({ outDir, ...task }: BuildOptions): Promise<BuildResult> {
  return publish({ ...task, target: await openFolderTarget(outDir) });
}

/**
 * Builds the configured content and publishes it to a deploy target. Rejects with an error that says what to do; the
 * live site is then unchanged. If the process is told to end, it cleans up first: either the previous or the new site
 * is live.
 */
export async function publish({ config, target, progress: print }: PublishOptions): Promise<BuildResult> {
  const redact = createRedactor(config.secrets);
  const progress: Progress = (line) => print(redact(line));
  const started = performance.now();
  const entries = await expectedEntries(config, target);
  const workspace = await openBuildWorkspace(target, progress);
  const renderer = createRenderer({ config, entries, workspace });
  if (entries >= manyEntries) void renderer.start();
  const refused = (content: PreparedContent, error: unknown) =>
    saveFailureReport(content, target.record, error);
  try {
    assertAfterRelease(config, config.site.now ?? Date.now());
    const prepared = await prepareContent(config, progress, refused);
    try {
      const task = { config, target, prepared, workspace, renderer, progress };
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
    workspace.close();
  }
}

/** From this number of entries on, the renderer starts while the content is still being read. */
const manyEntries = 50;

/** Estimates the number of entries: from the source if it can tell quickly, otherwise from the previous build. */
async function expectedEntries(config: Config, { before }: DeployTarget): Promise<number> {
  const { countEntries } = openConfiguredSource(config);
  return (await countEntries?.()) ?? Object.keys(before?.entries ?? {}).length;
}

const formatWarning = (warning: string) => `WARNING: ${warning}`;

interface PreparedOptions extends PublishOptions {
  readonly prepared: PreparedContent;
  readonly workspace: BuildWorkspace;
  readonly renderer: Renderer;
}

/** Builds the site and publishes it. Resolves to its number of pages. */
async function publishPrepared(options: PreparedOptions): Promise<number> {
  const { config, target, prepared, workspace, renderer, progress } = options;
  const { secrets, forms } = config;
  const { url: siteUrl, storesPages } = config.site;
  const { before } = target;
  const { content, site } = prepared;
  const { staging, unrendered } = workspace;
  // Before what is lost: at a wrong time opportunities are missing that are posted on a future day.
  const clock = checkClock({ config, machine: Date.now(), prepared, before: target.record });
  assertSourceIntended(before, prepared, config);
  assertNoContentLoss(before, prepared);
  assertForms(site, forms);
  for (const warning of clock) progress(formatWarning(warning));
  assertNoSecretInContent(prepared, secrets);
  await writeSnapshot(workspace.snapshot, content);
  progress('Rendering pages');
  const reader = createSiteReader(siteUrl, secrets);
  // Rendering uses one processor. Meanwhile the files that need no page are written, and finished pages are read.
  const [, { index, undrawable, report }] = await runConcurrently(
    (signal) => {
      signal.addEventListener('abort', () => void renderer.stop(), { once: true });
      return renderer.start();
    },
    async (signal) => {
      const { index, undrawable } = await writeUnrenderedFiles(options, signal);
      const report = createReportNotes(
        createBuildReport(
          prepared,
          target.record,
          { outcome: 'published' },
          { editor: localEditorUrl, notices: [...clock, ...undrawable] },
        ),
        prepared,
      );
      await readRenderedPages({ reader, workspace, renderer, progress }, signal);
      return { index, undrawable, report };
    },
  );
  await addSearchHints(staging, index.languages);
  moveInto(unrendered, staging);
  // It lists the other files, so it comes after them.
  await writeServiceWorker({ staging, locales: site.locales, enabled: storesPages });
  const entryAddresses = collectEntryAddresses(content, site);
  const redirects = findAddressRedirects(before?.entries ?? {}, entryAddresses, listFiles(staging));
  await writeRedirectPages(redirects, staging, siteUrl);
  await writeHostFiles({ site, redirects, staging, siteUrl });
  progress('Verifying');
  const { pages, standing, warnings } = await verifyBuiltSite({
    site,
    siteUrl,
    ownLinks: prepared.ownLinks,
    index,
    staging,
    reader,
    standing: before ? removeEntryAddresses(before.standing, before.entries) : [],
    allowsMissingPages: prepared.tolerance.mayLack.has('addresses'),
  });
  const knownAddresses = addFormerAddresses(entryAddresses, redirects);
  const addresses = {
    entries: knownAddresses,
    standing: removeEntryAddresses(standing, knownAddresses),
  };
  const notes = (manifest: string) => [
    ...report,
    createPublishedNote(target.noteFile, prepared, { ...addresses, manifest }),
    createRecordNote(target.noteFile, prepared),
  ];
  await deploySite({ target, workspace, notes });
  // Repeated at the end, where people look.
  for (const line of [
    ...formatRedirectNotices(redirects),
    ...warnings,
    ...[...clock, ...undrawable].map(formatWarning),
  ])
    progress(line);
  return pages;
}

/** Writes the parts of the site that need no rendered page. Resolves with the warnings about texts that no font has. */
async function writeUnrenderedFiles(
  { config, prepared, workspace, progress }: PreparedOptions,
  signal: AbortSignal,
): Promise<{ index: IndexReport; undrawable: readonly string[] }> {
  const siteUrl = config.site.url;
  const { content, site } = prepared;
  const outDir = workspace.unrendered;
  // First, since the renderer needs them soon.
  await writeTextHtml(workspace.texts, content, signal);
  progress('Writing feeds');
  await writeFiles(outDir, generateSiteFiles(site, new URL(siteUrl)), signal);
  progress('Indexing for search');
  const index = await writeSearchIndex({ site, outDir, progress, signal });
  // Before the share pictures are drawn: both together would need too much memory besides the renderer.
  await prepared.making.finish();
  await copyPictures(prepared, outDir);
  progress('Drawing pictures for sharing');
  await writeShare({ site, outDir, siteUrl, progress, signal });
  return { index, undrawable: findUndrawableTexts(site, new URL(siteUrl)) };
}

/** Pause (ms) between two readings of new pages. */
const readingPause = 2000;

/** A file that hasn't changed for this time (ms) is complete. */
const settled = 1000;

/** Finishes and reads pages while others are rendered, which shortens the verification. */
async function readRenderedPages(
  {
    reader,
    workspace,
    renderer,
    progress,
  }: { reader: SiteReader } & Pick<PreparedOptions, 'workspace' | 'renderer' | 'progress'>,
  signal: AbortSignal,
): Promise<void> {
  await reader.readEarly(workspace.unrendered, signal);
  while (!renderer.isDone()) {
    const pages = await reader.readEarly(workspace.staging, signal, settled);
    if (pages > 0) progress(`  ${pages} pages`);
    await Promise.race([renderer.start(), setTimeout(readingPause, undefined, { signal })]);
  }
  // The next steps need all pages finished.
  await reader.readEarly(workspace.staging, signal);
}

async function copyPictures({ content }: PreparedContent, outDir: string): Promise<void> {
  const media = path.join(outDir, 'media');
  await mkdir(media, { recursive: true });
  for (const name of pictureFileNames(content.pictures)) {
    await copyFile(path.join(pictureCacheDir, name), path.join(media, name));
  }
}
