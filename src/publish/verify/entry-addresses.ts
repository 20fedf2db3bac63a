/** The addresses that a site must keep: those of its entries, and pages that don't depend on entries. Pure. */
import { entryKey } from '@/model/types/entry';
import { pathOf, typeSection, type PagedType, type Section } from '@/i18n/routes';
import type { Content } from '@/pipeline/content';
import { siteRedirects } from '@/site/addresses/redirects';
import { entriesWithPages, type Site } from '@/site/site';
import { isComplete } from '@/pipeline/check/validate';

/** Addresses of entries by `type/id`, in the languages into which they are translated. */
export type EntryAddresses = Readonly<Record<string, string[]>>;

/**
 * Returns the addresses of each entry, except pages that show it in another language: their address changes with a
 * translation.
 */
export function collectEntryAddresses(content: Content, site: Site): EntryAddresses {
  const entries = new Map(content.entries.map((entry) => [entryKey(entry), entry]));
  const found: Record<string, string[]> = {};
  for (const [locale, own] of site.byLocale) {
    for (const { type, id, path } of entriesWithPages(own)) {
      const key = `${type}/${id}`;
      const entry = entries.get(key);
      if (entry && isComplete(entry, locale)) (found[key] ??= []).push(path);
    }
  }
  return found;
}

/** Lists that depend on the entries. */
const lists = /^\/[^/]+\/browse\/|\/page\/[\d-]+\/$/;

/** Returns the addresses of sections without entries. */
export function findEmptySections({ byLocale }: Site): Set<string> {
  const types = Object.entries(typeSection) as [PagedType, Section][];
  return new Set(
    [...byLocale].flatMap(([locale, own]) => {
      const shown = new Set<string>(entriesWithPages(own).map(({ type }) => type));
      return types
        .filter(([type]) => !shown.has(type))
        .map(([, section]) => pathOf(locale, { to: 'section', section }));
    }),
  );
}

/**
 * Returns the pages among `pages` (`/en/`) that don't depend on entries: not pages of entries and below them, redirects,
 * lists, and sections without entries.
 */
export function listFixedPages(
  site: Site,
  pages: Iterable<string>,
  redirects: readonly { readonly from: string }[],
): string[] {
  const fleeting = findEmptySections(site);
  // A redirect disappears with its entry, which an editor may delete.
  for (const { from } of [...siteRedirects(site), ...redirects]) fleeting.add(from);
  for (const own of site.byLocale.values()) for (const { path } of entriesWithPages(own)) fleeting.add(path);
  const isFleeting = (page: string): boolean => {
    const parent = page.replace(/[^/]+\/$/, '');
    return fleeting.has(page) || (parent !== page && isFleeting(parent));
  };
  return [...pages].filter((page) => page.endsWith('/') && !lists.test(page) && !isFleeting(page)).toSorted();
}
