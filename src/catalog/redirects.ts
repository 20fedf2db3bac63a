import { redirectsOf, shortPaths } from '@/site/redirects';
import type { LocaleSite, SiteEntry } from '@/site/site';
import { getSite } from './site';

/** Static paths of the pages that lead on from former addresses and campaigns' short ones. */
export async function redirectPaths() {
  const { byLocale } = await getSite();
  return [...byLocale.values()]
    .flatMap((site) => redirectsOf(site).made)
    .map(({ locale, from, to }) => ({
      params: { from: from.replaceAll(/^\/|\/$/g, '') },
      props: { locale, to },
    }));
}

/** The path by which a campaign is passed on: `/fr/c/une-langue/`. */
export function shortPathOf(site: LocaleSite, { id, path }: SiteEntry<'campaign'>): string {
  return shortPaths(site).get(id) ?? path;
}
