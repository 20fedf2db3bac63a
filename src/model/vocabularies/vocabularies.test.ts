import { describe, expect, it } from 'vitest';
import { matchingHoursBands, matchingLengthBand } from './bands';
import { countries, regions, enclosingRegions, countryRegions } from './countries';
import { developmentGroupLists, developmentGroups, countryDevelopmentGroups } from './development-groups';
import { levelSuffices } from './languages';
import { mdgs, mdgsOfSdg, sdgs, sdgsOfMdg } from './sdgs';
import { isTimeZone } from './time-zones';

describe('countries and regions', () => {
  it('knows the regions around a country, smallest first', () => {
    expect(countryRegions('SN')).toEqual(['011', '202', '002']);
    expect(countryRegions('KH')).toEqual(['035', '142']);
    expect(countryRegions('XX')).toEqual([]);
    expect(enclosingRegions('011')).toEqual(['011', '202', '002']);
    expect(enclosingRegions('001')).toEqual([]);
  });

  it('has every country once', () => {
    expect(countries.length).toBeGreaterThan(240);
    expect(new Set(countries).size).toBe(countries.length);
    expect(regions).toContain('001');
  });

  it('lists development groups of known countries only', () => {
    for (const group of developmentGroups) {
      for (const code of developmentGroupLists[group].countries) expect(countries).toContain(code);
    }
    expect(developmentGroupLists.ldc.countries).toHaveLength(44);
    expect(developmentGroupLists.lldc.countries).toHaveLength(32);
    expect(countryDevelopmentGroups('NP')).toEqual(['ldc', 'lldc']);
    expect(countryDevelopmentGroups('FR')).toEqual([]);
  });
});

describe('bands', () => {
  it.each([
    [{ min: 0.5, max: 1 }, ['1']],
    [{ min: 1, max: 2 }, ['1', '2-5']],
    [{ min: 3, max: 8 }, ['2-5', '6-10']],
    [{ min: 5.5, max: 5.5 }, ['6-10']],
    [{ min: 12, max: 20 }, ['11-20']],
  ])('hours %o are found under %o', (hours, bands) => {
    expect(matchingHoursBands(hours)).toEqual(bands);
  });

  it.each([
    [{ kind: 'one-off' }, 'one-off'],
    [{ kind: 'weeks', weeks: 0.5 }, 'days'],
    [{ kind: 'weeks', weeks: 4 }, '1-4'],
    [{ kind: 'weeks', weeks: 5 }, '5-12'],
  ] as const)('length %o is found under %s', (length, band) => {
    expect(matchingLengthBand(length)).toBe(band);
  });
});

describe('goals', () => {
  it('carries every goal of 2000 on by goals that exist', () => {
    for (const mdg of mdgs) {
      expect(sdgsOfMdg[mdg].length).toBeGreaterThan(0);
      for (const sdg of sdgsOfMdg[mdg]) expect(sdgs).toContain(sdg);
    }
  });

  it('knows what a goal of 2015 carries on, and which were new', () => {
    expect(mdgsOfSdg('3')).toEqual(['4', '5', '6']);
    expect(mdgsOfSdg('5')).toEqual(['3', '5']);
    expect(sdgs.filter((sdg) => mdgsOfSdg(sdg).length === 0)).toEqual(['9', '16']);
  });
});

it('compares levels of languages', () => {
  expect(levelSuffices('fluent', 'good')).toBe(true);
  expect(levelSuffices('basic', 'good')).toBe(false);
});

it('knows old and new names of time zones', () => {
  for (const zone of ['Asia/Katmandu', 'Asia/Kathmandu', 'UTC']) expect(isTimeZone(zone), zone).toBe(true);
  for (const zone of ['Africa/Nowhere', '+02:00']) expect(isTimeZone(zone), zone).toBe(false);
});
