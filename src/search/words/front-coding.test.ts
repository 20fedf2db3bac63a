import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeWords, encodeWords } from './front-coding';

it('leaves out the letters that a word shares with the one before', () => {
  expect(encodeWords(['aide', 'aider', 'ami'])).toBe('AaideErBmi');
});

const word = fc.stringMatching(/^[a-zéñ’ -]{1,40}$/u);

it('decodes the words that were encoded', () => {
  fc.assert(
    fc.property(fc.uniqueArray(word), (words) => {
      const sorted = words.toSorted();
      expect(decodeWords(encodeWords(sorted))).toEqual(sorted);
    }),
  );
});
