/**
 * Links of a built site in every format: of pages, and addresses of the site in feeds, calendars, data, sitemaps, scripts'
 * data, pictures, PDFs, and in pages as text, as JSON-LD or within other services' addresses.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { readBuiltPages, readPageLinks } from '../../scripts/built-site/read-pages';

/** Where a build without `SITE_URL` says that the site is. */
export const siteUrl = 'http://localhost:4321';

/** Formats in which no address is readable or ours. */
const unread = /\.(?:png|webp|avif|woff2|pagefind|pf_\w+|gz)$/;

/** What ends an address in any format: white space, quotes, brackets, and what escapes them. */
const ending = String.raw`[^\s"'<>()[\]{}\\|,;*\0]*`;

/** A text without what its format does to addresses: folded lines, `&amp;`, `%3A%2F%2F`. */
function plain(file: string, text: string): string {
  if (file.endsWith('.ics')) return text.replaceAll(/\r\n[ \t]/g, '');
  const unescaped = /\.(?:html|xml|svg)$/.test(file)
    ? text.replaceAll('&amp;', '&').replaceAll(/&(?:quot|lt|gt|#39|#34);/g, ' ')
    : text;
  return unescaped.replaceAll(/https?%3A%2F%2F[\w%.~-]+/gi, (encoded) => ` ${decodeURIComponent(encoded)} `);
}

/** Each address of the site in a file. Those from the root count in JSON, where the site's own code reads them. */
function addressesIn(file: string, bytes: Buffer, site: string): string[] {
  const text = plain(file, bytes.toString(file.endsWith('.pdf') ? 'latin1' : 'utf8'));
  const whole = text.match(new RegExp(site + ending, 'g')) ?? [];
  const fromRoot = file.endsWith('.json')
    ? [...text.matchAll(/"(\/[a-z]+\/[\w%/.#-]*)"/g)].map(([, address = '']) => site + address)
    : [];
  return [...whole, ...fromRoot].map((address) => address.replace(/[.:!?…&]+$/, ''));
}

interface CheckedLinks {
  /** How many addresses of the site each format holds, by the end of the files' names: `ics`. */
  readonly counts: ReadonlyMap<string, number>;
  /** Those that lead to no page, file or anchor of it, each once: `/en/feed.xml -> /en/opportunities/gone/`. */
  readonly broken: readonly string[];
}

export function checkLinks(dir: string, site = siteUrl): CheckedLinks {
  const pages = new Map(readBuiltPages(dir).map((page) => [page.path, readPageLinks(page)]));
  const redirects = readFileSync(path.join(dir, '_redirects'), 'utf8').split('\n');
  const redirected = new Set(redirects.map((line) => line.split(' ')[0]));

  const leads = ({ pathname, hash }: URL): boolean => {
    const target = decodeURIComponent(pathname);
    const page = pages.get(target);
    if (page) return hash === '' || page.ids.has(decodeURIComponent(hash.slice(1)));
    const isFile = statSync(path.join(dir, target), { throwIfNoEntry: false })?.isFile() === true;
    return isFile || redirected.has(target);
  };

  const counts = new Map<string, number>();
  const broken = new Set<string>();
  for (const name of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
    const file = path.join(dir, name);
    if (unread.test(name) || !statSync(file).isFile()) continue;
    const own = `/${name}`.replace(/index\.html$/, '');
    const links = pages.get(own)?.addresses ?? [];
    const urls = [...links, ...addressesIn(name, readFileSync(file), site)]
      .map((address) => new URL(address, site + own))
      .filter(({ origin }) => origin === site);
    const format = path.extname(name).slice(1) || name;
    counts.set(format, (counts.get(format) ?? 0) + new Set(urls.map(String)).size);
    for (const url of urls) if (!leads(url)) broken.add(`${own} -> ${url.href.slice(site.length)}`);
  }
  return { counts, broken: [...broken] };
}
