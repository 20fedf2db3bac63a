import { describe, expect, it } from 'vitest';
import { rowNames } from '@/components/opportunity/opportunity-facts';
import { rowFacts } from '@/components/opportunity/row-facts';
import { translator } from '@/i18n/translate';
import { opportunityCard } from '@/site/cards';
import { emptyState, parseAddress } from '../facets/search-address';
import { createLabels } from '../facets/labels';
import { buildSearchProps } from './build-search-props';
import { searchSite } from '../query/search.fixture';
import { islandProps } from './search-props';
import { searchVersion } from '../index/search-version';

const site = searchSite();
const t = translator('fr');
const props = buildSearchProps(site, t);
const island = islandProps(props);
const labels = createLabels(island);

describe('buildSearchProps', () => {
  it('offers what occurs, by its name in the language', () => {
    expect(props.options.task.map(({ label }) => label)).toEqual([
      'Traduction',
      'Enseignement et tutorat',
      'Données',
    ]);
    expect(props.options.country).toEqual([
      { id: 'KE', label: 'Kenya' },
      { id: 'NE', label: 'Niger' },
    ]);
    expect(props.options.lang.map(({ id }) => id)).toEqual(['en', 'fr', 'km']);
    expect(props.options.region.map(({ id }) => id)).toContain('202');
    expect(props.options.hours.map(({ id }) => id)).toEqual(['1', '2', '5', '10', '20']);
  });

  it('calls a language in a row as it is inside a sentence', () => {
    expect(props.shownIn).toEqual({ en: 'Texte en anglais', es: 'Texte en espagnol' });
  });

  it('takes the newest open ones along', () => {
    expect(island.newest.map(({ path }) => path)).toEqual([
      '/fr/missions/teach-statistics-to-nurses/',
      '/fr/missions/traduire-l-oeuvre-d-un-puisatier/',
    ]);
    expect(island.newest[1]).toMatchObject({
      title: 'Traduire l’œuvre d’un puisatier',
      organization: { name: { value: 'Organisation o1', lang: 'fr' }, country: 'Sénégal' },
      shared: { taskTypes: ['translation'] },
      closesAt: Date.parse('2026-12-02T23:00:00Z'),
    });
  });

  it('refuses a language that is not built', () => {
    expect(() => buildSearchProps(site, translator('es'))).toThrow('not built in es');
  });
});

describe('searchVersion', () => {
  it('changes with the content, and only then', () => {
    const english = site.byLocale.get('en');
    const again = searchSite().byLocale.get('en');
    if (!english || !again) throw new Error('The fixture has no English.');
    expect(searchVersion(again)).toBe(searchVersion(english));
    expect(searchVersion({ ...english, opportunities: english.opportunities.slice(1) })).not.toBe(
      searchVersion(english),
    );
  });
});

describe('labels', () => {
  it('name facts as every other list does', () => {
    const opportunities = site.byLocale.get('fr')?.opportunities ?? [];
    expect(opportunities.length).toBeGreaterThan(2);
    for (const card of opportunities.map(opportunityCard))
      expect(rowFacts(t, labels, card)).toEqual(rowFacts(t, rowNames(t), card));
  });

  it('name choices, also of what the site doesn’t have', () => {
    const chips = labels.chips(parseAddress('?country=NE,PE&lang=wo:good&region=419&closes=7&status=open'));
    expect(chips.map(({ label }) => label)).toEqual([
      'Niger',
      'Pérou',
      'Amérique latine',
      'Wolof, bon niveau',
      'Clôture d’ici 7 jours',
    ]);
    expect(labels.chips(emptyState)).toEqual([]);
  });
});
