/**
 * Builds and publishes a site: read, validate, render, index, verify, replace. A failure leaves the live site as it
 * is.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { clearCache } from '@/cache/cached';
import type { Config } from '@/config/config';
import { buildRenderEnvironment } from '@/config/render-config';
import { createRedactor } from '@/config/secrets';
import { formatCount } from '@/model/format-count';
import { OperatorError } from '@/model/operator-error';
import { prepareContent, type PreparedContent } from '@/site/prepare/prepare';
import { writeSnapshot } from '@/site/prepare/snapshot';
import { isWithin } from '@/sources/files/public-files';
import type { Progress } from '@/sources/source';
import { collectEntryAddresses } from '../verify/entry-addresses';
import { runConcurrently } from './run-concurrently';
import { deploySite } from '../targets/deploy-site';
import { assertAfterRelease, checkClock } from '../check-clock';
import { assertForms } from '../files/assert-forms';
import { writeHostFiles } from '../hosts/host-files';
import { describeDifferences } from '../targets/manifest';
import {
  findAddressRedirects,
  formatRedirectNotices,
  addFormerAddresses,
  removeEntryAddresses,
  writeRedirectPages,
} from '../targets/address-redirects';
import { openFolderTarget, resolveTarget, withFolderLock, type DeployTarget } from '../targets/deploy-target';
import { createPublishedNote } from '../targets/published-site';
import { createSiteFiles, type BuiltFiles } from './site-files';
import { hashCode, openBundle, type Bundle } from '../pages/bundle';
import { renderPages } from '../pages/render-pages';
import { inTurns, listFiles } from '../files/write-files';
import { buildContentReport } from '@/report/content-report';
import { localEditorUrl, createReportFiles, saveFailureReport } from '../report';
import { hashPublicFiles, publishFiles, type PublicHashes } from '../files/public-files';
import { writeServiceWorker } from '../files/service-worker';
import { assertNoContentLoss, assertSourceIntended } from '../verify/content-loss';
import { verifyBuiltSite } from '../verify/verify';
import { assertNoSecretInContent } from '../verify/verify-secrets';
import { openLastPublish, rememberPublish, type LastPublish } from '../incremental/last-publish';
import { inputVersion, publishVersion } from '../incremental/publish-version';
import { assembleSite } from '../incremental/spare-site';
import { openShards, type ShardPages } from '../shards/shard';
import { withPublishStatus, type WhenChecked } from '../status/with-status';
import { openBuildWorkspace } from './build-workspace';
import { writeUnrenderedFiles, type UnrenderedOptions } from './write-unrendered';

export interface PublishOptions {
  readonly config: Config;
  readonly progress: Progress;
  /** Folders of shards, whose pages are taken where they would be rendered the same; none by default. */
  readonly shards?: readonly string[];
  readonly target: DeployTarget;
  readonly whenChecked?: WhenChecked | undefined;
}

