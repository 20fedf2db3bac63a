import { expect, it } from 'vitest';
import { decodeVector, dimensions, encodeVector, similarity, sumVectors } from './vectors';

const vector = (seed: number) =>
  decodeVector(
    Array.from({ length: dimensions }, (_, place) => ((seed * (place + 3)) % 16).toString(16)).join(''),
  );

it('a vector is nearly the same when it was encoded', () => {
  const [one, other] = [vector(5), vector(7)];
  const back = decodeVector(encodeVector(one));
  expect(encodeVector(one)).toHaveLength(dimensions);
  expect(similarity(one, back)).toBeGreaterThan(0.98);
  expect(similarity(one, one)).toBeCloseTo(1);
  expect(similarity(back, other)).toBeCloseTo(similarity(one, other), 1);
});

it('a sum is nearer to what weighs more in it, and missing where there is nothing', () => {
  const [one, other] = [vector(5), vector(7)];
  const sum = sumVectors([
    [one, 3],
    [other, 1],
  ]);
  expect(sum && similarity(sum, one)).toBeGreaterThan((sum && similarity(sum, other)) ?? 1);
  expect(sumVectors([])).toBe(undefined);
});
