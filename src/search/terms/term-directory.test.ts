import { expect, it } from 'vitest';
import { readTermDirectory, TermsError, termsVersion } from './term-directory';

const file = {
  version: termsVersion,
  index: 'en_1',
  size: 3,
  stems: 'a\nmeal\nteach',
  shards: 'AAAAAAAABBBBBBBBCCCCCCCC',
  cards: { names: '', counts: [] },
};

it('finds the shards of stems, also of those before the first', () => {
  const { shardsBetween } = readTermDirectory(file);
  expect(shardsBetween('meal', 'meals')).toEqual(['BBBBBBBB']);
  expect(shardsBetween('tea', 'teacher')).toEqual(['BBBBBBBB', 'CCCCCCCC']);
  expect(shardsBetween('3d', '3d')).toEqual(['AAAAAAAA']);
  expect(shardsBetween('zoo', 'zoo')).toEqual(['CCCCCCCC']);
});

it('has none where there are no opportunities', () => {
  expect(readTermDirectory({ ...file, stems: '', shards: '' }).shardsBetween('a', 'z')).toEqual([]);
});

it('refuses another version and names that don’t fit', () => {
  expect(() => readTermDirectory({ ...file, version: 0 })).toThrow(TermsError);
  expect(() => readTermDirectory({ ...file, shards: 'AAAAAAAA' })).toThrow(TermsError);
});
