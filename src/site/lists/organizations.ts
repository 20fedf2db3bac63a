/** The organizations of a locale from A to Z, and their opportunities. */
import { createCollator } from '@/i18n/format/format';
import { acceptsApplications } from '@/model/time/lifecycle';
import { cacheByObject } from '@/model/cache-by-object';
import type { LocaleSite, SiteOpportunity } from '../site';

/** The number of organizations on a page of their list. */
const pageSize = 30;

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
 * All organizations in the alphabetical order of the language, page by page, each with the number of its open opportunities; and
 * the letters in use, each with the page on which it begins, counted from 1.
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
  const pages = Array.from({ length: Math.ceil(named.length / pageSize) }, (_, index) =>
    named.slice(index * pageSize, (index + 1) * pageSize),
  );
  return { pages, letters };
});
