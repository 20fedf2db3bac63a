import { collate } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { takesApplications } from '@/model/time/lifecycle';
import type { SiteOpportunity, SiteOrganization } from '@/site/site';
import { pageSize } from './paths';
import { getLocaleSite } from './site';

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

async function makeByName(locale: Locale): Promise<OrganizationsByName> {
  const { organizations } = await getLocaleSite(locale);
  const byOrganization = await opportunitiesByOrganization(locale);
  const compare = collate(locale);
  const named = organizations
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
}

async function groupOpportunities(locale: Locale): Promise<ReadonlyMap<string, readonly SiteOpportunity[]>> {
  const { opportunities } = await getLocaleSite(locale);
  return Map.groupBy(opportunities, ({ organization }) => organization.id);
}

function memoize<T>(make: (locale: Locale) => Promise<T>): (locale: Locale) => Promise<T> {
  const memo = new Map<Locale, Promise<T>>();
  return (locale) => {
    if (import.meta.env.DEV) return make(locale);
    const found = memo.get(locale) ?? make(locale);
    memo.set(locale, found);
    return found;
  };
}

/** All organizations in the language's order. */
export const organizationsByName = memoize(makeByName);

/** Every organization's opportunities in any state, newest first, by the organization's id. */
export const opportunitiesByOrganization = memoize(groupOpportunities);
