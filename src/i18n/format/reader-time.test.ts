import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  closingDay,
  closingMoment,
  closingText,
  dayAndTime,
  daysAgo,
  nextWording,
  timeLeft,
} from './reader-time';

/** The end of 2 December 2026 in Niamey (UTC+1). */
const closesAt = Date.parse('2026-12-02T23:00:00Z');
const day = 86_400_000;

describe('closingDay', () => {
  it('is the day on which the last moment falls for the reader', () => {
    expect(closingDay('en', closesAt, 'Africa/Niamey')).toBe('2 Dec 2026');
    expect(closingDay('en', closesAt, 'Pacific/Auckland')).toBe('3 Dec 2026');
    expect(closingDay('fr', closesAt, 'America/Lima')).toBe('2 déc. 2026');
    expect(closingDay('fr', closesAt - day, 'Europe/Paris')).toBe('1er déc. 2026');
    expect(closingDay('es', closesAt, 'America/Lima')).toBe('2 dic. 2026');
  });
});

it.each([
  ['en', 'America/Lima', '2 Dec, 18:00'],
  ['fr', 'Africa/Niamey', '2 déc., 23 h 59'],
  ['es', 'Asia/Kathmandu', '3 dic., 04:45'],
])('closingText is the last moment on the visitor’s clock (%s, %s)', (locale, zone, text) => {
  const { left, at } = closingText(locale, closesAt, closesAt - 3 * day, zone);
  expect(at.replaceAll(/\s/g, ' ')).toBe(text);
  expect(left).toMatch(/3/);
  expect(closingText(locale, closesAt, closesAt - 61 * day, zone).at).toContain('2026');
});

it.each([
  ['en', '25 Nov 2026, 18:03'],
  ['fr', '25 nov. 2026, 18 h 03'],
  ['es', '25 nov. 2026, 18:03'],
])('dayAndTime is on the visitor’s clock (%s)', (locale, text) => {
  const instant = Date.parse('2026-11-25T17:03:00Z');
  expect(dayAndTime(locale, instant, 'Europe/Paris').replaceAll(/\s/g, ' ')).toBe(text);
});

describe('timeLeft', () => {
  it('counts whole days, then hours, then minutes', () => {
    expect(timeLeft('en', closesAt, closesAt - 7.9 * day)).toBe('in 7 days');
    expect(timeLeft('es', closesAt, closesAt - 1.5 * day)).toBe('dentro de 36 horas');
    expect(timeLeft('fr', closesAt, closesAt - 1)).toBe('dans 1 minute');
  });

  it('says nothing of what is over or far away', () => {
    expect(timeLeft('en', closesAt, closesAt)).toBeUndefined();
    expect(timeLeft('en', closesAt, closesAt - 61 * day)).toBeUndefined();
  });
});

const at = (instant: string, now: string, zone: string, locale = 'en') => {
  const { day, time } = closingMoment(locale, Date.parse(instant), Date.parse(now), zone);
  return `${day}, ${time}`;
};

describe('closingMoment', () => {
  it.each([
    ['2026-11-25T12:00:00Z', 'Asia/Kathmandu', 'en', '3 December 2026, 04:45'],
    ['2026-12-02T12:00:00Z', 'America/Lima', 'en', 'today, 18:00'],
    ['2026-12-02T12:00:00Z', 'Asia/Kolkata', 'fr', 'demain, 4 h 30'],
    ['2026-12-02T12:00:00Z', 'America/Lima', 'es', 'hoy, 18:00'],
    ['2026-11-25T12:00:00Z', 'America/Lima', 'fr', '2 décembre 2026, 18 h'],
  ])('is told on the reader’s clock, today and tomorrow by name: at %s in %s', (now, zone, locale, text) => {
    expect(at('2026-12-02T23:00:00Z', now, zone, locale).replaceAll('\u00a0', ' ')).toBe(text);
  });

  it('calls midnight the last minute of the day before', () => {
    expect(at('2026-12-02T23:00:00Z', '2026-12-02T12:00:00Z', 'Africa/Niamey')).toBe('today, 23:59');
    // In Beirut 29 March 2026 begins at 01:00: the day before still ends at 23:59.
    expect(at('2026-03-28T22:00:00Z', '2026-03-27T12:00:00Z', 'Asia/Beirut')).toBe('tomorrow, 23:59');
  });

  it('counts days on the calendar across the date line and changes of the clocks', () => {
    // The same instant is still the first of the month in Pago Pago and the second on Kiritimati.
    expect(at('2026-12-02T03:00:00Z', '2026-12-01T08:00:00Z', 'Pacific/Pago_Pago')).toBe('tomorrow, 16:00');
    expect(at('2026-12-02T03:00:00Z', '2026-12-01T12:00:00Z', 'Pacific/Kiritimati')).toBe('today, 17:00');
    // 25 hours later, and still only tomorrow: Paris sets its clocks back on 25 October 2026.
    expect(at('2026-10-25T22:30:00Z', '2026-10-24T21:30:00Z', 'Europe/Paris')).toBe('tomorrow, 23:30');
  });

  it('shows a moment at which one can still apply, or the closing instant itself', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(2000, 0, 1) / 60_000, max: Date.UTC(2040, 0, 1) / 60_000 }),
        fc.constantFrom('Asia/Kathmandu', 'Australia/Lord_Howe', 'America/St_Johns', 'Africa/Casablanca'),
        (minute, zone) => {
          const closesAt = minute * 60_000;
          const { day, time } = closingMoment('en', closesAt, 0, zone);
          const shown = (instant: number) =>
            new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: zone })
              .format(instant)
              .replace(' at ', ', ');
          expect([shown(closesAt), shown(closesAt - 1)]).toContain(`${day}, ${time}`);
          expect(time).not.toBe('00:00');
        },
      ),
    );
  });
});

it('nextWording is never later than the closing instant, and always later than now', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 * day }), (left) => {
      const next = nextWording(closesAt, closesAt - left) ?? 0;
      expect(next).toBeGreaterThan(closesAt - left);
      if (left <= 2 * day) expect(next).toBeLessThanOrEqual(closesAt);
    }),
  );
  expect(nextWording(closesAt, closesAt)).toBeUndefined();
});

describe('daysAgo', () => {
  const ago = (posted: string, now: string, zone = 'UTC', locale = 'en') =>
    daysAgo(locale, posted, Date.parse(now), zone);

  it('counts days, then weeks, months and years', () => {
    expect(ago('2026-11-25', '2026-11-25T12:00:00Z')).toBe('today');
    expect(ago('2026-11-24', '2026-11-25T12:00:00Z')).toBe('yesterday');
    expect(ago('2026-11-12', '2026-11-25T12:00:00Z')).toBe('13 days ago');
    expect(ago('2026-11-03', '2026-11-25T12:00:00Z', 'UTC', 'fr')).toBe('il y a 3 semaines');
    expect(ago('2026-08-01', '2026-11-25T12:00:00Z', 'UTC', 'es')).toBe('hace 3 meses');
    expect(ago('2023-11-01', '2026-11-25T12:00:00Z')).toBe('3 years ago');
  });

  it('goes by the calendar where the reader is, and says nothing of a day that is still to come there', () => {
    expect(ago('2026-11-25', '2026-11-25T12:00:00Z', 'Pacific/Kiritimati')).toBe('yesterday');
    expect(ago('2026-11-26', '2026-11-25T12:00:00Z', 'Pacific/Pago_Pago')).toBeUndefined();
  });
});
