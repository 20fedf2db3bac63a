/**
 * Builds and publishes a site: read, validate, render, index, verify, replace. A failure leaves the live site as it
 * is.
 */
import path from 'node:path';
import { clearCache } from '@/cache/cached';
import type { Config } from '@/config/config';
import { createRedactor } from '@/config/secrets';
import { prepareContent, type PreparedContent } from '@/site/prepare/prepare';
import { siteRedirects } from '@/site/addresses/redirects';
import { writeSnapshot } from '@/site/prepare/snapshot';
import type { Progress } from '@/sources/source';
import { collectEntryAddresses } from '../verify/entry-addresses';
import { deploySite } from '../targets/deploy-site';
import { assertAfterRelease, checkClock } from '../check-clock';
import { assertForms } from '../files/assert-forms';
import { writeHostFiles } from '../hosts/host-files';
import {
  findAddressRedirects,
  formatRedirectNotices,
  addFormerAddresses,
  writeRedirectPages,
} from '../targets/address-redirects';
import {
  openFolderTarget,
  refusePublicFolder,
  withFolderLock,
  type DeployTarget,
} from '../targets/deploy-target';
import { createPublishedNote } from '../targets/published-site';
import { createSiteFiles } from './site-files';
import { hashCode, openBundle } from '../pages/bundle';
import { buildContentReport } from '@/report/content-report';
import { localEditorUrl, createReportFiles, saveFailureReport } from '../report';
import { hashPublicFiles, publishFiles, type PublicHashes } from '../files/public-files';
import { writeServiceWorker } from '../files/service-worker';
import { assertNoContentLoss, assertSourceIntended } from '../verify/content-loss';
import { verifyBuiltSite } from '../verify/verify';
import { assertNoSecretInContent } from '../verify/verify-secrets';
import { openLastPublish, rememberPublish } from '../incremental/last-publish';
import { inputVersion, publishVersion } from '../incremental/publish-version';
import { assembleSite } from '../incremental/spare-site';
import { openShards } from '../shards/shard';
import { withPublishStatus, type WhenChecked } from '../status/with-status';
import { openBuildWorkspace } from './build-workspace';
import { makeSite, type MakeOptions } from './make-site';

interface PublishOptions {
  readonly config: Config;
  readonly progress: Progress;
  /** Folders of shards, whose pages are taken where they would be rendered the same; none by default. */
  readonly shards?: readonly string[];
  readonly target: DeployTarget;
  readonly whenChecked?: WhenChecked | undefined;
}

interface BuildOptions extends Omit<PublishOptions, 'target' | 'whenChecked'> {
  /** The folder that is served. */
  readonly outDir: string;
  /** Called when no other build into that folder runs any more. */
  readonly whenBegun?: () => void;
}

export interface BuildResult {
  readonly prepared: PreparedContent;
  /** HTML pages of the site. */
  readonly pages: number;
  /** True if the live site stays, since nothing has changed. */
  readonly isUnchanged: boolean;
  /** Wall time, ms. */
  readonly duration: number;
}

/**
 * Builds the configured content into the folder `outDir`; otherwise like `publish`. Where another process builds into the
 * same folder, it waits for that: it takes over files of the site that is live when it begins.
 */
export async function build({ outDir, whenBegun, ...options }: BuildOptions): Promise<BuildResult> {
  await refusePublicFolder(outDir, options.config);
  return withFolderLock(outDir, options.progress, async () => {
    whenBegun?.();
    return withPublishStatus({ config: options.config, folder: path.resolve(outDir) }, async (whenChecked) =>
      publish({ ...options, target: await openFolderTarget(outDir), whenChecked }),
    );
  });
}

/**
 * Builds the configured content and publishes it to a deploy target. Rejects with an error that says what to do; the
 * live site is then unchanged. If the process is told to end, it cleans up first: either the previous or the new site
 * is live.
 */
