import { describe, expect, it } from 'vitest';
import { bestFirst, interleave } from './ranking';

describe('bestFirst', () => {
  it('sorts by score, and by number where that is the same', () => {
    const scores = new Map([
      [4, 1],
      [2, 3],
      [1, 1],
    ]);
    expect(bestFirst(scores)).toEqual([2, 1, 4]);
  });
});

describe('interleave', () => {
  it('takes one of each in turn, and each once', () => {
    expect(interleave([[1, 2, 3], [4, 3], []])).toEqual([1, 4, 2, 3]);
    expect(interleave([])).toEqual([]);
  });
});
