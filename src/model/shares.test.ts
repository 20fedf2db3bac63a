import { describe, expect, it } from 'vitest';
import { groupShares, regionShares, worldRegions } from './shares';
import { countries, countryRegions } from './vocabularies/countries';

describe('shares by region', () => {
  it('counts each organization once, by the country it is registered in', () => {
    expect(regionShares(['SN', 'SN', 'NP', 'BO'])).toEqual([
      { id: '002', count: 2, percent: 50 },
      { id: '419', count: 1, percent: 25 },
      { id: '142', count: 1, percent: 25 },
    ]);
  });

  it('puts every country into one region, but for the Antarctic, which has none', () => {
    const places = (country: string) =>
      countryRegions(country).filter((region) => (worldRegions as readonly string[]).includes(region)).length;
    expect(countries.filter((country) => places(country) !== 1)).toEqual(['AQ']);
  });
});

describe('shares by development group', () => {
  it('counts a country in each group that it is in, rounded to whole per cent', () => {
    // Nepal is least developed and landlocked, Haiti least developed and an island State, France in no group.
    expect(groupShares(['NP', 'HT', 'FR'])).toEqual([
      { id: 'ldc', count: 2, percent: 67 },
      { id: 'lldc', count: 1, percent: 33 },
      { id: 'sids', count: 1, percent: 33 },
    ]);
  });

  it('has all three groups where there is no organization', () => {
    expect(groupShares([]).map(({ percent }) => percent)).toEqual([0, 0, 0]);
  });
});
