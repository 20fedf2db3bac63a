import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDictionary } from './dictionary';
import { encodeWordsOf } from './dictionary.fixture';
import type { SearchEntry } from '../entries/entries';
import { loadLanguage } from '../words/load-language';
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
const entry = (type: SearchEntry['type'], title: string, acronym = ''): SearchEntry => ({
  type,
  title,
  acronym,
  path: '',
});
const names = createSuggestionNames(options, [
  entry('organization', 'Sahel Wells Network', 'SWN'),
  entry('organization', 'Atoll Archive'),
  entry('campaign', 'Rain for schools'),
]);
const rules = await loadLanguage('en');

/** Each document has some of these: the first words are the most frequent. */
const words = [
  'translation',
  'translator',
  'translators',
  'traditional',
  'wells',
  'waterproof',
  'métier',
  'dogs',
];
const dictionary = readDictionary(
  encodeWordsOf(
    words.map((_, place) => words.slice(0, place + 1)),
    'en_1',
  ),
);
const ask = (typed: string, index: Parameters<typeof suggest>[1]['index'] = { dictionary, rules }) =>
  suggest(typed, { names, index });
const shown = (suggestions: readonly Suggestion[]) =>
  suggestions.map(({ kind, label }) => `${kind} ${label}`);

describe('suggest', () => {
  it.each<[string, readonly string[]]>([
    // Terms, then words, then other entries.
    ['w', ['task Web and IT', 'cause Water and sanitation', 'region Western Africa']],
    ['we', ['task Web and IT', 'region Western Africa', 'word wells', 'organization Sahel Wells Network']],
    // A word once, in whatever form, and not where a term is called so.
    ['trans', ['task Translation']],
    ['translator', []],
    // The beginning of a word anywhere in a name.
    ['afr', ['region Africa', 'region Western Africa']],
    ['africa west', ['region Western Africa']],
    ['ivoire', ['country Côte d’Ivoire']],
    // Without accents and capitals.
    ['TURK', ['country Türkiye']],
    ['metie', ['word métier']],
    ['cote', ['country Côte d’Ivoire']],
    // With a typing error, where nothing begins so.
    ['tanslation', ['task Translation']],
    ['tradtional', ['word traditional']],
    ['dgs', ['word dogs']],
    // Also in the words before, but in none that some word begins with, and in no function word.
    [
      'tradtional we',
      [
        'task Web and IT',
        'region Western Africa',
        'word traditional wells',
        'organization Sahel Wells Network',
      ],
    ],
    ['2023 wlls', ['word 2023 wells', 'organization Sahel Wells Network']],
    ['atol wlls', ['word atol wells', 'organization Sahel Wells Network']],
    ['tradit with wlls', ['word tradit with wells', 'organization Sahel Wells Network']],
    ['attoll', ['organization Atoll Archive']],
    ['swn', ['organization Sahel Wells Network']],
    ['rain', ['campaign Rain for schools']],
    ['xylophone', []],
    // What isn’t wanted is no term to choose.
    ['wells but not wat', ['word wells but not waterproof']],
    // A finished word.
    ['trad ', []],
    // Nothing, signs, phrases.
    ...['', ' ', '?!', '🌍', '"wat', '« wat', '"water"'].map((typed): [string, string[]] => [typed, []]),
  ])('for “%s” has %j', (typed, expected) => {
    expect(shown(ask(typed))).toEqual(expected);
  });

  it.each<[string, Suggestion]>([
    ['pumps nig', { kind: 'country', value: 'NE', label: 'Niger', words: 'pumps' }],
    ['nig ', { kind: 'country', value: 'NE', label: 'Niger', words: '' }],
    ['old  trad', { kind: 'word', label: 'old  traditional', words: 'old  traditional' }],
    ['d’mét', { kind: 'word', label: 'd’métier', words: 'd’métier' }],
    ['atol', { kind: 'organization', label: 'Atoll Archive', words: 'Atoll Archive' }],
  ])('completes only the last word of “%s”', (typed, suggestion) => {
    expect(ask(typed)).toEqual([suggestion]);
  });

  it('suggests terms without the words of the index', () => {
    expect(shown(suggest('trans', { names }))).toEqual(['task Translation']);
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
