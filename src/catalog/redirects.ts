import type { Locale } from '@/i18n/locales';
import { pathOf, type PagedType } from '@/i18n/routes';
import type { LocaleSite } from '@/pipeline/site';
import { getSite } from './site';

/** An address that leads to another. */
export interface Redirect {
  readonly locale: Locale;
  readonly from: string;
  readonly to: string;
}

interface Moved {
  readonly type: string;
  readonly slug: string;
  readonly path: string;
  readonly texts: { readonly formerSlugs?: { readonly value: readonly string[] } | undefined };
}

/** Former addresses and campaigns' short ones. A live page always wins over a redirect; of two redirects the first. */
export function redirectsOf(site: LocaleSite): Redirect[] {
  const moved: readonly Moved[] = [
    ...site.opportunities,
    ...site.organizations,
    ...site.campaigns,
    ...site.stories,
    ...site.resources,
    ...site.pages,
  ];
  const taken = new Set(moved.map(({ path }) => path));
  const former = moved.flatMap(({ type, path, texts }) =>
    (texts.formerSlugs?.value ?? []).map((slug) => ({
      from: pathOf(site.locale, { to: 'entry', type: type as PagedType, slug }),
      to: path,
    })),
  );
  const short = site.campaigns.map(({ slug, path, texts }) => ({
    from: pathOf(site.locale, { to: 'campaign-short', slug: texts.shortSlug?.value ?? slug }),
    to: path,
  }));
  return [...former, ...short].flatMap(({ from, to }) => {
    if (taken.has(from)) return [];
    taken.add(from);
    return [{ locale: site.locale, from, to }];
  });
}

/** Static paths of the pages that lead on. */
export async function redirectPaths() {
  const { byLocale } = await getSite();
  return [...byLocale.values()].flatMap(redirectsOf).map(({ locale, from, to }) => ({
    params: { from: from.replaceAll(/^\/|\/$/g, '') },
    props: { locale, to },
  }));
}
