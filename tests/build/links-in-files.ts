/**
 * Addresses of the site in files that are no pages' links: feeds, calendars, data, sitemaps, scripts' data, pictures,
 * PDFs, and what stands in pages as text, as JSON-LD or within other services' addresses.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { readPageLinks } from '../../scripts/built-site/read-pages';

/** Formats in which no address is readable or ours. */
const unread = /\.(?:png|webp|avif|woff2|pagefind|pf_\w+)$/;

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

/** Each address of the site in a file, once. Those from the root count in JSON, where the site's own code reads them. */
function addressesIn(file: string, bytes: Buffer, siteUrl: string): string[] {
  const text = plain(file, bytes.toString(file.endsWith('.pdf') ? 'latin1' : 'utf8'));
  const whole = text.match(new RegExp(siteUrl + ending, 'g')) ?? [];
  const fromRoot = file.endsWith('.json')
    ? [...text.matchAll(/"(\/[a-z]+\/[\w%/.#-]*)"/g)].map(([, address = '']) => siteUrl + address)
    : [];
  return [...new Set([...whole, ...fromRoot])].map((address) => address.replace(/[.:!?…&]+$/, ''));
}

/** A built site: how many addresses of itself each format holds, and those that lead to no file or anchor of it. */
export interface FormatLinks {
  /** By the end of the files' names: `ics`. */
  readonly counts: ReadonlyMap<string, number>;
  /** `/en/feed.xml -> /en/opportunities/gone/`. */
  readonly broken: readonly string[];
}

export function linksInFiles(dir: string, siteUrl: string): FormatLinks {
  const counts = new Map<string, number>();
  const broken: string[] = [];
  const targets = new Map<string, boolean>();
  const idsOf = new Map<string, ReadonlySet<string>>();
  const redirects = new Set(
    readFileSync(path.join(dir, '_redirects'), 'utf8')
      .split('\n')
      .map((line) => line.split(' ')[0] ?? ''),
  );

  const leads = (address: string): boolean => {
    const { pathname, hash } = new URL(address);
    const target = decodeURIComponent(pathname);
    const file = path.join(dir, target, target.endsWith('/') ? 'index.html' : '');
    if (!existsSync(file) || !statSync(file).isFile()) return redirects.has(target);
    const anchor = decodeURIComponent(hash.slice(1));
    if (anchor === '' || !file.endsWith('.html')) return true;
    const ids = idsOf.get(file) ?? readPageLinks({ path: target, html: readFileSync(file, 'utf8') }).ids;
    idsOf.set(file, ids);
    return ids.has(anchor);
  };

  for (const name of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
    const file = path.join(dir, name);
    if (unread.test(name) || !statSync(file).isFile()) continue;
    for (const address of addressesIn(name, readFileSync(file), siteUrl)) {
      const format = path.extname(name).slice(1) || name;
      counts.set(format, (counts.get(format) ?? 0) + 1);
      const isThere = targets.get(address) ?? leads(address);
      targets.set(address, isThere);
      if (!isThere) broken.push(`/${name} -> ${address.slice(siteUrl.length)}`);
    }
  }
  return { counts, broken };
}
