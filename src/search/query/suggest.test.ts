import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDictionary } from './dictionary';
import { encodeWordsOf } from './dictionary.fixture';
import { createSuggestionNames, suggest, type Suggestion } from './suggest';

const options = {
  task: [
    { id: 'translation', label: 'Translation' },
    { id: 'web', label: 'Web and IT' },
  ],
  cause: [{ id: 'water', label: 'Water and sanitation' }],
  country: [
    { id: 'NE', label: 'Niger' },
    { id: 'TR', label: 'Türkiye' },
    { id: 'CI', label: 'Côte d’Ivoire' },
  ],
  region: [
    { id: '002', label: 'Africa' },
    { id: '011', label: 'Western Africa' },
  ],
  lang: [{ id: 'fr', label: 'French' }],
};
const names = createSuggestionNames(options, ['Sahel Wells Network', 'Atoll Archive']);

/** Each document has some of these: the first words are the most frequent. */
const words = ['translation', 'translator', 'translators', 'traditional', 'wells', 'waterproof', 'métier'];
const dictionary = readDictionary(
  encodeWordsOf(
    words.map((_, place) => words.slice(0, place + 1)),
    'en_1',
  ),
);
const ask = (typed: string, all: { dictionary?: undefined } = {}) =>
  suggest(typed, { names, dictionary, locale: 'en', ...all });
const shown = (suggestions: readonly Suggestion[]) =>
  suggestions.map(({ kind, label }) => `${kind} ${label}`);

describe('suggest', () => {
  it('puts terms first, then words, then organizations, each with what it is', () => {
    expect(shown(ask('w'))).toEqual([
      'task Web and IT',
      'cause Water and sanitation',
      'region Western Africa',
    ]);
    expect(shown(ask('we'))).toEqual([
      'task Web and IT',
      'region Western Africa',
      'word wells',
      'organization Sahel Wells Network',
    ]);
  });

  it('names a word once, in whatever form, and not where a term is called so', () => {
    expect(shown(ask('trans'))).toEqual(['task Translation', 'word translator']);
    expect(shown(ask('translator'))).toEqual([]);
  });

  it('takes what was typed for the beginning of a word anywhere in a name', () => {
    expect(shown(ask('afr'))).toEqual(['region Africa', 'region Western Africa']);
    expect(shown(ask('africa west'))).toEqual(['region Western Africa']);
    expect(shown(ask('ivoire'))).toEqual(['country Côte d’Ivoire']);
  });

  it('doesn’t mind accents and capitals, and writes words with theirs', () => {
    expect(shown(ask('TURK'))).toEqual(['country Türkiye']);
    expect(shown(ask('metie'))).toEqual(['word métier']);
    expect(shown(ask('cote'))).toEqual(['country Côte d’Ivoire']);
  });

  it('leaves what was typed before a term in the box, and completes only the last word', () => {
    expect(ask('pumps nig')).toEqual([{ kind: 'country', value: 'NE', label: 'Niger', words: 'pumps' }]);
    expect(ask('old  trad')).toEqual([
      { kind: 'word', label: 'old  traditional', words: 'old  traditional' },
    ]);
    expect(ask('d’mét')).toEqual([{ kind: 'word', label: 'd’métier', words: 'd’métier' }]);
    expect(ask('nig ')).toEqual([{ kind: 'country', value: 'NE', label: 'Niger', words: '' }]);
    expect(shown(ask('trad '))).toEqual([]);
  });

  it('searches for an organization by its name', () => {
    expect(ask('atol')).toEqual([{ kind: 'organization', label: 'Atoll Archive', words: 'Atoll Archive' }]);
  });

  it('forgives a typing error where nothing begins so', () => {
    expect(shown(ask('tanslation'))).toEqual(['task Translation']);
    expect(shown(ask('tradtional'))).toEqual(['word traditional']);
    expect(shown(ask('attoll'))).toEqual(['organization Atoll Archive']);
    expect(shown(ask('xylophone'))).toEqual([]);
  });

  it('suggests terms before the words of the index are there, or without them', () => {
    expect(shown(ask('trans', { dictionary: undefined }))).toEqual(['task Translation']);
  });

  it('suggests nothing for nothing, signs, or a phrase', () => {
    for (const typed of ['', ' ', '?!', '🌍', '"wat', '« wat', '"water"'])
      expect([typed, ask(typed)]).toEqual([typed, []]);
  });

  it('answers anything, with at most seven and none twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (typed) => {
        const suggestions = ask(typed);
        expect(suggestions.length).toBeLessThanOrEqual(7);
        expect(new Set(shown(suggestions)).size).toBe(suggestions.length);
      }),
    );
  });

  it('suggests every name for any beginning of it that is long enough to tell it', () => {
    const all = names.named;
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.nat(), ({ kind, label }, cut) => {
        const typed = label.slice(0, 4 + (cut % label.length));
        expect(shown(ask(typed.trim()))).toContain(`${kind} ${label}`);
      }),
    );
  });
});
