/** Figures about the service from the site's own entries. */
import { groupShares, regionShares, type PercentShare } from '@/model/shares';
import type { DevelopmentGroup } from '@/model/vocabularies/development-groups';
import { cacheByObject } from '@/model/cache-by-object';
import type { Site } from '../site';

/** Counts of the site's entries; the same in every language. */
export interface Impact {
  readonly organizations: number;
  /** The number of countries in which they are registered. */
  readonly countries: number;
  readonly regions: readonly PercentShare[];
  readonly groups: readonly PercentShare<DevelopmentGroup>[];
  /** The latest update of any entry, `YYYY-MM-DD`; undefined if there is none. */
  readonly updated: string | undefined;
}

function count({ byLocale }: Pick<Site, 'byLocale'>): Impact {
  // Every locale has every entry, translated or not.
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

/** Returns the counts, computed once. */
export const countImpact = cacheByObject(count);
