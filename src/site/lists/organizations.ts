/** The organizations of a locale from A to Z, and their opportunities. */
import { createCollator } from '@/i18n/format/format';
import { acceptsApplications } from '@/model/time/lifecycle';
import { cacheByObject } from '@/model/cache-by-object';
import type { LocaleSite, SiteOpportunity } from '../site';

/** The number of organizations on a page of their list. */
const pageSize = 30;

/** Returns the number of pages of a list; an empty list has one, with a notice. */
export function pageCount(entries: number): number {
  return Math.max(1, Math.ceil(entries / pageSize));
}

/** Returns the entries on a page, counted from 1. */
export function slicePage<T>(entries: readonly T[], page: number): readonly T[] {
  return entries.slice((page - 1) * pageSize, page * pageSize);
}

/** A–Z without accents, or `#` for other scripts and digits. */
function firstLetter(name: string): string {
  const first =
    name
      .normalize('NFD')
      .replaceAll(/\p{M}/gu, '')
      .match(/[\p{L}\p{N}]/u)?.[0]
      ?.toUpperCase() ?? '#';
  return /[A-Z]/.test(first) ? first : '#';
}

/** The opportunities of each organization, open or not, newest first, by its id. */
export const opportunitiesByOrganization = cacheByObject(
  ({ opportunities }: LocaleSite): ReadonlyMap<string, readonly SiteOpportunity[]> =>
    Map.groupBy(opportunities, ({ organization }) => organization.id),
);

/**
 * All organizations in the alphabetical order of the language, each with the number of its open opportunities; and the letters in
 * use, each with the page of the list on which it begins.
 */
export const organizationsByName = cacheByObject((own: LocaleSite) => {
  const byOrganization = opportunitiesByOrganization(own);
  const compare = createCollator(own.locale);
  const named = own.organizations
    .map((organization) => {
      const name = organization.texts.name.value;
      const open = (byOrganization.get(organization.id) ?? []).filter(({ stage }) =>
        acceptsApplications(stage),
      ).length;
      return { organization, name, letter: firstLetter(name), open };
    })
    .toSorted((a, b) => compare(a.letter, b.letter) || compare(a.name, b.name));
  const letters = named.flatMap(({ letter }, index) =>
    index > 0 && named[index - 1]?.letter === letter
      ? []
      : [{ letter, page: Math.floor(index / pageSize) + 1 }],
  );
  return { named, letters };
});
