import { expect, it } from 'vitest';
import { decodeRelated, encodeRelated } from './table-format';

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
