/** The pages that list entries, for the sitemap. */
import type { Locale } from '@/i18n/locales';
import { messageForms, pathOf, type Route } from '@/i18n/routes';
import type { SitemapPage } from '@/share/sitemap';
import { getBrowse } from './browse';
import { organizationsByName } from './organizations';
import { pageCount, slicePage } from './paths';
import { getLocaleSite, getSite } from './site';

/** What is listed, as far as it matters here. */
type Listed = { readonly shared: { readonly updated: string } };

/** A list, with the address of each of its pages; without `isPaged` it has one. */
interface List {
  readonly route: (page: number) => Route;
  readonly entries: readonly Listed[];
  readonly isPaged: boolean;
}

/** The newest day (`YYYY-MM-DD`) on which one of some entries changed; undefined for none. */
export function newestUpdate(entries: Iterable<Listed>): string | undefined {
  let newest: string | undefined;
  for (const { shared } of entries) {
    if (newest === undefined || shared.updated > newest) newest = shared.updated;
  }
  return newest;
}

async function listsOf(locale: Locale): Promise<List[]> {
  const { opportunities, organizations, campaigns, stories, resources, settings } =
    await getLocaleSite(locale);
  const { open, facets, taskLanguages } = await getBrowse(locale);
  const { named } = await organizationsByName(locale);
  const single = (route: Route, entries: readonly Listed[]): List => ({
    route: () => route,
    entries,
    isPaged: false,
  });
  const section = (name: 'campaigns' | 'stories' | 'resources' | 'search', entries: readonly Listed[]) =>
    single({ to: 'section', section: name }, entries);
  const paged = (route: List['route'], entries: readonly Listed[]): List => ({
    route,
    entries,
    isPaged: true,
  });
  return [
    single({ to: 'home' }, [...opportunities, ...organizations, ...campaigns, ...stories, ...resources]),
    paged((page) => ({ to: 'section', section: 'opportunities', page }), open),
    paged(
      (page) => ({ to: 'section', section: 'organizations', page }),
      named.map(({ organization }) => organization),
    ),
    section('campaigns', campaigns),
    section('stories', stories),
    section('resources', resources),
    section('search', open),
    single({ to: 'browse' }, open),
    // The settings hold the figures.
    ...(['impact', 'factSheet'] as const).map((name) =>
      single({ to: 'section', section: name }, [...organizations, ...(settings ? [settings] : [])]),
    ),
    ...messageForms.map((form) => single({ to: 'section', section: form }, settings ? [settings] : [])),
    single({ to: 'section', section: 'goals' }, open),
    single({ to: 'section', section: 'openData' }, [...open, ...organizations]),
    single({ to: 'section', section: 'embeds' }, open),
    // Empty ones are kept from search engines (`noindex`).
    ...facets.flatMap(({ facet, values }) =>
      values
        .filter((value) => value.opportunities.length > 0)
        .map(({ value, opportunities: found }) =>
          paged((page) => ({ to: 'browse-value', facet, value, page }), found),
        ),
    ),
    ...taskLanguages
      .filter((pair) => pair.opportunities.length > 0)
      .map(({ task, lang, opportunities: found }) =>
        paged((page) => ({ to: 'browse-task-lang', task, lang, page }), found),
      ),
  ];
}

interface ListPage {
  readonly route: Route;
  readonly lastmod: string | undefined;
}

async function makePages(locale: Locale): Promise<ListPage[]> {
  return (await listsOf(locale)).flatMap(({ route, entries, isPaged }) =>
    Array.from({ length: isPaged ? pageCount(entries.length) : 1 }, (_, index) => ({
      route: route(index + 1),
      lastmod: newestUpdate(isPaged ? slicePage(entries, index + 1) : entries),
    })),
  );
}

const memo = new Map<Locale, Promise<ListPage[]>>();

function pagesIn(locale: Locale): Promise<ListPage[]> {
  if (import.meta.env.DEV) return makePages(locale);
  const found = memo.get(locale) ?? makePages(locale);
  memo.set(locale, found);
  return found;
}

/**
 * Every page of every list of a language. It changed last when one of the entries on it did. Its alternates are those
 * that are there: a list may be shorter, or empty, in another language.
 */
export async function sitemapLists(locale: Locale): Promise<SitemapPage[]> {
  const { locales } = await getSite();
  const others = await Promise.all(
    locales.map(async (other) => {
      const pages = await pagesIn(other);
      return { locale: other, paths: new Set(pages.map(({ route }) => pathOf(other, route))) };
    }),
  );
  return (await pagesIn(locale)).map(({ route, lastmod }) => ({
    path: pathOf(locale, route),
    lastmod,
    alternates: others.flatMap(({ locale: other, paths }) => {
      const path = pathOf(other, route);
      return paths.has(path) ? [{ locale: other, path }] : [];
    }),
  }));
}
