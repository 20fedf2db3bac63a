import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDictionary, wordsWithPrefix } from './dictionary';
import { encodeWordsOf } from './dictionary.fixture';
import { foldWord, tokenize } from '../words/tokenize';

const documents = [['well', 'water', 'water'], ['water', 'watering'], ['water'], ['water', 'well']];

describe('encodeDictionary', () => {
  it('writes each word once, sorted, with what it shares with the one before', () => {
    expect(encodeWordsOf(documents, 'en_1')).toEqual({
      index: 'en_1',
      words: 'AwaterFingBell',
      frequencies: '201',
    });
  });

  it('leaves the words of single documents out where there are too many', () => {
    expect(encodeWordsOf(documents, 'en_1', 2)).toMatchObject({
      words: 'AwaterBell',
      frequencies: '21',
    });
  });
});

it('keeps the spelling that most documents have', () => {
  const read = readDictionary(encodeWordsOf([['éleve'], ['élevé', 'eau'], ['élevé'], ['zoé']], 'fr_1'));
  expect(read.words).toEqual(['eau', 'eleve', 'zoe']);
  expect(read.spellings).toEqual(['eau', 'élevé', 'zoé']);
});

describe('readDictionary', () => {
  it('gives back words of any script, and how often they occur at least', () => {
    const word = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .map((text) => tokenize(text)[0]?.spelled ?? 'x')
      .filter((one) => foldWord(one) !== '');
    fc.assert(
      fc.property(fc.array(fc.array(word)), (given) => {
        const read = readDictionary(encodeWordsOf(given, 'en_1'));
        const folded = given.map((words) => words.map(foldWord));
        expect(read.words).toEqual([...new Set(folded.flat())].sort());
        expect(read.spellings.map(foldWord)).toEqual(read.words);
        read.words.forEach((text, place) => {
          const often = folded.filter((words) => words.includes(text)).length;
          const least = read.frequencies[place] ?? 0;
          expect(often >= least && often < 2 * least).toBe(true);
        });
      }),
    );
  });
});

describe('wordsWithPrefix', () => {
  const dictionary = readDictionary(encodeWordsOf(documents, 'en_1'));

  it('gives the words that begin so, the most frequent first', () => {
    expect(wordsWithPrefix(dictionary, 'w')).toEqual(['water', 'well', 'watering']);
    expect(wordsWithPrefix(dictionary, 'wat')).toEqual(['water', 'watering']);
    expect(wordsWithPrefix(dictionary, 'watering')).toEqual(['watering']);
  });

  it('gives none where no word does', () => {
    for (const beginning of ['a', 'wa-', 'waterings', 'waters', 'wellington', 'x'])
      expect([beginning, wordsWithPrefix(dictionary, beginning)]).toEqual([beginning, []]);
  });
});
