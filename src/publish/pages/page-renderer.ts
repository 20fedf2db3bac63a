/**
 * Renders pages from the bundle that Astro made of the code: `app.render` is what Astro itself calls for each page of a build.
 * It starts in a second, needs half the memory of a whole Astro, and several processes can share the pages of a site. Astro
 * doesn't promise these interfaces, so its version is fixed in package.json.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RouteData } from 'astro';
import { StaticPaths } from 'astro/runtime/prerender/static-paths.js';
import type { Secret } from '@/config/secrets';
import { isLocale } from '@/i18n/locales';
import type { PlannedView } from '@/views/planned-view';
import { binaryFile, createSecretFinder, type SecretFinder } from '../verify/verify-secrets';
import type { Bundle } from './bundle';
import { createIntegrityReader, finishPage } from './finish-page';
import { findAnchors, findSiteAddresses } from './html-addresses';
import { routeStylesFile } from './keep-bundle';
import type { PageRecord } from './page-record';
import { addSearchHints } from './search-hints';

/** A route's module. A page that shows content has `readPlan`, from the props of a path to the plan of all that it shows. */
interface RouteModule {
  readonly readPlan?: (props: object) => Promise<PlannedView<unknown>>;
}

/** A static path with its props, by path. */
interface CachedPaths {
  readonly staticPaths?: { readonly keyed: ReadonlyMap<string, { readonly props?: object }> };
}

/** The part of Astro's app that is used here. */
interface PageApp {
  readonly setInternals: (internals: object) => void;
  readonly setOptions: (options: object) => void;
  readonly getComponentByRoute: (route: RouteData) => Promise<RouteModule>;
  readonly render: (request: Request, options: { routeData: RouteData }) => Promise<Response>;
  readonly manifest: ConstructorParameters<typeof StaticPaths>[0]['manifest'];
  readonly routeCache: { readonly get: (route: RouteData) => CachedPaths | undefined };
}

interface RoutePath {
  readonly pathname: string;
  readonly route: RouteData;
}

async function loadApp(modules: string): Promise<PageApp> {
  const entry = readdirSync(modules).find((name) => name.startsWith('prerender-entry.')) ?? '';
  const { app } = (await import(pathToFileURL(path.join(modules, entry)).href)) as { app: PageApp };
  const styles = JSON.parse(readFileSync(path.join(modules, routeStylesFile), 'utf8')) as [string, unknown][];
  app.setInternals({ pagesByKeys: new Map(styles.map(([route, sheets]) => [route, { styles: sheets }])) });
  // No integration of this site adds a script to every page, and faults are thrown.
  const destination = { write: () => undefined };
  app.setOptions({ settings: { scripts: [] }, logger: { options: { destination } } });
  return app;
}

/** The file of a path from the root of the site. Servers show `404.html` where there is no page. */
function fileOf({ pathname, route }: RoutePath): string {
  if (route.type === 'endpoint') return pathname;
  return pathname === '/404' ? '/404.html' : `${pathname.replace(/\/$/, '')}/index.html`;
}

const searchRoute = 'src/pages/[locale]/[search].astro';

const hashOf = (text: string | Uint8Array) => createHash('sha256').update(text).digest('hex');

export interface PageRendererOptions {
  readonly bundle: Bundle;
  /** The folder for the pages. */
  readonly outDir: string;
  readonly siteUrl: string;
}

/** The settings that are known once the content is. */
export interface PageSettings {
  /** The secrets that no page may have. */
  readonly secrets: readonly Secret[];
  /** The hashes of the views of pages that needn't be rendered, by file. */
  readonly known: ReadonlyMap<string, string>;
}

/** The result of rendering some pages. */
export interface RenderedPages {
  readonly records: PageRecord[];
  /** The files of pages whose view is the known one. */
  readonly unchanged: string[];
}

