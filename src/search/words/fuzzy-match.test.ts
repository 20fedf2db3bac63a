import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomRuns } from '@scripts/test/random-runs';
import { readDictionary } from '../query/dictionary';
import { encodeWordsOf } from '../query/dictionary.fixture';
import { findFuzzyMatches } from './fuzzy-match';

/** Optimal string alignment, as a textbook has it. */
function distance(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (__, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number) => table[i]?.[j] ?? Infinity;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const swap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const best = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + same);
      const row = table[i];
      if (row) row[j] = swap ? Math.min(best, at(i - 2, j - 2) + 1) : best;
    }
  }
  return at(a.length, b.length);
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'ñ'), minLength: 1, maxLength: 8 });
const dictionaryOf = (words: readonly string[]) => readDictionary(encodeWordsOf([words], 'en_1'));

describe('findFuzzyMatches', () => {
  it('finds what comparing with every word finds, with its distance', () => {
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 60 }),
        word,
        fc.integer({ min: 0, max: 2 }),
        (words, typed, most) => {
          const dictionary = dictionaryOf(words);
          const near = findFuzzyMatches(dictionary, typed, most);
          const expected = dictionary.words.flatMap((other, place) => {
            const apart = distance(typed, other);
            return apart <= most ? [{ place, distance: apart }] : [];
          });
          expect(near).toEqual(expected);
        },
      ),
      { numRuns: randomRuns(500) },
    );
  });

  it('finds words whose beginning is near', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), word, (words, typed) => {
        const dictionary = dictionaryOf(words);
        const near = findFuzzyMatches(dictionary, typed, 1, true).map(({ place }) => dictionary.words[place]);
        const expected = dictionary.words.filter((other) =>
          Array.from({ length: other.length + 1 }, (_, length) => other.slice(0, length)).some(
            (beginning) => distance(typed, beginning) <= 1,
          ),
        );
        expect(near).toEqual(expected);
      }),
      { numRuns: randomRuns(500) },
    );
  });
});
