import { expect, it } from 'vitest';
import { readShardList, ShardListError } from './shard-list';

const list = { first: 'a\nmeal\nteach', names: 'AAAAAAAABBBBBBBBCCCCCCCC' };

it('finds the shards of words, also of those before the first', () => {
  const shardsBetween = readShardList(list);
  expect(shardsBetween('meal', 'meals')).toEqual(['BBBBBBBB']);
  expect(shardsBetween('tea', 'teacher')).toEqual(['BBBBBBBB', 'CCCCCCCC']);
  expect(shardsBetween('3d', '3d')).toEqual(['AAAAAAAA']);
  expect(shardsBetween('zoo', 'zoo')).toEqual(['CCCCCCCC']);
});

it('has none where there are no words', () => {
  expect(readShardList({ first: '', names: '' })('a', 'z')).toEqual([]);
});

it('refuses names that don’t fit', () => {
  expect(() => readShardList({ ...list, names: 'AAAAAAAA' })).toThrow(ShardListError);
});
