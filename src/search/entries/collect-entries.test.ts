import { describe, expect, it } from 'vitest';
import { rawCampaign, rawOpportunity, rawOrganization, rawPage, rawSettings } from '@/model/samples.fixture';
import { acceptEntries } from '@/pipeline/check/accept';
import { buildSite, type LocaleSite } from '@/site/site';
import { loadLanguage } from '../words/load-language';
import { splitWords } from '../words/parse-query';
import { collectEntries, entriesTag } from './collect-entries';
import { findEntries } from './entries';

const { entries: accepted } = acceptEntries(
  [
    rawSettings(),
    rawOrganization('o1', { acronym: 'SWN', causes: ['water'], countries: ['SN', 'NE'] }),
    rawOrganization('o2', {}, { fr: {} }),
    rawOpportunity('guide'),
    rawCampaign('rain', { partners: [{ name: 'Harbour School' }] }),
    rawPage('about'),
  ],
  [],
);
const site = buildSite({
  locales: ['en', 'fr'],
  fallbacks: {},
  entries: accepted,
  pictures: {},
  now: Date.parse('2026-11-25T00:00:00Z'),
});

function siteIn(locale: 'en' | 'fr'): LocaleSite {
  const found = site.byLocale.get(locale);
  if (!found) throw new Error(`The fixture has no ${locale}.`);
  return found;
}

describe('collectEntries', () => {
  const french = collectEntries(siteIn('fr'));
  const byPath = new Map(french.map((entry) => [entry.path, entry]));

  it('has every entry but the opportunities, and the site’s own pages', () => {
    const { organizations, campaigns, pages } = siteIn('fr');
    const paths = [...organizations, ...campaigns, ...pages].map(({ path }) => path);
    expect(paths).toHaveLength(4);
    expect(french.map(({ path }) => path)).toEqual([
      ...paths,
      '/fr/impact/',
      '/fr/objectifs/',
      '/fr/fiche-d-information/',
      '/fr/ce-que-je-peux-faire/',
      '/fr/mon-suivi/',
      '/fr/suivre/',
    ]);
  });

  it('says in what language an entry is that isn’t translated', () => {
    const view = siteIn('fr').organizations.find(({ id }) => id === 'o2');
    expect(byPath.get(view?.path ?? '')).toMatchObject({ title: 'Organization o2', lang: 'en' });
  });
});

it('the tag of the file changes with its entries', () => {
  const english = siteIn('en');
  expect(entriesTag(english)).toBe(entriesTag({ ...english }));
  expect(entriesTag({ ...english, pages: [] })).not.toBe(entriesTag(english));
});

describe('findEntries', () => {
  const names = ['Well Network', 'The Well and Pump Network', 'Atoll Archive', 'About Us'];
  const entries = names.map((title, at) => {
    return { type: 'organization', path: `/${at}/`, title, acronym: at === 2 ? 'AAR' : '' } as const;
  });
  const find = async (words: string) => {
    const rules = await loadLanguage('en');
    const wanted = splitWords(words).map(({ token }) => [token]);
    const found = findEntries(entries, wanted, rules);
    return found.map(({ title }) => title);
  };

  it.each([
    // All words in any form; first what has the fewest others.
    ['wells networks', ['Well Network', 'The Well and Pump Network']],
    ['pump', ['The Well and Pump Network']],
    ['aar', ['Atoll Archive']],
    ['atoll pump', []],
    ['about us', ['About Us']],
    ['', []],
  ])('finds names with all words: “%s”', async (words, titles) => {
    expect(await find(words)).toEqual(titles);
  });
});
