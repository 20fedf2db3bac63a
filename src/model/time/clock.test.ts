import { describe, expect, it } from 'vitest';
import { ClockError, dayOf, instantOf } from './clock';

const never = () => {
  throw new Error('The real clock was read.');
};

describe('the build’s clock', () => {
  it('is SITE_NOW where it is set, and doesn’t read the real one then', () => {
    expect(instantOf('2026-11-25T00:00:00Z', never)).toBe(1_795_564_800_000);
    expect(instantOf('2026-11-25T02:00:00+02:00', never)).toBe(1_795_564_800_000);
    expect(dayOf(1_795_564_800_000)).toBe('2026-11-25');
  });

  it('is the real one where SITE_NOW is unset or empty', () => {
    expect(instantOf(undefined, () => 42)).toBe(42);
    expect(instantOf('', () => 42)).toBe(42);
  });

  it.each(['tomorrow', '2026-11-25', '2026-13-25T00:00:00Z', '2026-02-30T00:00:00Z', '2026-11-25T00:00:00'])(
    'refuses %s',
    (value) => {
      expect(() => instantOf(value, never)).toThrow(ClockError);
      expect(() => instantOf(value, never)).toThrow(/Write it as 2026-11-25T00:00:00Z/);
    },
  );
});
