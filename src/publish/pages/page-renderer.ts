/**
 * Renders pages from the bundle that Astro made of the code (`prerender-entry.ts`). It starts in a second, needs half
 * the memory of a whole Astro, and several processes can share the pages of a site.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Secret } from '@/config/secrets';
import { isLocale } from '@/i18n/locales';
import type * as Entry from './prerender-entry';
import type { SitePage } from './prerender-entry';
import { binaryFile, createSecretFinder, type SecretFinder } from '../verify/verify-secrets';
import type { Bundle } from './bundle';
import { createIntegrityReader, finishPage } from './finish-page';
import { findAnchors, findSiteAddresses } from './html-addresses';
import { entryFile } from './keep-bundle';
import type { PageRecord } from './page-record';
import { addSearchHints } from './search-hints';

/** The file of a path from the root of the site. Servers show `404.html` where there is no page. */
function fileOf({ pathname, route }: SitePage): string {
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

  private constructor(
    readonly entry: typeof Entry,
    readonly pages: readonly SitePage[],
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
    const loading = import(pathToFileURL(path.join(options.bundle.modules, entryFile)).href) as Promise<
      typeof Entry
    >;
    loading.catch(() => undefined);
    return async (settings) => {
      const entry = await loading;
      return new PageRenderer(entry, await entry.listPages(), options, settings);
    };
  }

  /** Renders the pages of these numbers, except pages whose view is the known one. */
  async render(from: number, to: number): Promise<RenderedPages> {
    const records: PageRecord[] = [];
    const unchanged: string[] = [];
    for (const page of this.pages.slice(from, to)) {
      const file = fileOf(page);
      const key = await page.readKey?.();
      if (key !== undefined && this.settings.known.get(file) === key) unchanged.push(file);
      else records.push(await this.#renderPage(page, file, key));
    }
    return { records, unchanged };
  }

  #requestOf({ pathname, route }: SitePage): Request {
    const isFile = route.type === 'endpoint' || pathname.endsWith('/');
    return new Request(new URL(isFile ? pathname : `${pathname}/`, this.options.siteUrl));
  }

  async #renderPage(page: SitePage, file: string, key: string | undefined): Promise<PageRecord> {
    const response = await this.entry.renderPage(this.#requestOf(page), page);
    let bytes: Buffer = Buffer.from(await response.arrayBuffer());
    let html = '';
    if (file.endsWith('.html')) {
      html = await this.#finish(bytes.toString(), page);
      bytes = Buffer.from(html);
    }
    if (binaryFile.test(file)) this.#secretFinder.inBytes(file.slice(1), bytes);
    else this.#secretFinder.inText(file.slice(1), bytes, html || bytes.toString());
    this.#write(file, bytes);
    return {
      file,
      ...(key !== undefined && { key }),
      hash: hashOf(bytes),
      addresses: findSiteAddresses(html, this.#host),
      anchors: [...findAnchors(html)],
    };
  }

  async #finish(html: string, { pathname, route }: SitePage): Promise<string> {
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
