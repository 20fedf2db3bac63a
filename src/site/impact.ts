/** What the site's own entries say about the service. */
import { groupShares, regionShares, type PercentShare } from '@/model/shares';
import type { DevelopmentGroup } from '@/model/vocabularies/development-groups';
import { once } from './once';
import type { Site } from './site';

/** Counts of the site's entries; the same in every language. */
export interface Impact {
  readonly organizations: number;
  /** In how many countries they are registered. */
  readonly countries: number;
  readonly regions: readonly PercentShare[];
  readonly groups: readonly PercentShare<DevelopmentGroup>[];
  /** The day on which any entry last changed, `YYYY-MM-DD`; undefined where there is none. */
  readonly updated: string | undefined;
}

function count({ byLocale }: Pick<Site, 'byLocale'>): Impact {
  // Every language has every entry, translated or not.
  const [site] = byLocale.values();
  const { organizations = [], opportunities = [], pages = [], settings } = site ?? {};
  const countries = organizations.map(({ shared }) => shared.country);
  const days = [...organizations, ...opportunities, ...pages, ...(settings ? [settings] : [])].map(
    ({ shared }) => shared.updated,
  );
  return {
    organizations: organizations.length,
    countries: new Set(countries).size,
    regions: regionShares(countries),
    groups: groupShares(countries),
    updated: days.toSorted().at(-1),
  };
}

/** The counts, made once. */
export const impactOf = once(count);
