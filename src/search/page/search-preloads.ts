/**
 * Preloads for a search by words, on a page whose address has some: without them the browser discovers each file from
 * the one before, and a slow connection is mostly waiting. The links are in a template, so that a visitor without words
 * loads nothing for them.
 */
import { engineFile } from './search-paths';
import type { SearchProps } from './search-props';

/** A file to preload; modules need another kind of link. */
export interface SearchPreload {
  readonly href: string;
  readonly isModule: boolean;
}

/**
 * The files, at exactly the addresses that the code requests later; none if there are no opportunities, and so no
 * index.
 */
export function listPreloads({
  urls: { bundle, meanings },
  locale,
  version,
  options,
}: SearchProps): SearchPreload[] {
  if (options.status.length === 0) return [];
  const fetched = [
    `${bundle}pagefind-entry.json?ts=${version}`,
    `${bundle}pagefind.${indexName(locale, version)}.pf_meta`,
    `${meanings}?v=${version}`,
    // The largest by far, and the browser compiles it on its own: the last one.
    `${bundle}${engineFile(locale)}`,
  ];
  return [
    { href: `${bundle}pagefind.js`, isModule: true },
    ...fetched.map((href) => ({ href, isModule: false })),
  ];
}

/** The name of a language's index in its file names, known before it is built: `fr_0123456789`. */
export function indexName(locale: string, version: string): string {
  return `${locale}_${version}`;
}
