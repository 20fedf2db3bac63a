import { locales, type Locale } from '@/i18n/locales';
import { pathOf, type Route } from '@/i18n/routes';
import type { SitemapPage } from '@/share/sitemap';
import { getBrowse } from './browse';
import { getLocaleSite, getSite } from './site';

/** Every page of a language that search engines should list. Untranslated ones are listed in their own language only. */
export async function sitemapPages(locale: Locale): Promise<SitemapPage[]> {
  const site = await getSite();
  const own = await getLocaleSite(locale);
  const { facets } = await getBrowse(locale);
  const everywhere = (route: Route): SitemapPage => ({
    path: pathOf(locale, route),
    alternates: site.locales.map((other) => ({ locale: other, path: pathOf(other, route) })),
  });
  const entries = [
    ...own.opportunities,
    ...own.organizations,
    ...own.campaigns,
    ...own.stories,
    ...own.resources,
    ...own.pages,
  ]
    .filter(({ translated }) => translated)
    .map((view): SitemapPage => ({
      path: view.path,
      lastmod: view.shared.updated,
      alternates: locales.flatMap((other) => {
        const path = view.paths[other];
        return path !== undefined && view.translations.includes(other) ? [{ locale: other, path }] : [];
      }),
    }));
  return [
    everywhere({ to: 'home' }),
    ...(['opportunities', 'organizations', 'campaigns', 'stories', 'resources', 'search'] as const).map(
      (section) => everywhere({ to: 'section', section }),
    ),
    everywhere({ to: 'browse' }),
    ...facets.flatMap(({ facet, values }) =>
      values
        .filter(({ opportunities }) => opportunities.length > 0)
        .map(({ value }) => everywhere({ to: 'browse-value', facet, value })),
    ),
    ...entries,
  ];
}
