import { describe, expect, it } from 'vitest';
import type { Question } from './questions';
import { formatAnswer, ndcgOf, scoreAnswers } from './score';

const grades = new Map<string, 1 | 2>([
  ['a', 2],
  ['b', 1],
]);
const question: Question = { kind: 'natural', text: 'help', grades, isHeldBack: false };

describe('nDCG@10', () => {
  it('is 1 for the best order, and less for another', () => {
    expect(ndcgOf(['a', 'b', 'x'], grades)).toBeCloseTo(1);
    // (1 + 3 / log2(3)) / (3 + 1 / log2(3))
    expect(ndcgOf(['b', 'a'], grades)).toBeCloseTo(0.797, 3);
  });

  it('gains 7 by the best answers about real listings', () => {
    const real = new Map([...grades, ['c', 3]] as const);
    // (1 + 7 / log2(3)) / (7 + 3 / log2(3) + 1 / 2)
    expect(ndcgOf(['b', 'c'], real)).toBeCloseTo(0.577, 3);
  });

  it('is 0 where nothing is found, and counts only ten results', () => {
    expect(ndcgOf([], grades)).toBe(0);
    expect(ndcgOf([...'0123456789'].concat('a'), grades)).toBe(0);
  });
});

it('scores answers', () => {
  const scores = scoreAnswers([
    { question, ids: ['b', 'x', 'a'] },
    { question, ids: ['x', 'x', 'x', 'x', 'b', 'a'] },
    { question, ids: [] },
  ]);
  expect(scores).toMatchObject({ anyInFive: 2 / 3, empty: 1 });
  expect(scores.fullInFive).toBeCloseTo(1 / 3);
  // Two listings answer it, so two places count.
  expect(scores.precision).toBeCloseTo((1 / 2 + 0 + 0) / 3);
});

it('marks results by their grades, and names full answers that are missing', () => {
  expect(formatAnswer({ question, ids: ['x', 'b'] })).toEqual(['    x', '  · b', '  - a']);
});
