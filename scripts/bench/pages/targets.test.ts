import { expect, test } from 'vitest';
import { meetsTarget } from './targets';

test('weights and times must stay below, points must reach', () => {
  expect(meetsTarget('trip', 240)).toBe(true);
  expect(meetsTarget('trip', 240.1)).toBe(false);
  expect(meetsTarget('shift', 0.001)).toBe(false);
  expect(meetsTarget('lighthouse', 100)).toBe(true);
  expect(meetsTarget('lighthouse', 99)).toBe(false);
});
