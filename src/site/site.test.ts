import { describe, expect, it } from 'vitest';
import type { Locale } from '@/i18n/locales';
import type { RawEntry } from '@/model/types/entry';
import { rawOpportunity, rawOrganization, rawSettings } from '@/model/samples.fixture';
import { inLanguage, siteOf } from './site.fixture';

const now = Date.parse('2026-11-25T00:00:00Z');

/** The opportunities of a site with these, in a language. */
const opportunitiesOf = (locale: Locale, ...entries: RawEntry[]) =>
  inLanguage(siteOf([rawOrganization('o1'), rawSettings(), ...entries], { now }), locale).opportunities;

describe('the site as data', () => {
  it('shows an entry in each language at its own address', () => {
    const [view] = opportunitiesOf('fr', rawOpportunity('a'));
    expect(view).toMatchObject({
      lang: 'fr',
      translated: true,
      path: '/fr/missions/traduire-le-guide-a/',
      stage: 'open',
    });
    expect(view?.paths).toEqual({
      en: '/en/opportunities/translate-guide-a/',
      fr: '/fr/missions/traduire-le-guide-a/',
    });
    expect(view?.organization.path).toBe('/fr/organisations/organisation-o1/');
  });

  it('falls back to the original language as a whole, and says so', () => {
    const entry = rawOpportunity('a', {}, { fr: { title: 'Traduire', summary: 'Un résumé.' } });
    const [view] = opportunitiesOf('fr', entry);
    expect(view).toMatchObject({ locale: 'fr', lang: 'en', translated: false, translations: ['en'] });
    expect(view?.texts.title).toEqual({ value: 'Translate guide a', lang: 'en' });
    expect(view?.path).toBe('/fr/missions/translate-guide-a/');
  });

  it('falls back field by field for a text that was never translated', () => {
    const english = { ...rawOpportunity('a').locales.en, learning: 'A lot.' };
    const [view] = opportunitiesOf('fr', rawOpportunity('a', {}, { en: english }));
    expect(view?.translated).toBe(true);
    expect(view?.texts.learning).toEqual({ value: 'A lot.', lang: 'en' });
  });

  it('never takes an address from another language', () => {
    const english = { ...rawOpportunity('a').locales.en, slug: 'guide' };
    const [view] = opportunitiesOf('fr', rawOpportunity('a', {}, { en: english }));
    expect(view?.slug).toBe('traduire-le-guide-a');
    expect(view?.paths.en).toBe('/en/opportunities/guide/');
  });

  it('lists the newest first, then by id', () => {
    const newest = rawOpportunity('c', { posted: '2026-05-01' });
    const opportunities = opportunitiesOf('en', rawOpportunity('b'), rawOpportunity('a'), newest);
    expect(opportunities.map(({ id }) => id)).toEqual(['c', 'a', 'b']);
  });
});
