import { expect, it } from 'vitest';
import { utcDay } from './clock';

it('has the calendar day of an instant in UTC', () => {
  expect(utcDay(1_795_564_800_000)).toBe('2026-11-25');
});
