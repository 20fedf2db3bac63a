/**
 * What a search by words needs besides the page's own code, for a page whose address has words: without this the
 * browser learns of each file from the one before, and a poor line is mostly waiting. The links stand in a template, so
 * that a visitor without words loads nothing for them.
 */
import type { SearchProps } from './props';

/** Puts the template's links into the page where the address has words. Allowed by its hash (astro.config.mjs). */
export const earlyLoadsScript =
  '/[?&]q=[^&]/.test(location.search)&&document.currentScript.before(document.currentScript.previousElementSibling.content)';

/** A file that is asked for early; modules are asked for otherwise than what code fetches. */
export interface EarlyLoad {
  readonly href: string;
  readonly isModule: boolean;
}

/** The files, at exactly the addresses that the code asks for later; none where there is nothing to search, and so no index. */
export function earlyLoads({
  urls: { bundle, meanings },
  locale,
  version,
  options,
}: SearchProps): EarlyLoad[] {
  if (options.status.length === 0) return [];
  const fetched = [
    `${bundle}pagefind-entry.json?ts=${version}`,
    `${bundle}pagefind.${indexName(locale, version)}.pf_meta`,
    `${bundle}wasm.${locale}.pagefind`,
    `${meanings}?v=${version}`,
  ];
  return [
    { href: `${bundle}pagefind.js`, isModule: true },
    ...fetched.map((href) => ({ href, isModule: false })),
  ];
}

/** What the index of a language is called in its files' names: `fr_0123456789`, known before it is made. */
export function indexName(locale: string, version: string): string {
  return `${locale}_${version}`;
}
