/** Static paths of pages, for `getStaticPaths`: thin props, the page looks its data up in the catalog. */
import type { Locale } from '@/i18n/locales';
import { sectionSlug, type Section } from '@/i18n/routes';
import type { LocaleSite } from '@/site/site';
import { getSite } from './site';

/** Entries on a page of a list. */
export const pageSize = 20;

export interface StaticPath {
  readonly params: Record<string, string | undefined>;
  readonly props: { readonly locale: Locale };
}

/** How many pages a list of so many entries takes; an empty list has one, which says so. */
export function pageCount(entries: number): number {
  return Math.max(1, Math.ceil(entries / pageSize));
}

/** The part of a list that stands on a page, counted from 1. */
export function slicePage<T>(entries: readonly T[], page: number): readonly T[] {
  return entries.slice((page - 1) * pageSize, page * pageSize);
}

/** One path for each language. */
export async function localePaths(): Promise<StaticPath[]> {
  const { locales } = await getSite();
  return locales.map((locale) => ({ params: { locale }, props: { locale } }));
}

/** One path for each language of a section's own page; `param` is the route's name for the section. */
export async function sectionPaths(section: Section, param: string): Promise<StaticPath[]> {
  const { locales } = await getSite();
  return locales.map((locale) => ({
    params: { locale, [param]: sectionSlug(locale, section) },
    props: { locale },
  }));
}

/** One path for each entry in each language. */
export async function entryPaths<View extends { readonly slug: string }>(
  section: Section,
  param: string,
  entriesOf: (site: LocaleSite) => readonly View[],
): Promise<{ params: Record<string, string>; props: { locale: Locale; entry: View } }[]> {
  const { byLocale } = await getSite();
  return [...byLocale].flatMap(([locale, site]) =>
    entriesOf(site).map((entry) => ({
      params: { locale, [param]: sectionSlug(locale, section), slug: entry.slug },
      props: { locale, entry },
    })),
  );
}

/** The pages after the first of a list in each language: `page/2/` and on. */
export async function furtherPaths(
  section: Section,
  param: string,
  lengthOf: (locale: Locale) => Promise<number> | number,
): Promise<{ params: Record<string, string>; props: { locale: Locale; page: number } }[]> {
  const { locales } = await getSite();
  const counts = await Promise.all(
    locales.map(async (locale) => [locale, pageCount(await lengthOf(locale))] as const),
  );
  return counts.flatMap(([locale, pages]) =>
    Array.from({ length: pages - 1 }, (_, index) => ({
      params: { locale, [param]: sectionSlug(locale, section), page: String(index + 2) },
      props: { locale, page: index + 2 },
    })),
  );
}
