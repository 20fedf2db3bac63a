/** Every page that search engines should list. */
import { locales as allLocales } from '@/i18n/locales';
import { pathOf } from '@/i18n/routes';
import { kinds, type KindPage } from '@/site/page-kinds';
import { cacheByObject } from '@/model/cache-by-object';
import { entriesWithPages, newestUpdate, type LocaleSite } from '@/site/site';
import type { SiteContext } from './frame/context';

/** Empty browse lists are kept from search engines (`noindex`). */
const isEmptyList = ({ route, shows }: KindPage) => route.to.startsWith('browse-') && shows?.length === 0;

/** Pages that aren't an entry's. */
const listPagesOf = cacheByObject((own: LocaleSite) =>
  Object.values(kinds)
    .flatMap(({ pages }) => pages(own) as readonly KindPage[])
    .filter((page) => page.route.to !== 'entry' && !isEmptyList(page))
    .flatMap(({ route, shows }) => (shows ? [{ route, lastmod: newestUpdate(shows) }] : [])),
);

/** Alternates of a list are those that are there: it may be shorter, or empty, in another language. */
function lists(site: SiteContext['site'], own: LocaleSite) {
  const others = [...site.byLocale].map(([locale, other]) => ({
    locale,
    paths: new Set(listPagesOf(other).map(({ route }) => pathOf(locale, route))),
  }));
  return listPagesOf(own).map(({ route, lastmod }) => ({
    /** From the root. */
    path: pathOf(own.locale, route),
    /** The day on which its content last changed, `YYYY-MM-DD`. */
    lastmod,
    /** The page in each language that it is really translated into; beside the home pages the bare address. */
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
export function sitemapView({ site, own, siteUrl }: SiteContext) {
  const entries = entriesWithPages(own)
    .filter(({ translated }) => translated)
    .map((view) => ({
      path: view.path,
      lastmod: view.shared.updated,
      alternates: allLocales.flatMap((locale) => {
        const path = view.paths[locale];
        return path !== undefined && view.translations.includes(locale) ? [{ hreflang: locale, path }] : [];
      }),
    }));
  return { siteUrl: siteUrl.href, pages: [...lists(site, own), ...entries] };
}
