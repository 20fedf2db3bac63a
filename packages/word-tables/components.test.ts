import { expect, it } from 'vitest';
import { principalComponents } from './components';

it('finds the directions in which vectors differ most', () => {
  const vectors = Array.from({ length: 40 }, (_, place) => {
    const [wide, narrow] = [3 * Math.cos(place), Math.sin(7 * place)];
    return [wide + narrow, wide - narrow, 0.1 * Math.cos(3 * place)];
  });
  const [first = [], second = []] = principalComponents(vectors, 2);
  const half = Math.sqrt(0.5);
  expect(first.map((one) => Math.abs(one).toFixed(1))).toEqual([half, half, 0].map((one) => one.toFixed(1)));
  expect(second.map((one) => Math.abs(one).toFixed(1))).toEqual([half, half, 0].map((one) => one.toFixed(1)));
  expect(first.reduce((sum, one, place) => sum + one * (second[place] ?? 0), 0)).toBeCloseTo(0);
});
