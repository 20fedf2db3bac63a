/** Checks a built site before it is published. */
import { isLocale } from '@/i18n/locales';
import type { OwnLink } from '@/site/prepare/review-texts';
import type { LocaleSite, Site } from '@/site/site';
import type { IndexReport } from '@/search/index/build-index';
import { findEmptySections, listFixedPages } from './entry-addresses';
import type { BuiltFiles } from '../build/site-files';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { OperatorError } from '@/model/operator-error';
import type { SearchEntry } from '@/search/entries/entries';
import type { DeadLink } from './verify-links';
import { embedPathOf } from '@/i18n/embed-files';
import { feedFormats } from '@/i18n/feed-files';
import { feedPathOf, pathOf } from '@/i18n/routes';
import { pagesByKind } from '@/site/page-paths';
import { entriesFile } from '@/search/page/search-paths';
import { siteContexts } from '@/views/frame/context';
import { sitePictures } from '@/views/share/site-pictures';
import { formatCount } from '@/model/format-count';

/** Advice if the program is at fault. */
const defectHint = 'Nothing was published. Build again. If it happens again, it’s a bug: please report it.';

export interface VerifyOptions {
  readonly site: Site;
  /** The address of the site. */
  readonly siteUrl: string;
  /** Links within the site that editors wrote. */
  readonly ownLinks: readonly OwnLink[];
  /** From former addresses of entries. */
  readonly redirects: readonly { readonly from: string }[];
  readonly index: IndexReport;
  /** The folder with the built site. */
  readonly staging: string;
  /** Has read every file of it. */
  readonly built: Pick<BuiltFiles, 'hashes' | 'pagePaths' | 'findDead'>;
  /** Pages of the previous site that don't depend on entries. */
  readonly fixedPages: readonly string[];
  /** True if the operator allows these to disappear. */
  readonly allowsMissingPages: boolean;
}

/**
 * Checks that every entry has its page in every language, every language its feeds, the index every opportunity and
 * the search every other entry; that no page of the previous site is missing, and no link within the site is dead. Rejects
 * with an `OperatorError`. Resolves to the number of pages, to those that don't depend on entries, and to warnings
 * for editors, as lines.
 */
export async function verifyBuiltSite(verification: VerifyOptions) {
  const { site, siteUrl, built } = verification;
  const files: ReadonlySet<string> = new Set(built.hashes.keys());
  assertComplete(site, siteUrl, files);
  await assertSearchable(verification);
  const fixedPages = listFixedPages(site, built.pagePaths, verification.redirects);
  assertNoneLost(verification, files);
  const warnings = checkOwnLinks(built.findDead(), verification);
  return { pages: built.pagePaths.length, fixedPages, warnings };
}

function assertComplete(site: Site, siteUrl: string, files: ReadonlySet<string>): void {
  const missing = listExpectedFiles(site, new URL(siteUrl)).filter((expected) => !files.has(expected));
  if (missing.length === 0) return;
  throw new OperatorError(
    `The built site lacks ${formatCount(missing.length, 'file')}, the first ${missing[0]}. ${defectHint}`,
  );
}

async function assertSearchable({ site, index, staging }: VerifyOptions): Promise<void> {
  for (const [locale, own] of site.byLocale) {
    const { opportunities } = own;
    const indexed = index.languages.find((language) => language.locale === locale)?.documents ?? 0;
    if (indexed !== opportunities.length) {
      throw new OperatorError(
        `The search index in ${locale} has ${indexed} opportunities, and the site has ${opportunities.length}. ${defectHint}`,
      );
    }
    const [lost] = await findMissingEntries(own, staging);
    if (lost !== undefined) throw new OperatorError(`The search in ${locale} lacks ${lost}. ${defectHint}`);
  }
}

/**
 * Returns the paths of a language's entries, opportunities excepted, that the search file lacks. Rejects if the file
 * is missing.
 */
export async function findMissingEntries(site: LocaleSite, staging: string): Promise<string[]> {
  const file = await readFile(path.join(staging, entriesFile(site.locale)), 'utf8');
  const found = new Set((JSON.parse(file) as SearchEntry[]).map((entry) => entry.path));
  const { organizations, campaigns, stories, resources, pages } = site;
  return [...organizations, ...campaigns, ...stories, ...resources, ...pages]
    .map((view) => view.path)
    .filter((own) => !found.has(own));
}

/** Missing languages and types have been allowed before. */
function assertNoneLost(
  { site, fixedPages, allowsMissingPages }: VerifyOptions,
  files: ReadonlySet<string>,
): void {
  const empty = findEmptySections(site);
  const isGone = (page: string) => {
    const folder = page.split('/')[1] ?? '';
    return isLocale(folder) && !site.byLocale.has(folder);
  };
  const lost = fixedPages.filter(
    (page) => !files.has(`${page}index.html`) && !isGone(page) && !empty.has(page),
  );
  if (lost.length === 0 || allowsMissingPages) return;
  throw new OperatorError(
    `The new site lacks ${formatCount(lost.length, 'page')} of the previous one, though no entry explains it, the first ${lost[0]}. ` +
      'Nothing was published. If that’s intended, as with a newer version of the program, build once with CONTENT_MAY_LACK=addresses.',
  );
}

/**
 * Returns warnings about dead links that editors wrote, each once. Any other dead link is a defect: throws an
 * `OperatorError`.
 */
function checkOwnLinks(dead: readonly DeadLink[], { ownLinks, siteUrl }: VerifyOptions): string[] {
  if (dead.length === 0) return [];
  // Compares both as browsers resolve them.
  const absolute = (address: string, page = '/') => URL.parse(address, siteUrl + encodeURI(page))?.href;
  const written = Map.groupBy(ownLinks, ({ href }) => absolute(href));
  const ours = dead.filter(({ address, page }) => !written.has(absolute(address, page)));
  const [first] = ours;
  if (first) {
    throw new OperatorError(
      `The site has ${formatCount(ours.length, 'link that leads', 'links that lead')} nowhere, the first on ${first.page} to ${first.address}. ${defectHint}`,
    );
  }
  const found = new Set(dead.map(({ address, page }) => absolute(address, page)));
  return [...written].flatMap(([address, links]) => (found.has(address) ? links.map(deadLinkWarning) : []));
}

function deadLinkWarning({ where, locale, field, href }: OwnLink): string {
  const place = [where, [locale, field].filter(Boolean).join('.')].join(' · ');
  return `  ${place}: has a link to “${href}”, where the built site has no such file or part of a page — Copy the address from the page that you mean, from the first slash on.`;
}

/**
 * Returns the files that a site must have whatever links to them: all pages, what the search loads, and the pictures and embeds
 * that others show. Where records and calendars of entries are missing, links to them are dead.
 */
function listExpectedFiles(site: Site, siteUrl: URL): string[] {
  const perLocale = [...site.byLocale].flatMap(([locale, own]) => {
    const open = pathOf(locale, { to: 'section', section: 'opportunities' });
    const organizations = new Set(own.opportunities.map(({ organization }) => organization.path));
    const embedded = [open, ...organizations, ...own.campaigns.map(({ path }) => path)].map(embedPathOf);
    return [
      ...[...pagesByKind(own).values(), embedded].flat().map((page) => `${page}index.html`),
      `/${entriesFile(locale)}`,
      ...feedFormats.map((format) => feedPathOf(locale, { to: 'section', section: 'opportunities' }, format)),
    ];
  });
  const pictures = siteContexts(site, siteUrl).flatMap(sitePictures);
  return [...perLocale, ...pictures.map(({ path }) => path)];
}
