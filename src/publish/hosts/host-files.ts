/** Files for static hosts: `_headers` and `_redirects`, as Netlify and Cloudflare Pages read them. */
import { pathOf } from '@/i18n/routes';
import { siteRedirects } from '@/site/addresses/redirects';
import type { Site } from '@/site/site';
import type { BuiltFiles } from '../build/site-files';
import type { AddressRedirect } from '../targets/address-redirects';
import {
  cacheControl,
  commonHeaders,
  immutableFolders,
  httpsHeaders,
  placeHeaders,
  type HeaderValues,
} from './site-headers';

type Languages = Pick<Site, 'byLocale' | 'locales'>;

/** A rule of `_headers`. `replaced` lists headers of an earlier rule that this one changes. */
const formatRule = (pattern: string, headers: HeaderValues, replaced: readonly string[] = []) =>
  [
    pattern,
    ...replaced.map((name) => `  ! ${name}`),
    ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`),
  ].join('\n');

/**
 * Formats `_headers`. The rules of a general pattern come before those of its places. Cloudflare joins the values of
 * two rules unless the later one first removes the earlier value (`! Name`); Netlify takes the later value and
 * ignores such a line. Neither has rules by status, so an error below an immutable folder is cached like its files.
 * Files without `Cache-Control` are checked for changes each time at both hosts.
 * https://developers.cloudflare.com/pages/configuration/headers/ https://docs.netlify.com/routing/headers/
 */
export function formatHeadersFile(siteUrl: string): string {
  const https = siteUrl.startsWith('https:') ? httpsHeaders : {};
  const replaced = (headers: HeaderValues) => Object.keys(headers).filter((name) => name in commonHeaders);
  return `${[
    formatRule('/*', { ...commonHeaders, ...https }),
    ...Object.entries(placeHeaders).map(([place, headers]) =>
      formatRule(place.endsWith('/') ? `${place}*` : place, headers, replaced(headers)),
    ),
    ...immutableFolders.map((folder) =>
      formatRule(`${folder}*`, { 'Cache-Control': cacheControl.immutable }),
    ),
  ].join('\n\n')}\n`;
}

/** The limit of Cloudflare Pages. The pages at the remaining addresses redirect without a rule. */
const maximumRules = 2000;

/**
 * Formats `_redirects`. Short addresses redirect temporarily, since another campaign may get them later; former ones
 * permanently. The 404 page of each language is chosen by a rule at Netlify, and by its file name at Cloudflare,
 * which ignores the rule.
 */
export function formatRedirectsFile(site: Languages, redirects: readonly AddressRedirect[]): string {
  const { former = [], short = [] } = Object.groupBy(siteRedirects(site), ({ field }) =>
    field.startsWith('formerSlugs') ? 'former' : 'short',
  );
  const formatRedirect = ({ from, to }: { readonly from: string; readonly to: string }, status: number) =>
    `${encodeURI(from)} ${encodeURI(to)} ${status}`;
  const rules = [
    ...short.map((redirect) => formatRedirect(redirect, 302)),
    ...[...former, ...redirects].map((redirect) => formatRedirect(redirect, 301)),
  ].slice(0, maximumRules);
  const notFound = site.locales.map((locale) => `/${locale}/* /${locale}/404.html 404`);
  return `${[...rules, ...notFound].join('\n')}\n`;
}

/** Writes both files, and the 404 page of each language under the name that hosts look for. */
export function writeHostFiles(
  files: Pick<BuiltFiles, 'read' | 'write'>,
  site: Languages,
  redirects: readonly AddressRedirect[],
  siteUrl: string,
): void {
  files.write('/_headers', formatHeadersFile(siteUrl));
  files.write('/_redirects', formatRedirectsFile(site, redirects));
  for (const locale of site.locales)
    files.write(`/${locale}/404.html`, files.read(`${pathOf(locale, { to: 'not-found' })}index.html`));
}
