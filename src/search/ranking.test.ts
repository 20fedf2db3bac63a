import { describe, expect, it } from 'vitest';
import { bestFirst, boostScore } from './ranking';

const now = Date.parse('2026-11-25T00:00:00Z');
const day = 86_400_000;
const plain = { form: 0, freshness: 0, closesAt: undefined, isTranslated: false };

describe('boostScore', () => {
  it('leaves a score as it is where nothing speaks for it', () => {
    expect(boostScore(10, plain, now)).toBe(10);
  });

  it('adds for what is new, closes soon but not at once, and is in the reader’s language', () => {
    expect(boostScore(10, { ...plain, freshness: 1 }, now)).toBeCloseTo(11);
    expect(boostScore(10, { ...plain, isTranslated: true }, now)).toBeCloseTo(12);
    for (const [days, score] of [
      [1, 10],
      [2, 10.5],
      [60, 10.5],
      [61, 10],
      [-1, 10],
    ] as const) {
      expect(boostScore(10, { ...plain, closesAt: now + days * day }, now)).toBeCloseTo(score);
    }
  });

  it('puts the form that was asked for before everything else together', () => {
    const most = { form: 0, freshness: 1, closesAt: now + 9 * day, isTranslated: true };
    expect(boostScore(1, { ...plain, form: 1 }, now)).toBeGreaterThan(boostScore(10, most, now));
  });
});

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
