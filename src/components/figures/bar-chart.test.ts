import { expect, it } from 'vitest';
import { barWidth } from './bar-chart';

it.each([
  [30_000, 30_000, 100],
  [11_328, 30_000, 37.8],
  [120, 100, 100],
  [-1, 100, 0],
  [5, 0, 0],
])('the bar of %d, where the largest is %d, is %d %% wide', (value, largest, width) => {
  expect(barWidth(value, largest)).toBe(width);
});
