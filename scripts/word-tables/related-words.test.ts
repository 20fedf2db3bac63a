import { expect, it } from 'vitest';
import { readMyThes } from './mythes';
import { scoreEnglish } from './related-english';
import { bestRelated, type RelatedScores } from './related-scores';
import { scoreThesaurus } from './related-thesaurus';
import { readWordNet } from './wordnet';

const options = {
  max: 3,
  minScore: 0,
  stem: (word: string) => word.replace(/s$/u, ''),
  isFunctionWord: (word: string) => word === 'de' || word === 'the',
};

const relatedOf = (scores: RelatedScores) =>
  Object.fromEntries(bestRelated(scores, options).map(({ word, related }) => [word, related]));

it('reads the lists of a thesaurus without notes, antonyms and vulgar words', () => {
  const text =
    'ISO8859-1\nViejo|2\n-|Abuelo|nuevo (Antónimo)|carroza (fig.)|viejo\n-|usado|mierdoso (vulg.)\nsol|1\n-|astro';
  expect(readMyThes(text)).toEqual([
    { head: 'viejo', part: '-', members: ['abuelo', 'carroza'] },
    { head: 'viejo', part: '-', members: ['usado'] },
    { head: 'sol', part: '-', members: ['astro'] },
  ]);
});

it('puts first what stands in both lists and shares other words, early ones before late ones', () => {
  const list = (head: string, ...members: string[]) => ({ head, part: '-', members });
  const scores = scoreThesaurus([
    list('aide', 'frayage', 'soutien', 'appui'),
    list('soutien', 'aide', 'appui'),
    list('appui', 'soutien'),
  ]);
  expect(relatedOf(scores)['aide']).toEqual(['soutien', 'appui', 'frayage']);
});

it('leaves out forms of the word, other forms of what it has, and grammar', () => {
  const scores = new Map([
    [
      'don',
      new Map([
        ['dons', 5],
        ['cadeau', 4],
        ['cadeaux', 3],
        ['de', 2],
        ['présents', 1.5],
        ['présent', 1],
      ]),
    ],
  ]);
  expect(relatedOf(scores)).toEqual({ don: ['cadeau', 'cadeaux', 'présents'] });
});

/** A WordNet of three nouns: a meal is eaten (1), and a meal is flour (2). */
const files: Readonly<Record<string, string>> = {
  'data.noun': [
    '00000001 13 n 02 meal 0 repast 0 001 @ 00000003 n 0000 | the food served at one time; "a meal"',
    '00000002 13 n 02 meal 0 flour 0 000 | coarsely ground foodstuff',
    '00000003 13 n 01 nourishment 0 000 | a source of energy',
    '00000004 13 n 01 food 0 000 | any substance',
    '00000005 13 n 02 meal 0 chow 0 001 ;u 00000006 n 0000 | a word for it',
    '00000006 10 n 01 slang 0 000 | informal language',
    '',
  ].join('\n'),
  'index.noun': [
    'chow n 1 0 1 0 00000005  ',
    'flour n 1 0 1 0 00000002  ',
    'food n 1 0 1 0 00000004  ',
    'meal n 3 1 @ 3 1 00000001 00000002 00000005  ',
    'nourishment n 1 0 1 0 00000003  ',
    'repast n 1 0 1 0 00000001  ',
    'slang n 1 0 1 0 00000006  ',
    '',
  ].join('\n'),
  'cntlist.rev': 'meal%1:13:00:: 1 20\nmeal%1:13:01:: 2 1\n',
};

it('draws synonyms, wider words and nouns of the definition from WordNet, the commonest sense first', () => {
  const wordNet = readWordNet({ read: (file) => files[file.replace('wordnet/', '')] ?? '' });
  const scores = scoreEnglish(wordNet, () => 0.9, options.isFunctionWord);
  expect([...(scores.get('meal')?.keys() ?? [])].toSorted()).toEqual([
    'flour',
    'food',
    'nourishment',
    'repast',
  ]);
  expect(relatedOf(scores)['meal']?.[0]).not.toBe('flour');
  expect(relatedOf(scores)['meal']).not.toContain('chow');
});
