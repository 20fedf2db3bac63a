import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeRelated, decodeWords, encodeRelated, encodeWords } from './table-format';

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

it('decodes related words in their order, also of words that have none themselves', () => {
  const entries = [
    { word: 'aide', related: ['soutien', 'appui'] },
    { word: 'repas', related: ['mets'] },
    { word: 'soutien', related: ['aide'] },
  ];
  expect(decodeRelated(encodeRelated(entries))).toEqual(entries);
});

it('refuses more words than two bytes can number', () => {
  const entries = Array.from({ length: 0x10001 }, (_, index) => ({ word: `w${index}`, related: [] }));
  expect(() => encodeRelated(entries)).toThrow('65537 words don’t fit into two bytes.');
});
