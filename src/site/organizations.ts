/** The organizations of a language from A to Z, and what each asks for. */
import { collate } from '@/i18n/format';
import { takesApplications } from '@/model/time/lifecycle';
import { pageSize } from './list-pages';
import { once } from './once';
import type { LocaleSite, SiteOpportunity, SiteOrganization } from './site';

/** An organization in the alphabet of a language. */
export interface NamedOrganization {
  readonly organization: SiteOrganization;
  /** A–Z without accents, or `#` for other scripts and digits. */
  readonly letter: string;
  /** How many of its opportunities are open. */
  readonly open: number;
}

export interface OrganizationsByName {
  readonly named: readonly NamedOrganization[];
  /** Letters in use, and the page of the list on which each begins. */
  readonly letters: readonly { readonly letter: string; readonly page: number }[];
}

function letterOf(name: string): string {
  const first =
    name
      .normalize('NFD')
      .replaceAll(/\p{M}/gu, '')
      .match(/[\p{L}\p{N}]/u)?.[0]
      ?.toUpperCase() ?? '#';
  return /[A-Z]/.test(first) ? first : '#';
}

/** Every organization's opportunities in any state, newest first, by the organization's id. */
export const opportunitiesByOrganization = once(
  ({ opportunities }: LocaleSite): ReadonlyMap<string, readonly SiteOpportunity[]> =>
    Map.groupBy(opportunities, ({ organization }) => organization.id),
);

/** All organizations in the language's order. */
export const organizationsByName = once((own: LocaleSite): OrganizationsByName => {
  const byOrganization = opportunitiesByOrganization(own);
  const compare = collate(own.locale);
  const named = own.organizations
    .map((organization): NamedOrganization & { name: string } => {
      const name = organization.texts.name?.value ?? organization.id;
      const open = (byOrganization.get(organization.id) ?? []).filter(({ stage }) =>
        takesApplications(stage),
      ).length;
      return { organization, name, letter: letterOf(name), open };
    })
    .toSorted((a, b) => compare(a.letter, b.letter) || compare(a.name, b.name));
  const letters = named.flatMap(({ letter }, index) =>
    index > 0 && named[index - 1]?.letter === letter
      ? []
      : [{ letter, page: Math.floor(index / pageSize) + 1 }],
  );
  return { named, letters };
});
