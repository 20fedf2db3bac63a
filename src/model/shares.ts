/** Counts organizations by region and by the United Nations' groups of countries. */
import { countryRegions, type Country, type Region } from './vocabularies/countries';
import {
  developmentGroups,
  countryDevelopmentGroups,
  type DevelopmentGroup,
} from './vocabularies/development-groups';

/** The organizations in a place, and their share of all in whole per cent. */
interface PercentShare<Id extends string = string> {
  readonly id: Id;
  readonly count: number;
  readonly percent: number;
}

/** Regions of UN M49 that together make up the world, the Americas in their two parts; each country lies in one. */
export const worldRegions = ['002', '419', '142', '009', '150', '021'] as const satisfies readonly Region[];

function sharesOf<Id extends string>(
  ids: readonly Id[],
  countries: readonly Country[],
  placesOf: (country: Country) => readonly string[],
): PercentShare<Id>[] {
  const places = countries.flatMap(placesOf);
  return ids.map((id) => {
    const count = places.filter((place) => place === id).length;
    return { id, count, percent: countries.length === 0 ? 0 : Math.round((100 * count) / countries.length) };
  });
}

/**
 * Shares by region, those without any left out; `countries` has one country for each organization:
 * `['SN', 'SN', 'NP', 'BO'] -> 002: 2, 50 %; 419: 1, 25 %; 142: 1, 25 %`.
 */
export function regionShares(countries: readonly Country[]): PercentShare<Region>[] {
  return sharesOf(worldRegions, countries, countryRegions).filter(({ count }) => count > 0);
}

/** Shares by development group, all three of them. A country may be in more than one, so they don't add up to 100 %. */
export function groupShares(countries: readonly Country[]): PercentShare<DevelopmentGroup>[] {
  return sharesOf(developmentGroups, countries, countryDevelopmentGroups);
}