/** Renders the pages of one build. */
export class PageRenderer {
  readonly #integrityOf;
  readonly #secretFinder: SecretFinder;
  readonly #host: string;
  readonly #folders = new Set<string>();
  readonly #modules = new Map<RouteData, RouteModule>();

  private constructor(
    readonly app: PageApp,
    readonly paths: readonly RoutePath[],
    readonly options: PageRendererOptions,
    readonly settings: PageSettings,
  ) {
    this.#integrityOf = createIntegrityReader(options.bundle.site);
    this.#secretFinder = createSecretFinder(settings.secrets);
    this.#host = new URL(options.siteUrl).host;
  }

  /**
   * Loads the code at once, and returns a function that reads the content and opens the renderer. Both read the environment
   * (`buildRenderEnvironment`).
   */
  static load(options: PageRendererOptions): (settings: PageSettings) => Promise<PageRenderer> {
    const loading = loadApp(options.bundle.modules);
    loading.catch(() => undefined);
    return async (settings) => {
      const app = await loading;
      const paths = (await new StaticPaths(app as never).getAll()) as RoutePath[];
      return new PageRenderer(app, paths, options, settings);
    };
  }

  /** Renders the paths of these numbers, except pages whose view is the known one. */
  async render(from: number, to: number): Promise<RenderedPages> {
    const records: PageRecord[] = [];
    const unchanged: string[] = [];
    for (const one of this.paths.slice(from, to)) {
      const file = fileOf(one);
      const key = await this.#viewKey(one);
      if (key !== undefined && this.settings.known.get(file) === key) unchanged.push(file);
      else records.push(await this.#renderPage(one, file, key));
    }
    return { records, unchanged };
  }

  #requestOf({ pathname, route }: RoutePath): Request {
    const isFile = route.type === 'endpoint' || pathname.endsWith('/');
    return new Request(new URL(isFile ? pathname : `${pathname}/`, this.options.siteUrl));
  }

  async #viewKey({ pathname, route }: RoutePath): Promise<string | undefined> {
    const module = this.#modules.get(route) ?? (await this.app.getComponentByRoute(route));
    this.#modules.set(route, module);
    const { readPlan } = module;
    if (!readPlan) return undefined;
    const props = this.app.routeCache.get(route)?.staticPaths?.keyed.get(pathname)?.props ?? {};
    return (await readPlan(props)).key;
  }

  async #renderPage(one: RoutePath, file: string, key: string | undefined): Promise<PageRecord> {
    const response = await this.app.render(this.#requestOf(one), { routeData: one.route });
    let bytes: Buffer = Buffer.from(await response.arrayBuffer());
    let html = '';
    if (file.endsWith('.html')) {
      html = await this.#finish(bytes.toString(), one);
      bytes = Buffer.from(html);
    }
    if (binaryFile.test(file)) this.#secretFinder.inBytes(file.slice(1), bytes);
    else this.#secretFinder.inText(file.slice(1), bytes, html || bytes.toString());
    this.#write(file, bytes);
    return {
      file,
      ...(key !== undefined && { key }),
      hash: hashOf(bytes),
      characters: html.length,
      addresses: findSiteAddresses(html, this.#host),
      anchors: [...findAnchors(html)],
    };
  }

  async #finish(html: string, { pathname, route }: RoutePath): Promise<string> {
    if (route.component !== searchRoute) return finishPage(html, this.#integrityOf);
    const locale = pathname.split('/')[1] ?? '';
    if (!isLocale(locale)) throw new Error(`${pathname} has no language.`);
    return finishPage(await addSearchHints(html, locale, this.options.bundle.site), this.#integrityOf);
  }

  /** Synchronous: awaiting each file takes several times as long. */
  #write(file: string, bytes: Buffer): void {
    const place = path.join(this.options.outDir, file);
    const folder = path.dirname(place);
    if (!this.#folders.has(folder)) mkdirSync(folder, { recursive: true });
    this.#folders.add(folder);
    writeFileSync(place, bytes);
  }
}
