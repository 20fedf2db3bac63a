import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maxClosings, packClosings, readClosings } from './closings';

const minute = 60_000;

describe('packed closings', () => {
  it('are short: steps in base 36, and how many at once', () => {
    expect(packClosings([2 * minute, minute, undefined, 2 * minute, 40 * minute])).toBe('1 1*2 12');
    expect(packClosings([undefined])).toBe('');
  });

  it('tell how many have closed, and when the next does', () => {
    expect(readClosings('1 1*2 12', minute - 1)).toEqual({ closed: 0, next: minute });
    expect(readClosings('1 1*2 12', 2 * minute)).toEqual({ closed: 3, next: 40 * minute });
    expect(readClosings('1 1*2 12', 40 * minute)).toEqual({ closed: 4, next: undefined });
    expect(readClosings('', minute)).toEqual({ closed: 0, next: undefined });
  });

  it('count as a look at each one does', () => {
    const closing = fc.option(fc.integer({ min: 1, max: 50 }), { nil: undefined });
    fc.assert(
      fc.property(fc.array(closing, { maxLength: maxClosings }), fc.nat(60), (minutes, now) => {
        const { closed, next } = readClosings(
          packClosings(minutes.map((value) => value && value * minute)),
          now * minute,
        );
        expect(closed).toBe(minutes.filter((value) => value !== undefined && value <= now).length);
        const later = minutes.filter((value) => value !== undefined && value > now) as number[];
        expect(next).toBe(later.length > 0 ? Math.min(...later) * minute : undefined);
      }),
    );
  });

  it('are bounded, and never count too many as closed', () => {
    const many = Array.from({ length: 5000 }, (_, index) => Date.UTC(2027, 0, 1 + index));
    expect(packClosings(many).length).toBeLessThan(maxClosings * 8);
    expect(readClosings(packClosings(many), Infinity).closed).toBe(maxClosings);
  });
});
