import { expect, test } from 'vitest';
import { meets } from './targets';

test('weights and times must stay below, points must reach', () => {
  expect(meets('trip', 240)).toBe(true);
  expect(meets('trip', 240.1)).toBe(false);
  expect(meets('shift', 0.001)).toBe(false);
  expect(meets('lighthouse', 100)).toBe(true);
  expect(meets('lighthouse', 99)).toBe(false);
});
