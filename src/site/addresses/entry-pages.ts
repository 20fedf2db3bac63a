/** The pages of entries. */
import type { Locale } from '@/i18n/locales';
import type { Site } from '../site';

/** The page of an entry. */
export interface EntryPage {
  /** Type and id: `story/x`. */
  readonly key: string;
  readonly path: string;
}

/** Returns the entries' pages in a locale. */
export function entryPages({ byLocale }: Pick<Site, 'byLocale'>, locale: Locale): EntryPage[] {
  const own = byLocale.get(locale);
  if (!own) return [];
  return [
    ...own.opportunities,
    ...own.organizations,
    ...own.campaigns,
    ...own.stories,
    ...own.resources,
    ...own.pages,
  ].map(({ type, id, path }) => ({ key: `${type}/${id}`, path }));
}