export interface BuildOptions extends Omit<PublishOptions, 'target' | 'whenChecked'> {
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
    const publicDir = await resolveTarget(config.public.dir);
    if (isWithin(target.home, publicDir))
      throw new OperatorError(
        `${target.home} is in ${publicDir} (PUBLIC_DIR), where every file is published. Give a folder of its own, such as dist.`,
      );
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
      for (const line of describeDamage(last)) progress(formatWarning(line));
      if (last?.isCurrent(input)) {
        last.saveMarks();
        progress('Nothing has changed since the last publish. The live site stays as it is.');
        const duration = performance.now() - started;
        return { prepared, pages: last.pageCount(), isUnchanged: true, duration };
      }
      const made = { prepared, publicHashes, input, workspace, bundle, code, version, last, shardPages };
      const pages = await publishPrepared({ ...options, ...made, progress });
      return { prepared, pages, isUnchanged: false, duration: performance.now() - started };
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

/** Describes files of the live site that changed since they were published. */
function describeDamage(last: LastPublish | undefined): string[] {
  if (!last || last.damage.length === 0) return [];
  return [
    `The live site was damaged in ${describeDifferences(last.damage)}. This publish makes ${last.damage.length === 1 ? 'it' : 'them'} again. ` +
      `Find out what else writes to ${last.folder}, and check the disk. Earlier releases may have the same damage: publish:local with --check tells which are whole.`,
  ];
}

interface PreparedOptions extends Omit<PublishOptions, 'shards'>, UnrenderedOptions {
  readonly publicHashes: PublicHashes;
  /** Identifies what the site is made from. */
  readonly input: string;
  readonly bundle: Promise<Bundle>;
  /** The last publish, whose files are taken over where they would be the same; undefined if everything is made. */
  readonly last: LastPublish | undefined;
  readonly shardPages: ShardPages;
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
  const damage = describeDamage(last);
  assertNoSecretInContent(prepared, secrets);
  await writeSnapshot(workspace.snapshot, content);
  progress('Rendering pages');
  const files = createSiteFiles({ folder: staging, siteUrl, secrets, last });
  const [, { index, undrawable, report }] = await runConcurrently(
    (signal) => renderSite(options, files, signal),
    async (signal) => {
      const { index, undrawable } = await writeUnrenderedFiles(options, files, signal);
      const report = buildContentReport(prepared, {
        verdict: { outcome: 'published' },
        before,
        editor: localEditorUrl,
        notices: [...clock, ...undrawable, ...damage],
      });
      return { index, undrawable, report };
    },
  );
  await publishFiles({
    files: prepared.publicFiles,
    hashes: publicHashes,
    outDir: staging,
    site: files,
    secrets,
  });
  const entryAddresses = collectEntryAddresses(content, site);
  const redirects = findAddressRedirects(before?.addresses ?? {}, entryAddresses, files.hashes());
  // Once a day at most. A damaged site leaves the earlier release apart that is whole.
  const isApart = target.isApart && last?.damage.length === 0;
  if (isApart) progress('Copying unchanged files too, so that the new release shares none with earlier ones');
  if (last) await assembleSite({ home: target.home, workspace, last, kept: files.kept, isApart });
  // These show other files, so they come after them.
  await writeServiceWorker({ staging, locales: site.locales, enabled: storesPages });
  await writeRedirectPages(redirects, { staging, siteUrl });
  await writeHostFiles({ site, redirects, staging, siteUrl });
  await files.readOthers();
  progress('Verifying');
  const { pages, fixedPages, warnings } = await verifyBuiltSite({
    site,
    siteUrl,
    ownLinks: prepared.ownLinks,
    index,
    staging,
    built: files,
    fixedPages: before ? removeEntryAddresses(before.fixedPages, before.addresses) : [],
    allowsMissingPages: prepared.tolerance.mayLack.has('addresses'),
  });
  const addresses = addFormerAddresses(entryAddresses, redirects);
  const known = { addresses, fixedPages: removeEntryAddresses(fixedPages, addresses) };
  const saved = (manifest: string) => [
    ...createReportFiles(report, prepared),
    createPublishedNote(target.noteFile, prepared, { ...known, manifest }),
  ];
  const deployed = await deploySite({
    target,
    workspace,
    saved,
    hashes: files.hashes(),
    last,
  });
  progress('The new site is live');
  const hashed = last?.hashed ?? Date.now();
  rememberPublish({ target, version, ...deployed, input, hashed, pages: files.pages(), progress });
  clearCache();
  // Repeated at the end, where people look.
  for (const line of [
    ...formatRedirectNotices(redirects),
    ...warnings,
    ...[...clock, ...undrawable, ...damage].map(formatWarning),
  ])
    progress(line);
  return pages;
}

/** From this number of entries on, two processes render. */
const manyEntries = 400;

/** Renders the pages, and reads what browsers load with them. */
async function renderSite(
  { config, prepared, workspace, bundle, last, shardPages, progress }: PreparedOptions,
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
  const inShards = unchanged.filter((file) => shardPages.keys.has(file));
  const stay = unchanged.filter((file) => !shardPages.keys.has(file));
  files.keepPages(stay);
  files.addPages(await shardPages.take(inShards, staging));
  const rendered = `  ${pages} pages were rendered`;
  if (shardPages.count > 0)
    progress(`${rendered}, and ${inShards.length} taken from ${formatCount(shardPages.count, 'shard')}`);
  else if (last) progress(`${rendered}, and ${stay.length} stay as they are`);
}
