import { expect, it } from 'vitest';
import { formatDuration } from './format-count';

const minute = 60_000;

it.each([
  [0, '1 minute'],
  [90 * minute, '90 minutes'],
  [5.5 * 60 * minute, '5 hours'],
  [60 * 60 * minute, '2 days'],
])('a duration of %i ms is %s', (ms, text) => {
  expect(formatDuration(ms)).toBe(text);
});
