/** Runs all checks of a deployed copy. */
import type { CheckResult } from './check-result';
import { crawlSite } from './crawl-site';
import { requestPath, type VerifyContext } from './context';
import { checkFeeds } from './feeds-check';
import { checkForms } from './forms-check';
import { checkHeaders, checkTransport } from './response-check';
import { checkFreshness, checkManifest } from './build-check';
import { compareContent, type ReadVersions } from './content-check';
import { createPolicyCheck } from './policy-check';
import { checkSearchFiles } from './search-check';

export interface SiteCheckOptions {
  /** The most pages that are read. */
  readonly pages: number;
  /** A file of hashes in the format of `sha256sum`. */
  readonly manifest?: string | undefined;
  /** Reads the content that the site should show. */
  readonly readVersions: ReadVersions;
}

/** Resolves to the result of each check. Rejects with an `UnreachableError` if nothing answers at all. */
export async function verifySite(
  context: VerifyContext,
  { pages, manifest, readVersions }: SiteCheckOptions,
): Promise<CheckResult[]> {
  const { progress } = context;
  await requestPath(context, '/');
  progress('Reading pages');
  const policies = createPolicyCheck();
  const { samples, result: links } = await crawlSite(context, { pages, onPage: policies.add });
  progress('Checking headers, feeds, search and forms');
  const results = [
    await checkTransport(context, samples),
    await checkHeaders(context, samples),
    policies.result(),
    links,
    await checkFeeds(context, samples),
    await checkSearchFiles(context),
    await checkForms(context),
    await checkFreshness(context),
    await compareContent(context, readVersions),
  ];
  if (manifest === undefined) return results;
  progress('Comparing files');
  return [...results, await checkManifest(context, manifest)];
}
