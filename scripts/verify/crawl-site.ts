/** Visits a number of pages of a deployed copy, and requests each of their links once. */
import { findAddresses } from '@/publish/pages/html-addresses';
import { concurrentRequests, UnreachableError } from './client';
import type { VerifyContext, VisitedPage } from './context';
import { createFindingList, type CheckResult } from './check-result';

/** The result of the crawl, with a few addresses for later checks. */
interface CrawlResult {
  readonly result: CheckResult;
  /** The first few addresses of each kind of file. */
  readonly samples: ReadonlyMap<SampleKind, readonly string[]>;
}

/** Kinds of files for which servers send different headers. */
export type SampleKind = 'page' | 'rss' | 'calendar' | 'script' | 'style' | 'embed' | 'file' | 'data';

interface CrawlOptions {
  /** The most pages that are read. */
  readonly pages: number;
  /** Called with each page that was read. */
  readonly onPage: (page: VisitedPage) => void;
}

/** The most addresses of one kind. */
const maxSamples = 6;
/** The number of other files that are requested for each page that may be read. */
const linksPerPage = 10;

const kindPatterns: readonly (readonly [SampleKind, RegExp])[] = [
  ['embed', /^\/embed\/.*\/$/],
  ['rss', /\/feed\.xml$/],
  ['calendar', /\.ics$/],
  ['script', /^\/assets\/.*\.js$/],
  ['style', /^\/assets\/.*\.css$/],
  ['data', /^\/data\//],
  ['file', /^\/(?:media|share)\//],
  ['page', /\/$/],
];

const classifyPath = (pathname: string) => kindPatterns.find(([, pattern]) => pattern.test(pathname))?.[0];

/** Lists the addresses in a sitemap or a list of sitemaps. */
const parseSitemap = (xml: string) =>
  [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) => address);

/** Reads pages from the home page and the sitemaps on. Links beyond the limits aren't followed. */
export async function crawlSite(
  context: VerifyContext,
  { pages, onPage }: CrawlOptions,
): Promise<CrawlResult> {
  const { client, site, progress } = context;
  const found = createFindingList();
  const samples = new Map<SampleKind, string[]>();
  /** The page on which each address was found first. Each is requested once. */
  const known = new Map<string, string>([['/', 'the start']]);
  const queue: string[] = ['/'];
  let read = 0;
  let requested = 0;
  let skipped = 0;
  const maxFiles = pages * linksPerPage;

  const add = (address: string, from: string) => {
    const url = URL.parse(address, new URL(from, site));
    if (!url) return;
    if (url.origin !== site.origin) return;
    const target = url.pathname + url.search;
    if (known.has(target)) return;
    if (queue.length + requested + read > maxFiles + pages) {
      skipped += 1;
      return;
    }
    known.set(target, from);
    queue.push(target);
    const kind = classifyPath(url.pathname);
    const kept = kind && (samples.get(kind) ?? []);
    if (kind && kept && kept.length < maxSamples) samples.set(kind, [...kept, url.pathname]);
  };

  const visit = async (target: string) => {
    const from = known.get(target) ?? '';
    const isPage = new URL(target, site).pathname.endsWith('/');
    const isRead = isPage && read < pages;
    if (isRead) read += 1;
    else requested += 1;
    try {
      const response = await client.request(new URL(target, site), { method: isRead ? 'GET' : 'HEAD' });
      if (response.status >= 400)
        found.wrong(
          `${from} links to ${target}, which answers ${response.status}. Publish again, or correct the link.`,
        );
      else if (response.headers['location'] !== undefined) add(response.headers['location'], target);
      if (!isRead || !/^text\/html\b/.test(response.headers['content-type'] ?? '')) return;
      const html = response.body.toString();
      for (const address of findAddresses(html)) add(address, target);
      onPage({ path: target, response, html });
    } catch (error) {
      if (!(error instanceof UnreachableError)) throw error;
      found.wrong(error.message);
    }
  };

  const index = await client.request(new URL('/sitemap.xml', site));
  if (index.status !== 200)
    found.wrong(`/sitemap.xml answers ${index.status}: search engines find no list of pages. Publish again.`);
  const lists = parseSitemap(index.body.toString()).filter((address) => address.endsWith('.xml'));
  let listed = 0;
  for (const list of lists) {
    const url = URL.parse(list);
    if (!url || url.origin !== site.origin) {
      found.wrong(
        `/sitemap.xml names ${list}, which isn’t on ${site.origin}. Build with SITE_URL=${site.origin}.`,
      );
      continue;
    }
    const response = await client.request(url);
    if (response.status !== 200)
      found.wrong(`/sitemap.xml names ${url.pathname}, which answers ${response.status}. Publish again.`);
    const addresses = parseSitemap(response.body.toString());
    listed += addresses.length;
    // The pages are spread over the whole list, so that every kind of page may be among them.
    const step = Math.max(
      1,
      Math.ceil((addresses.length * lists.length) / Math.max(1, Math.floor(pages / 2))),
    );
    for (const [position, address] of addresses.entries())
      if (position % step === 0) add(address, url.pathname);
  }

  let printed = 0;
  const worker = async (): Promise<void> => {
    for (let target = queue.shift(); target !== undefined; target = queue.shift()) {
      await visit(target);
      if (client.count() - printed >= 200) {
        printed = client.count();
        progress(`  ${read} pages read, ${requested} other addresses asked for`);
      }
    }
  };
  // The first page is visited alone, since it fills the queue for the others.
  await visit(queue.shift() ?? '/');
  while (queue.length > 0) await Promise.all(Array.from({ length: concurrentRequests }, worker));
  const limits = skipped > 0 ? `, ${skipped} links beyond the limit (--pages)` : '';
  return {
    result: found.result(
      'Links',
      `${read} pages read of ${listed} in sitemaps, ${requested} other addresses${limits}`,
    ),
    samples,
  };
}
