import { describe, expect, it } from 'vitest';
import { bestFirst, breakTies, interleave } from './ranking';

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

it('puts first what fits best among rows of the same relevance', () => {
  const levels: Record<number, string> = { 4: 'all 2', 7: 'all 2', 1: 'some 1', 3: 'some 1' };
  const levelOf = (row: number) => levels[row] ?? '';
  const fit = [0, 0.2, 0, 0.9, 0.1, 0, 0, 0.5];
  expect(breakTies([4, 7, 1, 3], levelOf, fit)).toEqual([7, 4, 3, 1]);
  expect(breakTies([4, 7, 1, 3], levelOf, [])).toEqual([4, 7, 1, 3]);
});
