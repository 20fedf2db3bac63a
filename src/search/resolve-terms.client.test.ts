import { describe, expect, it } from 'vitest';
import { queriesOf } from './resolve-terms.client';

describe('queriesOf', () => {
  it('makes a search of each choice of words', () => {
    expect(queriesOf([{ words: ['water'] }, { words: ['pump', 'pumping'] }])).toEqual([
      'water pump',
      'water pumping',
    ]);
  });

  it('makes none where a term is missing', () => {
    expect(queriesOf([{ words: ['water'] }, { words: [] }])).toEqual([]);
  });

  it('makes twelve at most', () => {
    const six = { words: ['a', 'b', 'c', 'd', 'e', 'f'] };
    expect(queriesOf([six, six, six, six])).toHaveLength(12);
    expect(queriesOf(Array.from({ length: 40 }, () => six))).toHaveLength(12);
  });
});
