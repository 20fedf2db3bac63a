import { describe, expect, it } from 'vitest';
import {
  mergeAgreedFirst,
  interpretRareTerms,
  interleave,
  expandQueries,
  interpretQuery,
  type InterpretableTerm,
} from './query-interpretations';

const correction = (word: string) => ({ word, spelling: word });
const known = (term: string): InterpretableTerm => ({
  term,
  senses: [[term]],
  corrections: [],
  isKnown: true,
});
const unknown = (term: string, ...words: string[]): InterpretableTerm => ({
  term,
  senses: [],
  corrections: words.map(correction),
  isKnown: false,
});
const task = { term: { facet: 'task', value: 'translation' } } as const;

describe('interpretQuery', () => {
  it('reads words as typed where they are there', () => {
    const interpretations = interpretQuery(
      [known('water'), { ...known('few'), corrections: [correction('fen')] }],
      [],
    );
    expect(interpretations).toEqual([{ words: [['water'], ['few']], synonyms: [], corrected: [] }]);
  });

  it('reads a word that isn’t there as each that may be meant', () => {
    const interpretations = interpretQuery([known('water'), unknown('pumb', 'pump', 'plumb')], []);
    expect(interpretations.map(({ words }) => words)).toEqual([
      [['water'], ['pump']],
      [['water'], ['plumb']],
    ]);
    expect(interpretations[1]?.corrected).toEqual([{ typed: 'pumb', correction: correction('plumb') }]);
  });

  it('reads other forms first where a word is only there in those', () => {
    const other = { ...unknown('podado', 'podada'), senses: [['podado']] };
    expect(interpretQuery([other], []).map(({ words }) => words)).toEqual([[['podado']], [['podada']]]);
  });

  it('has none where a word is near nothing', () => {
    expect(interpretQuery([known('water'), unknown('xylophone')], [])).toEqual([]);
  });

  it('reads a phrase both as typed and as what it stands for', () => {
    const span = { from: 0, to: 2, typed: 'plain language', targets: [task] };
    const terms = [known('plain'), known('language'), known('water')];
    expect(interpretQuery(terms, [span])).toEqual([
      { words: [['plain'], ['language'], ['water']], synonyms: [], corrected: [] },
      { words: [['water']], synonyms: [{ typed: 'plain language', target: task }], corrected: [] },
    ]);
    const missing = [unknown('plain', 'plan'), known('language')];
    expect(interpretQuery(missing, [span])).toEqual([
      { words: [], synonyms: [{ typed: 'plain language', target: task }], corrected: [] },
    ]);
  });

  it('has eight at most', () => {
    const many = unknown('a', 'b', 'c', 'd', 'e', 'f');
    expect(interpretQuery([many, many, many, many], [])).toHaveLength(5);
    expect(interpretQuery([unknown('a', 'b', 'c'), unknown('a', 'b', 'c'), many], [])).toHaveLength(8);
  });
});

describe('interpretRareTerms', () => {
  it('corrects one word at a time, and none beside a meaning', () => {
    const terms = [known('water'), { ...known('wel'), corrections: [correction('well')] }];
    expect(interpretRareTerms(terms, []).map(({ words }) => words)).toEqual([[['water'], ['well']]]);
    expect(interpretRareTerms(terms, [{ from: 0, to: 1, typed: 'water', targets: [task] }])).toEqual([]);
    expect(interpretRareTerms([unknown('x', 'y')], [])).toEqual([]);
  });
});

describe('expandQueries', () => {
  it('makes a search of each choice of words', () => {
    expect(expandQueries([['water'], ['pump', 'pumping']])).toEqual(['water pump', 'water pumping']);
  });

  it('makes none where a term is missing', () => {
    expect(expandQueries([['water'], []])).toEqual([]);
  });

  it('makes twelve at most', () => {
    const six = ['a', 'b', 'c', 'd', 'e', 'f'];
    expect(expandQueries([six, six, six, six])).toHaveLength(12);
    expect(expandQueries(Array.from({ length: 40 }, () => six))).toHaveLength(12);
  });
});

describe('lists', () => {
  it('are taken in turn, each row once', () => {
    expect(interleave([[1, 2, 3], [4, 3], []])).toEqual([1, 4, 2, 3]);
    expect(interleave([])).toEqual([]);
  });

  it('begin with what all of them have, where they should', () => {
    expect(
      mergeAgreedFirst([
        [1, 2, 3],
        [4, 3],
      ]),
    ).toEqual([3, 1, 4, 2]);
    expect(mergeAgreedFirst([[1, 2]])).toEqual([1, 2]);
    // Only 1 is there as it was typed: 3, which is filed under the meaning too, doesn't go before it.
    expect(
      mergeAgreedFirst(
        [
          [1, 2, 3],
          [4, 3],
        ],
        1,
      ),
    ).toEqual([1, 4, 2, 3]);
  });
});
