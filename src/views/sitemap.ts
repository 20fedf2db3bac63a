/** Every page that search engines should list. */
import { locales as allLocales, type Locale } from '@/i18n/locales';
import { pathOf, type Route } from '@/i18n/routes';
import { kinds, type KindPage } from '@/site/page-kinds';
import { newestUpdate } from '@/site/lists/newest-update';
import { cacheByObject } from '@/model/cache-by-object';
import { entriesWithPages, type LocaleSite, type Site } from '@/site/site';
import type { SiteContext } from './frame/context';

/** A page to be listed. */
interface SitemapPage {
  /** Path from the root. */
  readonly path: string;
  /** The day on which its content last changed, `YYYY-MM-DD`. */
  readonly lastmod?: string | undefined;
  /**
   * The same page in each language that it is really translated into, itself included; beside the home pages the bare
   * address, `x-default`.
   */
  readonly alternates?: readonly { readonly hreflang: string; readonly path: string }[] | undefined;
}

export interface SitemapView {
  /** The absolute address of the site. */
  readonly siteUrl: string;
  readonly pages: readonly SitemapPage[];
}

/** The list of sitemaps. */
export interface SitemapIndexView {
  /** The absolute address of the site. */
  readonly siteUrl: string;
  readonly locales: readonly Locale[];
}

interface ListPage {
  readonly route: Route;
  readonly lastmod: string | undefined;
}

/** Empty browse lists are kept from search engines (`noindex`). */
const isEmptyList = ({ route, shows }: KindPage) => route.to.startsWith('browse-') && shows?.length === 0;

/** Pages that aren't an entry's. */
const listPagesOf = cacheByObject((own: LocaleSite): ListPage[] =>
  Object.values(kinds)
    .filter(({ inSitemap }) => inSitemap)
    .flatMap(({ pages }) => pages(own) as readonly KindPage[])
    .filter((page) => page.route.to !== 'entry' && !isEmptyList(page))
    .map(({ route, shows = [] }) => ({ route, lastmod: newestUpdate(shows) })),
);

/** Alternates of a list are those that are there: it may be shorter, or empty, in another language. */
function lists(site: SiteContext['site'], own: LocaleSite): SitemapPage[] {
  const others = [...site.byLocale].map(([locale, other]) => ({
    locale,
    paths: new Set(listPagesOf(other).map(({ route }) => pathOf(locale, route))),
  }));
  return listPagesOf(own).map(({ route, lastmod }) => ({
    path: pathOf(own.locale, route),
    lastmod,
    alternates: [
      ...others.flatMap(({ locale, paths }) => {
        const path = pathOf(locale, route);
        return paths.has(path) ? [{ hreflang: locale, path }] : [];
      }),
      ...(route.to === 'home' ? [{ hreflang: 'x-default', path: '/' }] : []),
    ],
  }));
}

/** The sitemap of a language. Untranslated pages are listed in their own language only. */
export function sitemapView({ site, own, siteUrl }: SiteContext): SitemapView {
  const entries = entriesWithPages(own)
    .filter(({ translated }) => translated)
    .map((view): SitemapPage => ({
      path: view.path,
      lastmod: view.shared.updated,
      alternates: allLocales.flatMap((locale) => {
        const path = view.paths[locale];
        return path !== undefined && view.translations.includes(locale) ? [{ hreflang: locale, path }] : [];
      }),
    }));
  return { siteUrl: siteUrl.href, pages: [...lists(site, own), ...entries] };
}

/** The list of sitemaps, one a language. */
export function sitemapIndexView({ locales }: Pick<Site, 'locales'>, siteUrl: URL): SitemapIndexView {
  return { siteUrl: siteUrl.href, locales };
}
