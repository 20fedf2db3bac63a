/** Files for static hosts: `_headers` and `_redirects`, as Netlify and Cloudflare Pages read them. */
import { copyFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathOf } from '@/i18n/routes';
import { redirectsOf } from '@/site/redirects';
import type { Site } from '@/site/site';
import type { MovedAddresses } from '../targets/moved';
import {
  cacheControl,
  commonHeaders,
  folderHeaders,
  immutableFolders,
  onlyHttps,
  type HeaderValues,
} from './site-headers';

export interface HostOptions {
  readonly site: Pick<Site, 'byLocale' | 'locales'>;
  readonly moved: readonly MovedAddresses[];
  /** The folder with the built site. */
  readonly staging: string;
  /** The absolute address of the site. */
  readonly siteUrl: string;
}

/** A rule of `_headers`. `replaced` names headers of an earlier rule that this one has other values for. */
const rule = (pattern: string, headers: HeaderValues, replaced: readonly string[] = []) =>
  [
    pattern,
    ...replaced.map((name) => `  ! ${name}`),
    ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`),
  ].join('\n');

/**
 * The rules of a general pattern stand above those of its folders. Cloudflare joins the values that two rules have for a
 * file, unless the later rule takes the earlier value away first (`! Name`); Netlify takes the later value, and ignores
 * such a line. Neither knows rules by status, so an error below an immutable folder is kept as its files are. Files
 * without `Cache-Control` are checked for changes each time at both hosts.
 * https://developers.cloudflare.com/pages/configuration/headers/ https://docs.netlify.com/routing/headers/
 */
export function headersFile(siteUrl: string): string {
  const https = siteUrl.startsWith('https:') ? onlyHttps : {};
  const replaced = (headers: HeaderValues) => Object.keys(headers).filter((name) => name in commonHeaders);
  return `${[
    rule('/*', { ...commonHeaders, ...https }),
    ...Object.entries(folderHeaders).map(([folder, headers]) =>
      rule(`${folder}*`, headers, replaced(headers)),
    ),
    ...immutableFolders.map((folder) => rule(`${folder}*`, { 'Cache-Control': cacheControl.immutable })),
  ].join('\n\n')}\n`;
}

/** So many rules Cloudflare Pages takes; the small pages at these addresses lead on without one. */
const mostRules = 2000;

/**
 * Short addresses lead on for now, since another campaign may have them later; former ones for good. A page of its own
 * language for an address that isn’t there: by a rule at Netlify, by the name of the file at Cloudflare, which ignores
 * the rule.
 */
export function redirectsFile({ site, moved }: Pick<HostOptions, 'site' | 'moved'>): string {
  const made = [...site.byLocale.values()].flatMap((own) => redirectsOf(own).made);
  const short = made.filter(({ field }) => !field.startsWith('formerSlugs'));
  const former = [...made.filter(({ field }) => field.startsWith('formerSlugs')), ...moved];
  const line = ({ from, to }: { readonly from: string; readonly to: string }, status: number) =>
    `${encodeURI(from)} ${encodeURI(to)} ${status}`;
  const rules = [
    ...short.map((redirect) => line(redirect, 302)),
    ...former.map((redirect) => line(redirect, 301)),
  ].slice(0, mostRules);
  const notFound = site.locales.map((locale) => `/${locale}/* /${locale}/404.html 404`);
  return `${[...rules, ...notFound].join('\n')}\n`;
}

/** Writes them, and for each language its page for addresses that aren’t there under the name that hosts look for. */
export async function writeHostFiles({ site, moved, staging, siteUrl }: HostOptions): Promise<void> {
  await writeFile(path.join(staging, '_headers'), headersFile(siteUrl));
  await writeFile(path.join(staging, '_redirects'), redirectsFile({ site, moved }));
  for (const locale of site.locales) {
    const page = path.join(staging, pathOf(locale, { to: 'not-found' }), 'index.html');
    await copyFile(page, path.join(staging, locale, '404.html'));
  }
}
