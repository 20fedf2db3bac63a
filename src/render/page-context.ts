/** Gives routes the paths of their pages and the context of their views. */
import { formOriginsOfSite } from '@/applications/transport/site-forms';
import { readRenderConfig } from '@/config/render-config';
import type { Locale } from '@/i18n/locales';
import { staticPaths } from '@/site/kind-paths';
import type { KindName } from '@/site/kinds';
import { cacheByObject } from '@/model/cache-by-object';
import type { Site } from '@/site/site';
import { viewContext, type ViewContext } from '@/views/frame/context';
import { currentSite } from './current-site';

const findFormOrigins = cacheByObject((site: Site) => formOriginsOfSite(site, readRenderConfig().forms));

/**
 * Returns the context of the views in a language. `siteUrl` is Astro's. Throws a `FormsError` if an application would
 * have no destination.
 */
export async function pageContext(locale: Locale, siteUrl: URL | undefined): Promise<ViewContext> {
  const site = await currentSite();
  return viewContext(site, locale, {
    siteUrl: siteUrl ?? new URL('http://localhost:4321'),
    forms: readRenderConfig().forms,
    formOrigins: findFormOrigins(site),
  });
}

/** Returns the static paths of a page kind. */
export async function readKindPaths<Name extends KindName>(name: Name) {
  return staticPaths(await currentSite(), name);
}

/** Returns a static path for each language. */
export async function localePaths() {
  const { locales } = await currentSite();
  return locales.map((locale) => ({ params: { locale }, props: { locale } }));
}
