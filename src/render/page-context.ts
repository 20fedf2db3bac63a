/** What routes need: the paths of a kind of page, and what its views are made from. */
import { formOriginsOfSite } from '@/applications/transport/site-forms';
import { renderConfig } from '@/config/render';
import type { Locale } from '@/i18n/locales';
import { staticPaths } from '@/site/kind-paths';
import type { KindName } from '@/site/kinds';
import { cacheByObject } from '@/model/cache-by-object';
import type { Site } from '@/site/site';
import { viewContext, type ViewContext } from '@/views/frame/context';
import { currentSite } from './current-site';

const originsOf = cacheByObject((site: Site) => formOriginsOfSite(site, renderConfig().forms));

/**
 * What the views of a language's pages are made from. `siteUrl` is Astro's. Throws a `FormsError` where an application
 * would go nowhere.
 */
export async function pageContext(locale: Locale, siteUrl: URL | undefined): Promise<ViewContext> {
  const site = await currentSite();
  return viewContext(site, locale, {
    siteUrl: siteUrl ?? new URL('http://localhost:4321'),
    forms: renderConfig().forms,
    formOrigins: originsOf(site),
  });
}

/** The paths of a kind's pages. */
export async function pathsOfKind<Name extends KindName>(name: Name) {
  return staticPaths(await currentSite(), name);
}

/** One path for each language. */
export async function localePaths() {
  const { locales } = await currentSite();
  return locales.map((locale) => ({ params: { locale }, props: { locale } }));
}