export async function publish(options: PublishOptions): Promise<BuildResult> {
  const { config, target, whenChecked, shards = [] } = options;
  const redact = createRedactor(config.secrets);
  const progress: Progress = (line) => options.progress(redact(line));
  const started = performance.now();
  const workspace = await openBuildWorkspace(target, progress);
  const stopping = new AbortController();
  const refused = (content: PreparedContent, error: unknown) => {
    whenChecked?.(content);
    return saveFailureReport(content, target.before, error);
  };
  const code = hashCode();
  // The code is bundled while the content is read.
  const bundle = openBundle({ config, code, work: workspace.folder, signal: stopping.signal });
  try {
    assertAfterRelease(config, config.site.now ?? Date.now());
    const prepared = await prepareContent(config, progress, refused);
    whenChecked?.(prepared);
    try {
      const version = publishVersion(code, config, prepared.content);
      const publicHashes = await hashPublicFiles(prepared.publicFiles);
      const input = inputVersion(prepared, publicHashes);
      // Before anything is made: they may be of another version.
      const shardPages = openShards(shards, version);
      const last = await openLastPublish(target, version, progress);
      for (const warning of last?.warnings ?? []) progress(formatWarning(warning));
      const isUnchanged = last?.isCurrent(input) === true;
      let pages = last?.pageCount() ?? 0;
      if (isUnchanged) {
        last.saveMarks();
        progress('Nothing has changed since the last publish. The live site stays as it is.');
      } else {
        const made = { config, prepared, workspace, code, version, bundle, last, shardPages, progress };
        pages = await publishPrepared({ ...made, target, publicHashes, input });
      }
      return { prepared, pages, isUnchanged, duration: performance.now() - started };
    } catch (error) {
      await refused(prepared, error);
      throw error;
    } finally {
      prepared.making.stop();
    }
  } finally {
    stopping.abort();
    await bundle.catch(() => undefined);
    workspace.close();
  }
}

const formatWarning = (warning: string) => `WARNING: ${warning}`;

interface PreparedOptions extends MakeOptions {
  readonly target: DeployTarget;
  readonly publicHashes: PublicHashes;
  /** Identifies what the site is made from. */
  readonly input: string;
}

/** Builds the site and publishes it. Resolves to its number of pages. */
async function publishPrepared(options: PreparedOptions): Promise<number> {
  const { config, target, prepared, publicHashes, input, workspace, version, last, progress } = options;
  const { secrets, forms } = config;
  const { url: siteUrl, storesPages } = config.site;
  const { before } = target;
  const { content, site } = prepared;
  const { staging } = workspace;
  // Before what is lost: at a wrong time opportunities are missing that are posted on a future day.
  const clock = checkClock({ config, machine: Date.now(), prepared, before });
  assertSourceIntended(before, prepared, config);
  assertNoContentLoss(before, prepared);
  assertForms(site, forms);
  for (const warning of clock) progress(formatWarning(warning));
  assertNoSecretInContent(prepared, secrets);
  await writeSnapshot(workspace.snapshot, content);
  progress('Rendering pages');
  const files = createSiteFiles({ folder: staging, siteUrl, secrets, last });
  const { index, undrawable } = await makeSite(options, files);
  const notices = [...clock, ...undrawable, ...(last?.warnings ?? [])];
  const report = buildContentReport(prepared, {
    verdict: { outcome: 'published' },
    before,
    editor: localEditorUrl,
    notices,
  });
  await publishFiles({
    files: prepared.publicFiles,
    hashes: publicHashes,
    outDir: staging,
    site: files,
    secrets,
  });
  const entryAddresses = collectEntryAddresses(content, site);
  const known = siteRedirects(site);
  const taken = new Set([...files.pagePaths, ...known.map(({ from }) => from)]);
  const redirects = findAddressRedirects(before?.addresses ?? {}, entryAddresses, taken);
  // Once a day at most. A damaged site leaves the earlier release apart that is whole.
  const isApart = target.isApart && last?.damage.length === 0;
  if (isApart) progress('Copying unchanged files too, so that the new release shares none with earlier ones');
  if (last) await assembleSite({ home: target.home, workspace, last, kept: files.kept, isApart });
  // These show other files, so they come after them.
  await writeServiceWorker({ staging, locales: site.locales, enabled: storesPages });
  writeRedirectPages(files, [...known, ...redirects], siteUrl);
  writeHostFiles(files, site, redirects, siteUrl);
  await files.readOthers();
  progress('Verifying');
  const { pages, fixedPages, warnings } = await verifyBuiltSite({
    site,
    siteUrl,
    ownLinks: prepared.ownLinks,
    redirects,
    index,
    staging,
    built: files,
    fixedPages: before?.fixedPages ?? [],
    allowsMissingPages: prepared.tolerance.mayLack.has('addresses'),
  });
  const addresses = addFormerAddresses(entryAddresses, redirects);
  const saved = (manifest: string) => [
    ...createReportFiles(report, prepared),
    createPublishedNote(target.noteFile, prepared, { addresses, fixedPages, manifest }),
  ];
  const manifest = files.hashes;
  const manifestHash = await deploySite({ target, workspace, saved, hashes: manifest, last });
  progress('The new site is live');
  const hashed = last?.hashed ?? Date.now();
  const remembered = { version, manifest, manifestHash, input, hashed, pages: files.pages };
  rememberPublish({ target, ...remembered, progress });
  clearCache();
  // Repeated at the end, where people look.
  for (const line of [...formatRedirectNotices(redirects), ...warnings, ...notices.map(formatWarning)])
    progress(line);
  return pages;
}
