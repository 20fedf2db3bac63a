/**
 * What a kept bundle offers to who renders its pages (`page-process.ts`): Astro bundles this file with the
 * pages, in place of its own entry for builds.
 */
import type { RouteData } from 'astro';
import { createApp } from 'astro/app/entrypoint';
import { StaticPaths } from 'astro:static-paths';
import type { PlannedView } from '@/views/planned-view';

/** A page's module. One that shows content has `readPlan`, from the props of a path to the plan of all that it shows. */
interface PageModule {
  readonly getStaticPaths?: () => Promise<readonly { readonly props?: object }[]>;
  readonly readPlan?: (props: object) => Promise<PlannedView<unknown>>;
}

export interface SitePage {
  readonly pathname: string;
  readonly route: RouteData;
  /** Resolves to the hash of all that it shows; undefined for a page that shows no content. */
  readonly readKey: (() => Promise<string>) | undefined;
}

const app = createApp({ streaming: false });

async function loadPageModule(route: RouteData): Promise<PageModule> {
  const module = await app.manifest.pageMap?.get(route.component)?.();
  if (!module) throw new Error(`The bundle has no module of ${route.component}.`);
  return (await module.page()) as unknown as PageModule;
}

/** Lists all pages of the site. The content is read for it. */
export async function listPages(): Promise<readonly SitePage[]> {
  const paths = await new StaticPaths(app).getAll();
  const pages: SitePage[] = [];
  // Those of a route follow one another, in the order of its `getStaticPaths`.
  for (const [route, own] of Map.groupBy(paths, (path) => path.route)) {
    const { getStaticPaths, readPlan } = await loadPageModule(route);
    const props = readPlan && getStaticPaths ? await getStaticPaths() : [];
    for (const [index, { pathname }] of own.entries())
      pages.push({
        pathname,
        route,
        readKey: readPlan && (async () => (await readPlan(props[index]?.props ?? {})).key),
      });
  }
  return pages;
}

/** Renders a page. Rejects if it can't be rendered; Astro has printed the cause then. */
export async function renderPage(request: Request, { pathname, route }: SitePage): Promise<Response> {
  const response = await app.render(request, {
    routeData: route,
    prerenderedErrorPageFetch: () => Promise.reject(new Error('A page for errors is not fetched.')),
  });
  if (response.status >= 500) throw new Error(`The page ${pathname} could not be rendered.`);
  return response;
}
