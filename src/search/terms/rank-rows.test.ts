import { describe, expect, it } from 'vitest';
import { rankRows, saturate, type RankedWord } from './rank-rows';

const size = 100;

/** A word that opportunities have with a strength. */
const word = (strengths: Record<number, number>, rest: Partial<RankedWord> = {}): RankedWord => {
  const matches = new Map(
    Object.entries(strengths).map(([serial, level]) => [Number(serial), { strength: level, level }]),
  );
  return { matches, documents: matches.size, ...rest };
};

const serials = (words: readonly RankedWord[], options?: Parameters<typeof rankRows>[2]) =>
  rankRows(words, size, options).map(({ serial, group }) => `${serial} ${group}`);

describe('results', () => {
  it('come in groups: those with all words, those with most of their weight, and others', () => {
    const rare = word({ 1: 1, 2: 1 });
    const usual = word(Object.fromEntries(Array.from({ length: 60 }, (_, at) => [at + 2, 1])));
    const found = serials([rare, usual]);
    expect(found.slice(0, 2)).toEqual(['2 all', '1 most']);
    expect(found.slice(2).every((line) => line.endsWith('some'))).toBe(true);
  });

  it('of the same score come newest first', () => {
    expect(serials([word({ 3: 1, 7: 1, 5: 1 })])).toEqual(['7 all', '5 all', '3 all']);
  });

  it('come in groups whatever their length, and in them the shorter ones first', () => {
    const both = {
      ...word({}),
      documents: 2,
      matches: new Map([
        [3, { strength: 0.5, level: 1 }],
        [7, { strength: 0.4, level: 1 }],
      ]),
    };
    expect(serials([both, both])).toEqual(['3 all', '7 all']);
  });

  it('lack excluded ones, and others than may be results', () => {
    expect(serials([word({ 3: 1, 7: 1 })], { excluded: new Set([7]) })).toEqual(['3 all']);
    expect(serials([word({ 3: 1, 7: 1 })], { among: new Set([7, 8]) })).toEqual(['7 all']);
  });

  it('with little of the weight are left out where there are ten others', () => {
    const rare = word(Object.fromEntries(Array.from({ length: 10 }, (_, at) => [at, 1])));
    const usual = word(Object.fromEntries(Array.from({ length: 80 }, (_, at) => [at + 10, 0.8])));
    expect(serials([rare, usual])).toHaveLength(10);
  });
});

describe('a word', () => {
  it('that is only a beginning of another counts less, and not as found', () => {
    expect(serials([word({ 1: 1 }), word({ 1: 0.5, 2: 1 })])).toEqual(['1 most', '2 some']);
  });
});

it('a word counts more the more often it is there, and less in a longer text', () => {
  expect(saturate(1)).toBe(1);
  expect(saturate(5)).toBeCloseTo(1.77);
  expect(saturate(1, 1.5)).toBeCloseTo(0.79);
});
