/** Visits pages of a deployed copy, up to a number of them, and asks once for everything that they link to. */
import { findAddresses } from '@/publish/build/html-addresses';
import { UnreachableError } from './client';
import type { VerifyContext, VisitedPage } from './context';
import { findingList, type CheckResult } from './result';

/** What was found on the way, as far as later checks need it: one example of each, or a few. */
export interface Crawled {
  readonly result: CheckResult;
  /** Addresses of the site by what they are: the first few of each. */
  readonly samples: ReadonlyMap<SampleKind, readonly string[]>;
}

/** Kinds of files that differ in what a server says of them. */
export type SampleKind =
  'page' | 'rss' | 'json-feed' | 'calendar' | 'script' | 'style' | 'embed' | 'file' | 'data';

export interface CrawlOptions {
  /** Pages that are read at most. */
  readonly pages: number;
  /** Gets each page that was read. */
  readonly onPage: (page: VisitedPage) => void;
}

/** So many examples of a kind are kept. */
const mostSamples = 6;
/** Files besides pages that are asked for, for each page that may be read. */
const linksPerPage = 10;

const kinds: readonly (readonly [SampleKind, RegExp])[] = [
  ['embed', /^\/embed\/.*\/$/],
  ['rss', /\/feed\.xml$/],
  ['json-feed', /\/feed\.json$/],
  ['calendar', /\.ics$/],
  ['script', /^\/assets\/.*\.js$/],
  ['style', /^\/assets\/.*\.css$/],
  ['data', /^\/data\//],
  ['file', /^\/(?:media|share)\//],
  ['page', /\/$/],
];

const kindOf = (pathname: string) => kinds.find(([, pattern]) => pattern.test(pathname))?.[0];

/** Addresses in a sitemap or a list of sitemaps. */
const sitemapAddresses = (xml: string) =>
  [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) => address);

/** Reads pages from the home page on, and those of the sitemaps. Links beyond the limits aren't followed. */
export async function crawl(context: VerifyContext, { pages, onPage }: CrawlOptions): Promise<Crawled> {
  const { client, site, progress } = context;
  const found = findingList();
  const samples = new Map<SampleKind, string[]>();
  /** Where each address was first found; asked for once. */
  const known = new Map<string, string>([['/', 'the start']]);
  const queue: string[] = ['/'];
  let read = 0;
  let asked = 0;
  let beyond = 0;
  const mostFiles = pages * linksPerPage;

  const add = (address: string, from: string) => {
    const url = URL.parse(address, new URL(from, site));
    if (!url) return;
    if (url.origin !== site.origin) return;
    const target = url.pathname + url.search;
    if (known.has(target)) return;
    if (queue.length + asked + read > mostFiles + pages) {
      beyond += 1;
      return;
    }
    known.set(target, from);
    queue.push(target);
    const kind = kindOf(url.pathname);
    const kept = kind && (samples.get(kind) ?? []);
    if (kind && kept && kept.length < mostSamples) samples.set(kind, [...kept, url.pathname]);
  };

  const visit = async (target: string) => {
    const from = known.get(target) ?? '';
    const isPage = new URL(target, site).pathname.endsWith('/');
    const isRead = isPage && read < pages;
    if (isRead) read += 1;
    else asked += 1;
    try {
      const reply = await client.ask(new URL(target, site), { method: isRead ? 'GET' : 'HEAD' });
      if (reply.status >= 400)
        found.wrong(
          `${from} links to ${target}, which answers ${reply.status}. Publish again, or correct the link.`,
        );
      else if (reply.headers['location'] !== undefined) add(reply.headers['location'], target);
      if (!isRead || !/^text\/html\b/.test(reply.headers['content-type'] ?? '')) return;
      const html = reply.body.toString();
      for (const address of findAddresses(html)) add(address, target);
      onPage({ path: target, reply, html });
    } catch (error) {
      if (!(error instanceof UnreachableError)) throw error;
      found.wrong(error.message);
    }
  };

  const index = await client.ask(new URL('/sitemap.xml', site));
  if (index.status !== 200)
    found.wrong(`/sitemap.xml answers ${index.status}: search engines find no list of pages. Publish again.`);
  const lists = sitemapAddresses(index.body.toString()).filter((address) => address.endsWith('.xml'));
  let listed = 0;
  for (const list of lists) {
    const url = URL.parse(list);
    if (!url || url.origin !== site.origin) {
      found.wrong(
        `/sitemap.xml names ${list}, which isn’t on ${site.origin}. Build with SITE_URL=${site.origin}.`,
      );
      continue;
    }
    const reply = await client.ask(url);
    if (reply.status !== 200)
      found.wrong(`/sitemap.xml names ${url.pathname}, which answers ${reply.status}. Publish again.`);
    const addresses = sitemapAddresses(reply.body.toString());
    listed += addresses.length;
    // Spread over the whole list, so that every kind of page has its chance.
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
        progress(`  ${read} pages read, ${asked} other addresses asked for`);
      }
    }
  };
  // The first page alone: it fills the queue for the others.
  await visit(queue.shift() ?? '/');
  while (queue.length > 0) await Promise.all(Array.from({ length: 6 }, worker));
  const limits = beyond > 0 ? `, ${beyond} links beyond the limit (--pages)` : '';
  return {
    result: found.result(
      'Links',
      `${read} pages read of ${listed} in sitemaps, ${asked} other addresses${limits}`,
    ),
    samples,
  };
}
