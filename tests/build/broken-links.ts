/** Links of a built site that lead nowhere. */
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { readPageLinks, readBuiltPages } from '../../scripts/built-site/read-pages';

/** Where the builds of these tests say that the site is; they set no `SITE_URL`. */
export const siteUrl = 'http://localhost:4321';

/** Every link within the site that leads to no page, file or anchor of it, once each: `/en/ -> /de/`. */
export function brokenLinks(dir: string): string[] {
  const pages = readBuiltPages(dir).map((page) => ({ path: page.path, ...readPageLinks(page) }));
  const idsOf = new Map(pages.map(({ path: own, ids }) => [own, ids]));
  const broken = pages.flatMap(({ path: own, addresses }) =>
    addresses
      .filter((address) => {
        const url = new URL(address, new URL(own, siteUrl));
        if (url.origin !== siteUrl) return false;
        const target = decodeURIComponent(url.pathname);
        const ids = idsOf.get(target);
        const anchor = decodeURIComponent(url.hash.slice(1));
        if (ids) return anchor !== '' && !ids.has(anchor);
        const file = path.join(dir, target);
        return !existsSync(file) || !statSync(file).isFile();
      })
      .map((address) => `${own} -> ${address}`),
  );
  return [...new Set(broken)];
}

/** Every link and address that leads into one of these languages, wherever it stands in a page. */
export function linksInto(dir: string, languages: readonly string[]): string[] {
  return readBuiltPages(dir).flatMap((page) =>
    readPageLinks(page)
      .addresses.map((address) => new URL(address, new URL(page.path, siteUrl)))
      .filter(
        ({ origin, pathname }) => origin === siteUrl && languages.includes(pathname.split('/')[1] ?? ''),
      )
      .map(({ pathname }) => `${page.path} -> ${pathname}`),
  );
}
