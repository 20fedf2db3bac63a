/** The addresses that a site promises: those of its entries, and pages that are there whatever the entries are. Pure. */
import { pathOf, sectionOfType, type PagedType, type Section } from '@/i18n/routes';
import type { Content } from '@/pipeline/content';
import { pagedViews, redirectsOf } from '@/site/redirects';
import type { Site } from '@/site/site';
import { isComplete } from '@/pipeline/check/validate';

/** Addresses that entries have in languages into which they are translated, by `type/id`. */
export type EntryAddresses = Readonly<Record<string, string[]>>;

/**
 * The addresses of each entry. A page that stands in another language than its own isn’t promised: it moves once
 * somebody translates it.
 */
export function entryAddresses(content: Content, site: Site): EntryAddresses {
  const entries = new Map(content.entries.map((entry) => [`${entry.type}/${entry.id}`, entry]));
  const found: Record<string, string[]> = {};
  for (const [locale, own] of site.byLocale) {
    for (const { type, id, path } of pagedViews(own)) {
      const key = `${type}/${id}`;
      const entry = entries.get(key);
      if (entry && isComplete(entry, locale)) (found[key] ??= []).push(path);
    }
  }
  return found;
}

/** Lists that come and go with what is in them. */
const lists = /^\/[^/]+\/browse\/|\/page\/\d+\/$/;

/** Addresses of the parts of a site of which it shows nothing. */
export function emptySections({ byLocale }: Site): Set<string> {
  const types = Object.entries(sectionOfType) as [PagedType, Section][];
  return new Set(
    [...byLocale].flatMap(([locale, own]) => {
      const shown = new Set<string>(pagedViews(own).map(({ type }) => type));
      return types
        .filter(([type]) => !shown.has(type))
        .map(([, section]) => pathOf(locale, { to: 'section', section }));
    }),
  );
}

/**
 * The pages among `files` (`/en/index.html`) that no entry can take away: not those of entries and what lies below them,
 * former and short addresses, lists of a kind, and parts of the site of which nothing is shown.
 */
export function standingPages(site: Site, files: Iterable<string>): string[] {
  const fleeting = emptySections(site);
  for (const own of site.byLocale.values()) {
    for (const { path } of pagedViews(own)) fleeting.add(path);
    for (const { from } of redirectsOf(own).made) fleeting.add(from);
  }
  const isFleeting = (page: string): boolean => {
    const parent = page.replace(/[^/]+\/$/, '');
    return fleeting.has(page) || (parent !== page && isFleeting(parent));
  };
  return [...files]
    .filter((file) => file.endsWith('/index.html') && !file.startsWith('/embed/'))
    .map((file) => file.slice(0, -'index.html'.length))
    .filter((page) => !lists.test(page) && !isFleeting(page))
    .toSorted();
}
