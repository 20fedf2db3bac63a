import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomRuns } from '@scripts/test/random-runs';
import { findCorrections, correctionsWithOneEdit } from './corrections';
import { readDictionary } from './dictionary';
import { encodeWordsOf } from './dictionary.fixture';

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
const words = (term: string) => findCorrections(dictionary, term).map(({ spelling }) => spelling);

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
      { numRuns: randomRuns(1000) },
    );
  });

  it.each<[string, readonly string[]]>([
    // Two errors in a word of eight letters and more.
    ['comunicaton', ['communication']],
    ['wtare', []],
    // Written with accents.
    ['éducatin', ['éducation']],
    // One letter from both: a frequent word is likelier.
    ['wacter', ['water', 'waiter']],
    ['waiterr', ['waiter']],
    // A beginning with an error, where no whole word is near.
    ['vounte', ['volunteer']],
    ['acessib', ['accessibility']],
    // Short words and strange ones.
    ...['wat', 'xy', '', 'xylophone', '42', 'مترجم'].map((term): [string, string[]] => [term, []]),
  ])('of “%s” are %j', (term, expected) => {
    expect(words(term)).toEqual(expected);
  });

  it('put the likelier first', () => {
    expect(words('watter')[0]).toBe('water');
  });

  it('have their spelling beside the word that the index has', () => {
    const education = { word: 'education', spelling: 'éducation' };
    expect(findCorrections(dictionary, 'educatoin')).toEqual([education]);
  });

  it('don’t name the word itself', () => {
    expect(correctionsWithOneEdit(dictionary, 'waiter').map(({ word }) => word)).toEqual(['water']);
  });
});
