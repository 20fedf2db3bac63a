import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { deviceTimeZone, utcOffsetAt } from './fit-zone';

describe('the distance from UTC', () => {
  it.each([
    ['Europe/Paris', '2026-03-29T00:59:59Z', 1],
    ['Europe/Paris', '2026-03-29T01:00:00Z', 2],
    ['Africa/Dakar', '2026-07-01T00:00:00Z', 0],
    ['Asia/Kathmandu', '2026-07-01T00:00:00Z', 5.75],
    ['America/St_Johns', '2026-01-01T00:00:00Z', -3.5],
    ['UTC', '2026-01-01T00:00:00Z', 0],
  ])('of %s at %s is %s hours', (zone, instant, hours) => {
    expect(utcOffsetAt(zone, Date.parse(instant))).toBe(hours);
  });

  it('is that of the zone’s own rules, at any instant of these years', () => {
    const zones = fc.constantFrom('Europe/Paris', 'Australia/Lord_Howe', 'Africa/Casablanca', 'Asia/Kolkata');
    const instants = fc.integer({ min: Date.UTC(2020), max: Date.UTC(2035) });
    fc.assert(
      fc.property(zones, instants, (zone, at) => {
        const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
        expect(utcOffsetAt(zone, at)).toBeCloseTo(local.offsetNanoseconds / 3.6e12, 6);
      }),
    );
  });

  it('isn’t known for a zone that nobody knows', () => {
    expect(utcOffsetAt('Moon/Tycho', 0)).toBeUndefined();
    expect(utcOffsetAt(undefined, 0)).toBeUndefined();
    expect(utcOffsetAt(deviceTimeZone(), 0)).toBeTypeOf('number');
  });
});
