import { describe, expect, it } from 'vitest';
import type { RankedRow, RankedWord } from '../terms/rank-rows';
import { areWeak, joinSimilar } from './weak-words';

const size = 100;

/** A word that these serials have. */
const word = (...serials: readonly number[]): RankedWord => ({
  documents: serials.length,
  matches: new Map(serials.map((serial) => [serial, { strength: 1, level: 1 }])),
});

const row = (serial: number, group: RankedRow['group'], score = 1): RankedRow => ({ serial, group, score });

describe('words are weak', () => {
  it.each([
    ['where nothing is found', [word()], [], true],
    ['where a result has them', [word(1)], [row(1, 'all')], false],
    ['where no result has most of them', [word(1), word(2)], [row(1, 'some'), row(2, 'some')], true],
    [
      'where one has the rarer, but the usual is worth little',
      [word(1), word(...Array(60).keys())],
      [row(1, 'most')],
      false,
    ],
    ['not where many were typed', [word(), word(), word(), word(), word()], [], false],
    ['not without words', [], [], false],
  ])('%s', (_, words, ranked, isWeak) => {
    expect(areWeak(words, ranked, size)).toBe(isWeak);
  });
});

describe('what is similar in meaning', () => {
  const words = [word(1, 2, 3), word(4)];

  it('follows the best results, among the others by words and meaning', () => {
    const ranked = [row(1, 'most', 6), row(2, 'most', 5), row(3, 'most', 4), row(4, 'some', 0.1)];
    const similar = new Map([
      [4, 0.1],
      [5, 0.9],
      [6, 0.4],
      [7, 0.2],
    ]);
    const joined = joinSimilar(words, ranked, similar, size);
    expect(joined.map(({ serial, group }) => `${serial} ${group}`)).toEqual([
      '1 most',
      '2 most',
      '5 similar',
      '3 similar',
      '6 similar',
      '4 similar',
    ]);
  });

  it('changes nothing where there is nothing similar', () => {
    const ranked = [row(1, 'some')];
    expect(joinSimilar(words, ranked, new Map(), size)).toBe(ranked);
  });
});
