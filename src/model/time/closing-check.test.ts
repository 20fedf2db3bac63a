import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closingInstant } from './closing';
import { isOpenAt, splitByOpen, longestWait, waitFor } from './closing-check';
import { opportunityStatuses } from '../vocabularies/kinds';

const hour = 3_600_000;

/** Zones with whole, half and quarter hours, at both ends of the calendar, with and without daylight saving. */
const zone = fc.constantFrom(
  ...['UTC', 'Africa/Dakar', 'Europe/Paris', 'America/New_York', 'America/St_Johns', 'America/Havana'],
  ...['America/La_Paz', 'Asia/Beirut', 'Asia/Kolkata', 'Asia/Kathmandu', 'Australia/Lord_Howe'],
  ...['Pacific/Chatham', 'Pacific/Apia', 'Pacific/Kiritimati', 'Pacific/Pago_Pago'],
);
const date = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
  .map((value) => value.toISOString().slice(0, 10));
const closes = fc.record({ date, zone });

/** The calendar day of an instant in a zone, by another way than the code's own. */
function dayIn(timeZone: string, instant: number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(instant);
}

describe('isOpenAt', () => {
  it('holds to the last moment of the closing day where that day is lived, and ends with the next', () => {
    fc.assert(
      fc.property(closes, (closing) => {
        const entry = { status: 'open', closesAt: closingInstant(closing) } as const;
        expect(isOpenAt(entry, entry.closesAt - 1)).toBe(true);
        expect(isOpenAt(entry, entry.closesAt)).toBe(false);
        expect(dayIn(closing.zone, entry.closesAt) > closing.date).toBe(true);
        expect(dayIn(closing.zone, entry.closesAt - 1) <= closing.date).toBe(true);
      }),
    );
  });
});

describe('judge', () => {
  const entries = fc.array(
    fc.record({
      status: fc.constantFrom(...opportunityStatuses),
      closesAt: fc.option(fc.integer({ min: 0, max: 1000 }), { nil: undefined }),
    }),
  );

  it('puts every entry into one of two lists, in the order given', () => {
    fc.assert(
      fc.property(entries, fc.nat(1000), (all, now) => {
        const { open, ended } = splitByOpen(all, now);
        expect(open).toEqual(all.filter((entry) => isOpenAt(entry, now)));
        expect(ended).toEqual(all.filter((entry) => !isOpenAt(entry, now)));
      }),
    );
  });

  it('names the next instant at which its answer changes: not before it, and at it', () => {
    fc.assert(
      fc.property(entries, fc.nat(1000), (all, now) => {
        const { open, nextClosing } = splitByOpen(all, now);
        if (nextClosing === undefined) {
          expect(splitByOpen(all, 1_000_000).open).toEqual(open);
          return;
        }
        expect(nextClosing).toBeGreaterThan(now);
        expect(splitByOpen(all, nextClosing - 1).open).toEqual(open);
        expect(splitByOpen(all, nextClosing).open.length).toBeLessThan(open.length);
      }),
    );
  });
});

describe('waitFor', () => {
  it('never asks a timer for more than it can hold, and gets there all the same', () => {
    const closesAt = 60 * 24 * hour;
    let now = 0;
    let looks = 0;
    while (now < closesAt) {
      const wait = waitFor(closesAt, now);
      expect(wait).toBeGreaterThan(0);
      expect(wait).toBeLessThanOrEqual(Math.min(longestWait, closesAt - now, 2 ** 31 - 1));
      now += wait;
      looks++;
    }
    expect(now).toBe(closesAt);
    expect(looks).toBe(closesAt / longestWait);
  });

  it('does not wait for what is past', () => {
    expect(waitFor(1, 2)).toBe(0);
  });
});
