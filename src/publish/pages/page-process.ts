/**
 * Renders pages in a process of its own, from the bundle that Astro made of the code: `app.render` is what Astro itself
 * calls for each page of a build. It starts in a second, needs half the memory of a whole Astro, and several can share the
 * pages of a site. Astro doesn't promise these interfaces, so its version is fixed in package.json.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RouteData } from 'astro';
import { StaticPaths } from 'astro/runtime/prerender/static-paths.js';
import { SecretValue } from '@/config/secret-value';
import { isLocale } from '@/i18n/locales';
import { OperatorError } from '@/model/operator-error';
import { routeStylesFile } from './keep-bundle';
import { binaryFile, createSecretFinder, type SecretFinder } from '../verify/verify-secrets';
import { finishPage } from './finish-page';
import { findAddresses, findAnchors } from './html-addresses';
import { createIntegrityReader } from './integrity';
import type { PageAnswer, PageTask } from './page-messages';
import type { PlannedView } from '@/views/planned-view';
import { formatRecords, type PageRecord } from './page-record';
import { addSearchHints } from './search-hints';

const [modules = '', siteDir = '', outDir = '', siteUrl = ''] = process.argv.slice(2);

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

async function loadApp(): Promise<PageApp> {
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

const requestOf = ({ pathname, route }: RoutePath) =>
  new Request(
    new URL(route.type === 'endpoint' || pathname.endsWith('/') ? pathname : `${pathname}/`, siteUrl),
  );

/**
 * Astro asks for the hashes of its own scripts again for each page. Web Crypto answers from another thread, which takes
 * more time than a hash.
 */
function hashOnThisThread(): void {
  const { subtle } = globalThis.crypto;
  const digest = subtle.digest.bind(subtle);
  subtle.digest = (algorithm, data) =>
    algorithm === 'SHA-256' && data instanceof Uint8Array
      ? Promise.resolve(new Uint8Array(createHash('sha256').update(data).digest()).buffer)
      : digest(algorithm, data);
}

const searchRoute = 'src/pages/[locale]/[search].astro';

const hashOf = (text: string | Uint8Array) => createHash('sha256').update(text).digest('hex');

/** Renders the pages of one build. */
class PageRenderer {
  readonly #integrityOf = createIntegrityReader(siteDir);
  readonly #folders = new Set<string>();
  readonly #modules = new Map<RouteData, RouteModule>();

  constructor(
    readonly app: PageApp,
    readonly paths: readonly RoutePath[],
    readonly secretFinder: SecretFinder,
    readonly known: ReadonlyMap<string, string>,
  ) {}

  /** Renders the paths of these numbers, except pages whose view is the known one. */
  async render(from: number, to: number): Promise<{ records: PageRecord[]; unchanged: string[] }> {
    const records: PageRecord[] = [];
    const unchanged: string[] = [];
    for (const one of this.paths.slice(from, to)) {
      const file = fileOf(one);
      const key = await this.#viewKey(one);
      if (key !== undefined && this.known.get(file) === key) unchanged.push(file);
      else records.push(await this.#renderPage(one, file, key));
    }
    return { records, unchanged };
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
    const response = await this.app.render(requestOf(one), { routeData: one.route });
    let bytes: Buffer = Buffer.from(await response.arrayBuffer());
    let html = '';
    if (file.endsWith('.html')) {
      html = await this.#finish(bytes.toString(), one);
      bytes = Buffer.from(html);
    }
    if (binaryFile.test(file)) this.secretFinder.inBytes(file.slice(1), bytes);
    else this.secretFinder.inText(file.slice(1), bytes, html || bytes.toString());
    this.#write(file, bytes);
    return {
      file,
      ...(key !== undefined && { key }),
      hash: hashOf(bytes),
      characters: html.length,
      addresses: [...findAddresses(html)],
      anchors: [...findAnchors(html)],
    };
  }

  async #finish(html: string, { pathname, route }: RoutePath): Promise<string> {
    if (route.component !== searchRoute) return finishPage(html, this.#integrityOf);
    const locale = pathname.split('/')[1] ?? '';
    if (!isLocale(locale)) throw new Error(`${pathname} has no language.`);
    return finishPage(await addSearchHints(html, locale, siteDir), this.#integrityOf);
  }

  /** Synchronous: awaiting each file takes several times as long. */
  #write(file: string, bytes: Buffer): void {
    const place = path.join(outDir, file);
    const folder = path.dirname(place);
    if (!this.#folders.has(folder)) mkdirSync(folder, { recursive: true });
    this.#folders.add(folder);
    writeFileSync(place, bytes);
  }
}

const answer = (message: PageAnswer) => process.send?.(message);

hashOnThisThread();
const app = loadApp();
let renderer: PageRenderer | undefined;

async function perform(task: PageTask): Promise<void> {
  if (task.task === 'open') {
    const secrets = task.secrets.map(({ variable, value }) => ({ variable, value: new SecretValue(value) }));
    const known = new Map(Object.entries(task.known));
    const paths = (await new StaticPaths((await app) as never).getAll()) as RoutePath[];
    renderer = new PageRenderer(await app, paths, createSecretFinder(secrets), known);
    answer({ answer: 'opened', paths: paths.length });
    return;
  }
  if (!renderer) throw new Error('The site is not open yet.');
  const { records, unchanged } = await renderer.render(task.from, task.to);
  answer({ answer: 'rendered', records: formatRecords(records), unchanged });
}

// It ends with the build, even where that is ended by force: it must not write into the folder of the next one.
process.on('disconnect', () => process.exit());

let tasks = Promise.resolve();

async function performAfterOthers(task: PageTask): Promise<void> {
  await tasks;
  await perform(task);
}

process.on('message', (task: PageTask) => {
  tasks = performAfterOthers(task).catch((error: unknown) => {
    if (error instanceof OperatorError) {
      answer({ answer: 'refused', message: error.message, hint: error.hint ?? '' });
      return;
    }
    // The build reads the cause from the output.
    console.error(error instanceof Error ? (error.stack ?? error.message) : error);
    process.exit(1);
  });
});
