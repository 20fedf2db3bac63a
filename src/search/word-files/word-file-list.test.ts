import { expect, it } from 'vitest';
import { readWordFileList } from './word-file-list';

const list = { first: 'a\nmeal\nteach', names: 'AAAAAAAABBBBBBBBCCCCCCCC' };

it('finds the files of words, also of those before the first', () => {
  const filesBetween = readWordFileList(list);
  expect(filesBetween('meal', 'meals')).toEqual(['BBBBBBBB']);
  expect(filesBetween('tea', 'teacher')).toEqual(['BBBBBBBB', 'CCCCCCCC']);
  expect(filesBetween('3d', '3d')).toEqual(['AAAAAAAA']);
  expect(filesBetween('zoo', 'zoo')).toEqual(['CCCCCCCC']);
});

it('has none where there are no words', () => {
  expect(readWordFileList({ first: '', names: '' })('a', 'z')).toEqual([]);
});
