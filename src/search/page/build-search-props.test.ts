import { describe, expect, it } from 'vitest';
import { translator } from '@/i18n/translate';
import { emptyState, parseAddress } from '../facets/search-address';
import { createLabels } from '../facets/labels';
import { buildSearchProps } from './build-search-props';
import { searchSite } from '../query/search.fixture';
import { searchVersion } from '../index/search-version';

const site = searchSite();
const t = translator('fr');
const props = buildSearchProps(site, t);
const labels = createLabels({ ...props, t });

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
    expect(props.newest.map(({ path }) => path)).toEqual([
      '/fr/missions/teach-statistics-to-nurses/',
      '/fr/missions/traduire-l-oeuvre-d-un-puisatier/',
    ]);
    expect(props.newest[1]).toMatchObject({
      title: 'Traduire l’œuvre d’un puisatier',
      organization: 'Organisation o1, Sénégal',
      tasks: ['translation'],
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
    const facts = {
      tasks: ['teaching', 'data'],
      languages: ['en:fluent', 'km:basic?'],
      hours: '1-1',
      length: '0.5',
      status: 'open' as const,
    };
    expect(labels.facts(facts, []).map(({ text }) => text)).toEqual([
      'Enseignement et tutorat',
      'Anglais, courant',
      '1 heure par semaine',
      'Moins d’une semaine',
    ]);
    const once = { ...facts, languages: [], hours: '3-5', length: 'one-off' };
    expect(labels.facts(once, ['data', 'web']).map(({ text }) => text)).toEqual([
      'Données',
      '3–5 heures en tout',
      'Mission ponctuelle',
    ]);
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
