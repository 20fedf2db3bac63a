import { locales, type Locale } from '@/i18n/locales';
import type { SitemapPage } from '@/share/sitemap';
import { getLocaleSite } from './site';
import { sitemapLists } from './sitemap-lists';

/** Every page of a language that search engines should list. Untranslated ones are listed in their own language only. */
export async function sitemapPages(locale: Locale): Promise<SitemapPage[]> {
  const own = await getLocaleSite(locale);
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
  return [...(await sitemapLists(locale)), ...entries];
}
