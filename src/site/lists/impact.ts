/** Figures about the service from the site's own entries. */
import { groupShares, regionShares } from '@/model/shares';
import { cacheByObject } from '@/model/cache-by-object';
import { newestUpdate, type Site } from '../site';

/** Returns counts of the site's entries, the same in every language, computed once. */
export const countImpact = cacheByObject(({ byLocale }: Pick<Site, 'byLocale'>) => {
  // Every locale has every entry, translated or not.
  const [site] = byLocale.values();
  const { organizations = [], opportunities = [], pages = [], settings } = site ?? {};
  const countries = organizations.map(({ shared }) => shared.country);
  return {
    organizations: organizations.length,
    /** The number of countries in which they are registered. */
    countries: new Set(countries).size,
    regions: regionShares(countries),
    groups: groupShares(countries),
    /** The latest update of any entry, `YYYY-MM-DD`; undefined if there is none. */
    updated: newestUpdate([...organizations, ...opportunities, ...pages, ...(settings ? [settings] : [])]),
  };
});
