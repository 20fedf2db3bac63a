import { describe, expect, it } from 'vitest';
import {
  agreedFirst,
  fewReadingsOf,
  interleave,
  queriesOf,
  readingsOf,
  type InterpretableVocabulary,
} from './readings';

const correction = (word: string) => ({ word, spelling: word });
const known = (term: string): InterpretableVocabulary => ({
  term,
  senses: [[term]],
  corrections: [],
  isThere: true,
});
const unknown = (term: string, ...words: string[]): InterpretableVocabulary => ({
  term,
  senses: [],
  corrections: words.map(correction),
  isThere: false,
});
const task = { term: { facet: 'task', value: 'translation' } } as const;

describe('readingsOf', () => {
  it('reads words as typed where they are there', () => {
    const readings = readingsOf([known('water'), { ...known('few'), corrections: [correction('fen')] }], []);
    expect(readings).toEqual([{ words: [['water'], ['few']], meanings: [], corrected: [] }]);
  });

  it('reads a word that isn’t there as each that may be meant', () => {
    const readings = readingsOf([known('water'), unknown('pumb', 'pump', 'plumb')], []);
    expect(readings.map(({ words }) => words)).toEqual([
      [['water'], ['pump']],
      [['water'], ['plumb']],
    ]);
    expect(readings[1]?.corrected).toEqual([{ typed: 'pumb', correction: correction('plumb') }]);
  });

  it('reads other forms first where a word is only there in those', () => {
    const other = { ...unknown('podado', 'podada'), senses: [['podado']] };
    expect(readingsOf([other], []).map(({ words }) => words)).toEqual([[['podado']], [['podada']]]);
  });

  it('has none where a word is near nothing', () => {
    expect(readingsOf([known('water'), unknown('xylophone')], [])).toEqual([]);
  });

  it('reads a phrase both as typed and as what it stands for', () => {
    const span = { from: 0, to: 2, typed: 'plain language', meanings: [task] };
    const terms = [known('plain'), known('language'), known('water')];
    expect(readingsOf(terms, [span])).toEqual([
      { words: [['plain'], ['language'], ['water']], meanings: [], corrected: [] },
      { words: [['water']], meanings: [{ typed: 'plain language', meaning: task }], corrected: [] },
    ]);
    const missing = [unknown('plain', 'plan'), known('language')];
    expect(readingsOf(missing, [span])).toEqual([
      { words: [], meanings: [{ typed: 'plain language', meaning: task }], corrected: [] },
    ]);
  });

  it('has eight at most', () => {
    const many = unknown('a', 'b', 'c', 'd', 'e', 'f');
    expect(readingsOf([many, many, many, many], [])).toHaveLength(5);
    expect(readingsOf([unknown('a', 'b', 'c'), unknown('a', 'b', 'c'), many], [])).toHaveLength(8);
  });
});

describe('fewReadingsOf', () => {
  it('corrects one word at a time, and none beside a meaning', () => {
    const terms = [known('water'), { ...known('wel'), corrections: [correction('well')] }];
    expect(fewReadingsOf(terms, []).map(({ words }) => words)).toEqual([[['water'], ['well']]]);
    expect(fewReadingsOf(terms, [{ from: 0, to: 1, typed: 'water', meanings: [task] }])).toEqual([]);
    expect(fewReadingsOf([unknown('x', 'y')], [])).toEqual([]);
  });
});

describe('queriesOf', () => {
  it('makes a search of each choice of words', () => {
    expect(queriesOf([['water'], ['pump', 'pumping']])).toEqual(['water pump', 'water pumping']);
  });

  it('makes none where a term is missing', () => {
    expect(queriesOf([['water'], []])).toEqual([]);
  });

  it('makes twelve at most', () => {
    const six = ['a', 'b', 'c', 'd', 'e', 'f'];
    expect(queriesOf([six, six, six, six])).toHaveLength(12);
    expect(queriesOf(Array.from({ length: 40 }, () => six))).toHaveLength(12);
  });
});

describe('lists', () => {
  it('are taken in turn, each row once', () => {
    expect(interleave([[1, 2, 3], [4, 3], []])).toEqual([1, 4, 2, 3]);
    expect(interleave([])).toEqual([]);
  });

  it('begin with what all of them have, where they should', () => {
    expect(
      agreedFirst([
        [1, 2, 3],
        [4, 3],
      ]),
    ).toEqual([3, 1, 4, 2]);
    expect(agreedFirst([[1, 2]])).toEqual([1, 2]);
    // Only 1 is there as it was typed: 3, which is filed under the meaning too, doesn't go before it.
    expect(
      agreedFirst(
        [
          [1, 2, 3],
          [4, 3],
        ],
        1,
      ),
    ).toEqual([1, 4, 2, 3]);
  });
});
