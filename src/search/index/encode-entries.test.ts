import { describe, expect, it } from 'vitest';
import { rawCampaign, rawOpportunity, rawOrganization, rawPage, rawSettings } from '@/model/samples.fixture';
import { acceptEntries } from '@/pipeline/check/accept';
import { buildSite, type LocaleSite } from '@/site/site';
import { encodeEntries, collectEntries } from './encode-entries';
import { entriesVersion, packEntries, readEntries } from '../entries/entries-file';

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

  it('names what an entry is filed under in the reader’s language, without what it says anyway', () => {
    const [organization] = french;
    expect(organization).toMatchObject({ type: 'organization', title: 'Organisation o1', lang: undefined });
    expect(organization?.words.split(' ')).toEqual(
      expect.arrayContaining(['swn', 'sénégal', 'niger', 'eau', 'assainissement']),
    );
    expect(organization?.words).not.toContain('organisation');
    expect(french.find(({ type }) => type === 'campaign')?.words).toContain('harbour school');
  });

  it('says in what language an entry is that isn’t translated', () => {
    const view = siteIn('fr').organizations.find(({ id }) => id === 'o2');
    expect(byPath.get(view?.path ?? '')).toMatchObject({ title: 'Organization o2', lang: 'en' });
  });
});

describe('the file of entries', () => {
  it('is read as it was written', () => {
    const entries = collectEntries(siteIn('fr'));
    const file = JSON.parse(JSON.stringify(packEntries(entries))) as ReturnType<typeof packEntries>;
    expect(readEntries(file)).toEqual(entries);
    expect(readEntries({ ...file, version: entriesVersion + 1 })).toEqual([]);
  });

  it('has another version when something in it changes', () => {
    const english = siteIn('en');
    expect(encodeEntries(english).version).toBe(encodeEntries(english).version);
    expect(encodeEntries({ ...english, pages: [] }).version).not.toBe(encodeEntries(english).version);
  });
});
