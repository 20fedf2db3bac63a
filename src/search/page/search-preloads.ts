/**
 * Preloads for a search by words, on a page whose address has some: without them the browser discovers each file from
 * the one before, and a slow connection is mostly waiting. The links are in a template, so that a visitor without words
 * loads nothing for them.
 */
import { synonymsFile, termsFile } from './search-paths';
import type { SearchProps } from './search-props';

/**
 * The files, at exactly the addresses that the code requests later; none if there are no opportunities, and so no
 * index.
 */
export function listPreloads({ locale, version, options }: SearchProps): string[] {
  if (options.status.length === 0) return [];
  return [termsFile(locale), synonymsFile(locale)].map((file) => `/${file}?v=${version}`);
}
