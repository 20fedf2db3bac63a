import { findRedirects } from '@/site/addresses/redirects';
import type { Redirect } from '@/site/addresses/redirects';
import { currentSite } from './current-site';

/** The props of a redirect page. */
export interface RedirectProps {
  readonly redirect: Redirect;
}

/** Returns the static paths of redirect pages, for former addresses and the short addresses of campaigns. */
export async function redirectPaths() {
  const { byLocale } = await currentSite();
  return [...byLocale.values()]
    .flatMap((site) => findRedirects(site).made)
    .map((redirect) => ({
      params: { from: redirect.from.replaceAll(/^\/|\/$/g, '') },
      props: { redirect },
    }));
}
