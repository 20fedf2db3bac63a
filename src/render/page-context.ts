/** Gives routes the paths and the views of their pages. */
import { formOriginsOfSite } from '@/applications/transport/site-forms';
import { readRenderConfig } from '@/config/render-config';
import type { Locale } from '@/i18n/locales';
import { cacheByObject } from '@/model/cache-by-object';
import { staticPaths } from '@/site/kind-paths';
import type { KindName, PropsOfKind } from '@/site/kinds';
import type { Site } from '@/site/site';
import { viewContext, type ViewContext } from '@/views/frame/context';
import { currentSite } from './current-site';

const findFormOrigins = cacheByObject((site: Site) => formOriginsOfSite(site, readRenderConfig().forms));

/** The absolute address of the site, as Astro knows it. */
export const siteAddress = () => new URL(import.meta.env.SITE ?? 'http://localhost:4321');

/** Returns the context of the views in a language. Throws a `FormsError` if an application would have no destination. */
export async function pageContext(locale: Locale): Promise<ViewContext> {
  const site = await currentSite();
  return viewContext(site, locale, {
    siteUrl: siteAddress(),
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

const hasEqualValues = (one: object, other: object) =>
  Object.entries(one).every(([name, value]) => value === (other as Record<string, unknown>)[name]);

/**
 * Creates a route's `readView`, from the props of a static path to the view of that page. A build asks for a view first,
 * to tell whether the page has changed, and the page itself then takes the same one.
 */
export function viewReader<Props extends object, View>(
  make: (props: Props) => Promise<View>,
): (props: Props) => Promise<View> {
  let last: { readonly props: Props; readonly view: Promise<View> } | undefined;
  return (props) => {
    if (import.meta.env.DEV) return make(props);
    if (!last || !hasEqualValues(last.props, props)) last = { props, view: make(props) };
    return last.view;
  };
}

/** Creates the `readView` of a kind's route. */
export const kindViewReader = <Name extends KindName, View>(
  _kind: Name,
  make: (context: ViewContext, props: PropsOfKind<Name> & { readonly locale: Locale }) => View,
) =>
  viewReader(async (props: PropsOfKind<Name> & { readonly locale: Locale }) =>
    make(await pageContext(props.locale), props),
  );
