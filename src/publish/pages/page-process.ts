/**
 * A process that renders pages from the bundle that Astro made of the code (`prerender-entry.ts`). It
 * starts in a second, needs half the memory of a whole Astro, and several can share the pages of a site.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createPlacer } from '@/cache/folder-files';
import { SecretValue } from '@/config/secret-value';
import { isLocale } from '@/i18n/locales';
import { OperatorError } from '@/model/operator-error';
import type * as Entry from './prerender-entry';
import type { SitePage } from './prerender-entry';
import { binaryFile, createSecretFinder } from '../verify/verify-secrets';
import { createIntegrityReader, finishPage } from './finish-page';
import { entryFile } from './keep-bundle';
import { formatRecords, recordPage, type PageRecord } from './page-record';
import { addSearchHints } from './search-hints';
import { isInShard, type PageShard } from '../shards/shard';

/** The message of the build: which pages to render. */
export interface PageTask {
  /** The secrets that no page may have. */
  readonly secrets: readonly { readonly variable: string; readonly value: string }[];
  /** The keys of pages that needn't be rendered, by file. */
  readonly known: Readonly<Record<string, string>>;
  readonly shard: PageShard;
}

/** A message to the build. */
export type PageAnswer =
  | {
      readonly answer: 'rendered';
      /** As `formatRecords` writes them. */
      readonly records: string;
      /** The files of pages whose key is the known one. */
      readonly unchanged: readonly string[];
    }
  /** A page must not be published. */
  | { readonly answer: 'refused'; readonly message: string; readonly hint: string }
  | { readonly answer: 'finished' };

/** Pages that are rendered before an answer. A shard has every so many of these. */
const pagesAtATime = 50;

const [modules = '', site = '', outDir = '', siteUrl = ''] = process.argv.slice(2);
const { host } = new URL(siteUrl);
const integrityOf = createIntegrityReader(site);

// Loaded at once. It reads the content once its pages are listed, and both read the environment (`buildRenderEnvironment`).
const loading = import(pathToFileURL(path.join(modules, entryFile)).href) as Promise<typeof Entry>;
loading.catch(() => undefined);

/** The file of a path from the root of the site. Servers show `404.html` where there is no page. */
function fileOf({ pathname, route }: SitePage): string {
  if (route.type === 'endpoint') return pathname;
  return pathname === '/404' ? '/404.html' : `${pathname.replace(/\/$/, '')}/index.html`;
}

function requestOf({ pathname, route }: SitePage): Request {
  const isFile = route.type === 'endpoint' || pathname.endsWith('/');
  return new Request(new URL(isFile ? pathname : `${pathname}/`, siteUrl));
}

async function finish(html: string, { pathname, route }: SitePage): Promise<string> {
  if (route.component !== 'src/pages/[locale]/[search].astro') return finishPage(html, integrityOf);
  const locale = pathname.split('/')[1] ?? '';
  if (!isLocale(locale)) throw new Error(`${pathname} has no language.`);
  return finishPage(await addSearchHints(html, locale, site), integrityOf);
}

const placeOf = createPlacer(outDir);

const answer = (message: PageAnswer) => process.send?.(message);

async function renderPages({ secrets, known, shard }: PageTask): Promise<void> {
  const entry = await loading;
  const pages = await entry.listPages();
  const finder = createSecretFinder(
    secrets.map(({ variable, value }) => ({ variable, value: new SecretValue(value) })),
  );
  const renderPage = async (page: SitePage, file: string, key: string | undefined): Promise<PageRecord> => {
    const response = await entry.renderPage(requestOf(page), page);
    let bytes: Buffer = Buffer.from(await response.arrayBuffer());
    let html = '';
    if (file.endsWith('.html')) {
      html = await finish(bytes.toString(), page);
      bytes = Buffer.from(html);
    }
    if (binaryFile.test(file)) finder.inBytes(file.slice(1), bytes);
    else finder.inText(file.slice(1), bytes, html || bytes.toString());
    writeFileSync(placeOf(file), bytes);
    return { ...recordPage(file, bytes, html, host), ...(key !== undefined && { key }) };
  };
  for (let from = 0; from < pages.length; from += pagesAtATime) {
    if (!isInShard(shard, from / pagesAtATime)) continue;
    const records: PageRecord[] = [];
    const unchanged: string[] = [];
    for (const page of pages.slice(from, from + pagesAtATime)) {
      const file = fileOf(page);
      const key = await page.readKey?.();
      if (key !== undefined && known[file] === key) unchanged.push(file);
      else records.push(await renderPage(page, file, key));
    }
    answer({ answer: 'rendered', records: formatRecords(records), unchanged });
  }
  answer({ answer: 'finished' });
}

// It ends with the build, even where that is ended by force: it must not write into the folder of the next one.
process.on('disconnect', () => process.exit());

process.on('message', (task: PageTask) => {
  renderPages(task).catch((error: unknown) => {
    if (error instanceof OperatorError) {
      answer({ answer: 'refused', message: error.message, hint: error.hint ?? '' });
      return;
    }
    // The build reads the cause from the output.
    console.error(error instanceof Error ? (error.stack ?? error.message) : error);
    process.exit(1);
  });
});
