import { describe, expect, it } from 'vitest';
import { createRandom } from './random';

const take = (count: number, make: () => number) => Array.from({ length: count }, make);

describe('randomOf', () => {
  it('gives the same numbers for the same seed and part, others for another', () => {
    const first = take(5, createRandom(7, 1).next);
    expect(take(5, createRandom(7, 1).next)).toEqual(first);
    expect(take(5, createRandom(7, 2).next)).not.toEqual(first);
    expect(take(5, createRandom(8, 1).next)).not.toEqual(first);
  });

  it('stays within bounds, and reaches both', () => {
    const { int } = createRandom(1);
    const seen = new Set(take(500, () => int(3, 6)));
    expect([...seen].toSorted()).toEqual([3, 4, 5, 6]);
  });

  it('favours what comes first: the first about as often as ln 2 / ln 5 says', () => {
    const { favour } = createRandom(1);
    const counts = new Map<string, number>();
    for (let n = 0; n < 10_000; n++) {
      const item = favour(['a', 'b', 'c', 'd']);
      counts.set(item, (counts.get(item) ?? 0) + 1);
    }
    expect([...counts].toSorted(([, a], [, b]) => b - a).map(([item]) => item)).toEqual(['a', 'b', 'c', 'd']);
    expect((counts.get('a') ?? 0) / 10_000).toBeCloseTo(Math.log(2) / Math.log(5), 1);
  });
});
