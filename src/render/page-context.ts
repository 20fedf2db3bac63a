/** Gives routes the paths and the views of their pages. */
import type { APIRoute } from 'astro';
import { formOrigins, siteFormDestinations } from '@/applications/transport/application-destination';
import { readRenderConfig } from '@/config/render-config';
import type { Locale } from '@/i18n/locales';
import { cacheByObject } from '@/model/cache-by-object';
import { staticPaths } from '@/site/page-paths';
import type { KindName, PropsOfKind } from '@/site/page-kinds';
import type { Site } from '@/site/site';
import { viewContext, type ViewContext } from '@/views/frame/context';
import { hashData, type PlannedView } from '@/views/planned-view';
import { currentSite } from './current-site';

/** The absolute address of the site, as Astro knows it. */
export const siteAddress = () => new URL(import.meta.env.SITE ?? 'http://localhost:4321');

/** The contexts of a site's languages, the same objects for all of their pages. */
const contextsOf = cacheByObject((site: Site): ReadonlyMap<Locale, ViewContext> => {
  const { forms } = readRenderConfig();
  const deployment = {
    siteUrl: siteAddress(),
    forms,
    formOrigins: formOrigins(siteFormDestinations(site, forms)),
  };
  return new Map([...site.byLocale].map(([locale, own]) => [locale, viewContext(site, own, deployment)]));
});

/**
 * Returns the context of the views in a language. Throws a `FormsError` if an application would have no destination, or an
 * error for a language that the site isn't built in.
 */
export async function pageContext(locale: Locale): Promise<ViewContext> {
  const context = contextsOf(await currentSite()).get(locale);
  if (!context) throw new Error(`The site isn’t built in the language "${locale}".`);
  return context;
}

/** Creates what the route of a file of each language exports: its paths, and the file. */
export const fileRoute = (write: (context: ViewContext) => BodyInit) => ({
  getStaticPaths: async () =>
    (await currentSite()).locales.map((locale) => ({ params: { locale }, props: { locale } })),
  GET: (async ({ props }) => new Response(write(await pageContext(props.locale)))) satisfies APIRoute<{
    locale: Locale;
  }>,
});

const hasEqualValues = (one: object, other: object) =>
  Object.entries(one).every(([name, value]) => value === (other as Record<string, unknown>)[name]);

/**
 * Creates a route's `readPlan`, from the props of a static path to the view of that page and its key. A build asks for the
 * key first, to tell whether the page has changed, and the page itself then takes the same view.
 */
function planReader<Props extends object, View>(
  plan: (props: Props) => Promise<PlannedView<View>>,
): (props: Props) => Promise<PlannedView<View>> {
  let last: { readonly props: Props; readonly plan: Promise<PlannedView<View>> } | undefined;
  return (props) => {
    if (import.meta.env.DEV) return plan(props);
    if (!last || !hasEqualValues(last.props, props)) last = { props, plan: plan(props) };
    return last.plan;
  };
}

/** A view that is made already; its hash is its key. */
function madeView<View>(view: View): PlannedView<View> {
  return { key: hashData(view), make: () => view };
}

/** Creates the `readPlan` of a route whose view takes no longer to make than its key. */
export const viewReader = <Props extends object, View>(make: (props: Props) => Promise<View>) =>
  planReader(async (props: Props) => madeView(await make(props)));

type KindProps<Name extends KindName> = PropsOfKind<Name> & { readonly locale: Locale };

/** Creates what the route of a kind exports: its paths, and the plan of a page. */
export const planRoute = <Name extends KindName, View>(
  kind: Name,
  plan: (context: ViewContext, props: KindProps<Name>) => PlannedView<View>,
) => ({
  getStaticPaths: async () => staticPaths(await currentSite(), kind),
  readPlan: planReader(async (props: KindProps<Name>) => plan(await pageContext(props.locale), props)),
});

/** The same for a kind whose view takes no longer to make than its key. */
export const viewRoute = <Name extends KindName, View>(
  kind: Name,
  make: (context: ViewContext, props: KindProps<Name>) => View,
) => planRoute(kind, (context, props) => madeView(make(context, props)));
