import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCorrections, correctionsWithOneEdit } from './corrections';
import { readDictionary } from './dictionary';
import { encodeWordsOf } from './dictionary.fixture';
import { areAdjacentKeys } from '../words/keyboard-layout';

/** A dictionary from words with how many documents have them. */
function dictionaryOf(often: Readonly<Record<string, number>>) {
  const words = Object.entries(often);
  const most = Math.max(...words.map(([, count]) => count));
  const documents = Array.from({ length: most }, (_, document) =>
    words.filter(([, count]) => document < count).map(([word]) => word),
  );
  return readDictionary(encodeWordsOf(documents, 'en_1'));
}

const dictionary = dictionaryOf({
  translation: 60,
  tradition: 30,
  communication: 40,
  accessibility: 20,
  éducation: 35,
  volunteer: 50,
  water: 64,
  waiter: 2,
});
const words = (term: string) => findCorrections(dictionary, term, 'en').map(({ spelling }) => spelling);

describe('findCorrections', () => {
  it('forgive every single error in a long word, the first letter included', () => {
    const long = ['translation', 'tradition', 'communication', 'accessibility', 'volunteer'];
    const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz');
    fc.assert(
      fc.property(fc.constantFrom(...long), fc.nat(), letter, fc.nat(3), (word, number, other, kind) => {
        const place = number % (word.length - 1);
        const [before, here, next, after] = [
          word.slice(0, place),
          word[place] ?? '',
          word[place + 1] ?? '',
          word.slice(place + 2),
        ];
        const typed = [
          before + next + after,
          before + other + here + next + after,
          before + other + next + after,
          before + next + here + after,
        ][kind];
        fc.pre(typed !== word && typed !== undefined);
        expect(words(typed ?? '')[0]).toBe(word);
      }),
      { numRuns: 1000 },
    );
  });

  it('forgive two errors in a word of eight letters and more', () => {
    expect(words('comunicaton')).toEqual(['communication']);
    expect(words('wtare')).toEqual([]);
  });

  it('are written with their accents, and found without', () => {
    expect(findCorrections(dictionary, 'educatoin', 'fr')).toEqual([
      { word: 'education', spelling: 'éducation' },
    ]);
    expect(words('éducatin')).toEqual(['éducation']);
  });

  it('put the likelier first', () => {
    expect(words('watter')[0]).toBe('water');
    // One letter from both: a frequent word is likelier.
    expect(words('wacter')).toEqual(['water', 'waiter']);
    expect(words('waiterr')).toEqual(['waiter']);
  });

  it('find a beginning with an error, where no whole word is near', () => {
    expect(words('vounte')).toEqual(['volunteer']);
    expect(words('acessib')).toEqual(['accessibility']);
  });

  it('leave short words and strange ones alone', () => {
    for (const term of ['wat', 'xy', '', 'xylophone', '42', 'مترجم'])
      expect([term, words(term)]).toEqual([term, []]);
  });

  it('don’t name the word itself', () => {
    expect(correctionsWithOneEdit(dictionary, 'waiter', 'en').map(({ word }) => word)).toEqual(['water']);
  });
});

describe('areAdjacentKeys', () => {
  it('knows the keyboards of the languages', () => {
    expect(areAdjacentKeys('en', 'q', 'w')).toBe(true);
    expect(areAdjacentKeys('en', 'q', 'a')).toBe(true);
    expect(areAdjacentKeys('en', 'q', 'p')).toBe(false);
    expect(areAdjacentKeys('fr', 'a', 'z')).toBe(true);
    expect(areAdjacentKeys('en', 'a', 'z')).toBe(true);
    expect(areAdjacentKeys('es', 'l', 'ñ')).toBe(true);
    expect(areAdjacentKeys('en', 'a', 'a')).toBe(false);
    expect(areAdjacentKeys('en', 'a', '1')).toBe(false);
  });
});
