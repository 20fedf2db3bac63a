/** Checks a built site before it is published. */
import { isLocale } from '@/i18n/locales';
import type { OwnLink } from '@/site/prepare/review-texts';
import type { Site } from '@/site/site';
import type { IndexReport } from '@/search/index/build-index';
import { emptySections, standingPages } from './addresses';
import { expectedFiles } from './expected-files';
import { filesIn, type SiteReader } from '../build/read-site';
import { missingEntries } from './verify-entries';
import { defect, VerifyError } from './verify-error';
import type { DeadLink } from './verify-links';
import { weighPages } from './verify-weight';

export interface Verification {
  readonly site: Site;
  /** Where the site will be. */
  readonly siteUrl: string;
  /** Links within the site that editors wrote. */
  readonly ownLinks: readonly OwnLink[];
  readonly index: IndexReport;
  /** The folder with the built site. */
  readonly staging: string;
  /** May have read some of it while it was made. */
  readonly reader: SiteReader;
  /** The pages that the previous site had whatever its entries were. */
  readonly standing: readonly string[];
  /** True where the operator says that these may go. */
  readonly mayMove: boolean;
}

/** What was found right. */
export interface VerifiedSite {
  /** HTML pages. */
  readonly pages: number;
  /** Those that stand whatever the entries are. */
  readonly standing: readonly string[];
  /** What editors should know, as lines. */
  readonly warnings: readonly string[];
}

/**
 * Checks that every entry has its page in every language, every language its feeds; that the index has every
 * opportunity and the search every other entry; that no page is lost that the previous site had, no link within the site
 * leads nowhere, no script weighs too much, and no secret stands in a file. Rejects with a `VerifyError`.
 */
export async function verify(verification: Verification): Promise<VerifiedSite> {
  const { site, staging, reader } = verification;
  const files = filesIn(staging);
  assertComplete(site, files);
  await assertSearchable(verification);
  const standing = standingPages(site, files);
  assertNoneLost(verification, files);
  const { sizes, dead } = await reader.read(staging, files);
  const unlinked = deadOwnLinks(dead, verification);
  const weighed = await weighPages({ site, staging, sizes });
  return { pages: sizes.size, standing, warnings: [...unlinked, ...weighed] };
}

function assertComplete(site: Site, files: ReadonlySet<string>): void {
  const missing = expectedFiles(site).filter((expected) => !files.has(expected));
  if (missing.length === 0) return;
  throw new VerifyError(
    `${missing.length} files are missing from the built site, the first ${missing[0]}. ${defect}`,
  );
}

async function assertSearchable({ site, index, staging }: Verification): Promise<void> {
  for (const [locale, own] of site.byLocale) {
    const { opportunities } = own;
    const indexed = index.languages.find((language) => language.locale === locale)?.documents ?? 0;
    if (indexed !== opportunities.length) {
      throw new VerifyError(
        `The search index in ${locale} has ${indexed} opportunities, and the site has ${opportunities.length}. ${defect}`,
      );
    }
    const [lost] = await missingEntries(own, staging);
    if (lost !== undefined) throw new VerifyError(`The search in ${locale} lacks ${lost}. ${defect}`);
  }
}

/** Languages and types that are gone were confirmed before. */
function assertNoneLost({ site, standing, mayMove }: Verification, files: ReadonlySet<string>): void {
  const empty = emptySections(site);
  const isGone = (page: string) => {
    const folder = page.split('/')[1] ?? '';
    return isLocale(folder) && !site.byLocale.has(folder);
  };
  const lost = standing.filter(
    (page) => !files.has(`${page}index.html`) && !isGone(page) && !empty.has(page),
  );
  if (lost.length === 0 || mayMove) return;
  throw new VerifyError(
    `${lost.length} pages of the previous site are not in the new one, though no entry explains it, the first ${lost[0]}. ` +
      'Nothing was published. Where that is meant, as with a newer version of the program, build once with CONTENT_MAY_LACK=addresses.',
  );
}

/**
 * Warnings of links that editors wrote to files and anchors that the built site doesn’t have, each once. Any other dead
 * link is a defect of ours: throws a `VerifyError`.
 */
function deadOwnLinks(dead: readonly DeadLink[], { ownLinks, siteUrl }: Verification): string[] {
  if (dead.length === 0) return [];
  // Both as browsers read them, however they were written.
  const absolute = (address: string, page = '/') => URL.parse(address, siteUrl + encodeURI(page))?.href;
  const written = Map.groupBy(ownLinks, ({ href }) => absolute(href));
  const ours = dead.filter(({ address, page }) => !written.has(absolute(address, page)));
  const [first] = ours;
  if (first) {
    throw new VerifyError(
      `${ours.length} links within the site lead nowhere, the first on ${first.page} to ${first.address}. ${defect}`,
    );
  }
  const found = new Set(dead.map(({ address, page }) => absolute(address, page)));
  return [...written].flatMap(([address, links]) => (found.has(address) ? links.map(deadLinkWarning) : []));
}

function deadLinkWarning({ where, locale, field, href }: OwnLink): string {
  const place = [where, [locale, field].filter(Boolean).join('.')].join(' · ');
  return `  ${place}: has a link to “${href}”, where the built site has no such file or part of a page — Copy the address from the page that you mean, from the first slash on.`;
}
