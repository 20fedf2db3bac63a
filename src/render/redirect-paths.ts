import { findRedirects } from '@/site/addresses/redirects';
import { currentSite } from './current-site';

/** Static paths of the pages that lead on from former addresses and campaigns' short ones. */
export async function redirectPaths() {
  const { byLocale } = await currentSite();
  return [...byLocale.values()]
    .flatMap((site) => findRedirects(site).made)
    .map(({ locale, from, to }) => ({
      params: { from: from.replaceAll(/^\/|\/$/g, '') },
      props: { locale, to },
    }));
}
