import { describe, expect, it } from 'vitest';
import { scoreAnswers } from './score';

const question = {
  text: 'help',
  grades: new Map<string, 1 | 2>([
    ['a', 2],
    ['b', 1],
  ]),
};

describe('nDCG@10', () => {
  const ndcgOf = (ids: readonly string[], asked = question) => scoreAnswers([{ question: asked, ids }]).ndcg;

  it('is 1 for the best order, and less for another', () => {
    expect(ndcgOf(['a', 'b', 'x'])).toBeCloseTo(1);
    // (1 + 3 / log2(3)) / (3 + 1 / log2(3))
    expect(ndcgOf(['b', 'a'])).toBeCloseTo(0.797, 3);
  });

  it('gains 7 by the best answers about real listings', () => {
    const grades = new Map([...question.grades, ['c', 3]] as const) as typeof question.grades;
    // (1 + 7 / log2(3)) / (7 + 3 / log2(3) + 1 / 2)
    expect(ndcgOf(['b', 'c'], { ...question, grades })).toBeCloseTo(0.577, 3);
  });

  it('is 0 where nothing is found, and counts only ten results', () => {
    expect(ndcgOf([])).toBe(0);
    expect(ndcgOf([...'0123456789'].concat('a'))).toBe(0);
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
