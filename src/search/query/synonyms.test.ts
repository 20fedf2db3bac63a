import { describe, expect, it } from 'vitest';
import { encodeSynonyms } from '../index/encode-synonyms';
import { splitWords } from '../words/parse-query';
import { foldPhrase, parseSynonymTarget, readSynonyms, findSynonymSpans } from './synonyms';
import { searchSite } from './search.fixture';

const site = searchSite();
const fileOf = (locale: 'en' | 'fr') => {
  const own = site.byLocale.get(locale);
  if (!own) throw new Error(`The fixture has no ${locale}.`);
  return encodeSynonyms(own, site.locales);
};

describe('encodeSynonyms', () => {
  it('writes editors’ words for what some opportunity is filed under', () => {
    expect(fileOf('en').synonyms.phrases['en']).toMatchObject({
      'task:translation': ['interpreter', 'sta', 'translator'],
      '=handbook': ['bucketry'],
    });
    expect(fileOf('fr').synonyms.phrases['fr']).toMatchObject({
      'task:translation': ['interprete', 'soustitres'],
    });
  });

  it('writes what terms are called in the other languages, whole and in parts, but no name that is the same', () => {
    const french = fileOf('en').names.phrases['fr'] ?? {};
    expect(french['task:translation']).toEqual(['traduction']);
    expect(french['cause:water']).toEqual(
      expect.arrayContaining(['eau et assainissement', 'assainissement']),
    );
    expect(french['sdg:6']).toContain('odd 6');
    expect(french['country:NE']).toBeUndefined();
    expect(french['task:web']).toBeUndefined();
  });
});

it.each([
  ['task:translation', { term: { facet: 'task', value: 'translation' } }],
  ['country:sn', { term: { facet: 'country', value: 'SN' } }],
  ['web site', { words: 'web site' }],
  ['=web site', { words: 'web site' }],
  ['task:juggling', undefined],
  ['status:closed', undefined],
  ['country:Senegal', undefined],
  ['', undefined],
  [' ', undefined],
])('the target “%s” is %j', (means, target) => {
  expect(parseSynonymTarget(means)).toEqual(target);
});

describe('readSynonyms', () => {
  const synonyms = readSynonyms(Object.values(fileOf('en')), 'en');
  const typed = (words: string) =>
    findSynonymSpans(synonyms, splitWords(words)).map(({ typed: phrase, targets: [first] }) => [
      phrase,
      first?.term?.value ?? first?.words,
      first?.language,
    ]);

  it.each([
    ['Translator for water', [['Translator', 'translation', undefined]]],
    // The longest phrase.
    ['Eau et assainissement', [['Eau et assainissement', 'water', 'fr']]],
    ['bucketry', [['bucketry', 'handbook', undefined]]],
    ['water pumps', []],
  ])('finds phrases in “%s”', (words, spans) => {
    expect(typed(words)).toEqual(spans);
  });

  it('finds three at most', () => {
    expect(typed('translator bucketry interpreter traduction')).toHaveLength(3);
  });
});

it('folds phrases as searches are folded', () => {
  expect(foldPhrase('L’Œuvre, côté jardin')).toBe('oeuvre cote jardin');
  expect(foldPhrase('"Western Africa"')).toBe('western africa');
});
