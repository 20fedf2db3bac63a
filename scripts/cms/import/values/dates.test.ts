import { describe, expect, it } from 'vitest';
import { detectDateOrder, parseDate, saysNoDay } from './dates';

describe('readDate', () => {
  it.each([
    '2030-12-31', '2030/12/31', '2030-12-31T23:00:00Z', '2030-12-31 10:00', '31/12/2030', '31.12.2030', '31-12-2030',
    '12/31/2030', '31 December 2030', 'Tuesday, 31st December 2030', 'December 31, 2030', 'Dec 31 2030', '31-Dec-2030',
    '31 décembre 2030', 'mardi 31 DECEMBRE 2030', '31 déc. 2030', '31 de diciembre de 2030', '31 dic 2030', ' 31/12/2030 ',
    '31/12/2030 18h', 'avant le 31 décembre 2030', 'hasta el 31 de diciembre de 2030', 'Applications close 31 December 2030',
  ])('reads %j', (text) => {
    expect(parseDate(text, undefined)).toEqual({ day: '2030-12-31' });
  }); // prettier-ignore

  it('needs to know what comes first where both could be a month', () => {
    expect(parseDate('3/4/2030', undefined)).toEqual({ ambiguous: true });
    expect(parseDate('3/4/2030', 'dmy')).toEqual({ day: '2030-04-03' });
    expect(parseDate('3/4/2030', 'mdy')).toEqual({ day: '2030-03-04' });
    expect(parseDate('4/4/2030', undefined)).toEqual({ day: '2030-04-04' });
    expect(parseDate('1er mars 2030', undefined)).toEqual({ day: '2030-03-01' });
  });

  it('reads short years and the numbers of spreadsheets, and says when the year is short', () => {
    expect(parseDate('31/12/30', undefined)).toEqual({ day: '2030-12-31', isShort: true });
    expect(parseDate('15 Jan 31', undefined)).toEqual({ day: '2031-01-15', isShort: true });
    expect(parseDate('15-01-31', undefined)).toEqual({ day: '2031-01-15', isShort: true });
    expect(parseDate('45678', undefined)).toEqual({ day: '2025-01-21' });
    expect(parseDate('45678.75', undefined)).toEqual({ day: '2025-01-21' });
  });

  it('leaves it to the model whether the day exists', () => {
    expect(parseDate('31/02/2030', undefined)).toEqual({ day: '2030-02-31' });
    expect(parseDate('13/31/2030', 'dmy')).toEqual({ day: '2030-31-13' });
  });

  it.each(['soon', '2030', '12/2030', '310', 'Movember 3 2030', '', '1.5.2', '31/12-2030'])(
    'finds no date in %j',
    (text) => {
      expect(parseDate(text, 'dmy')).toBeUndefined();
    },
  );
});

describe('orderOf', () => {
  it('learns from days that can be read in one way only', () => {
    expect(detectDateOrder(['3/4/2030', '2030-01-02', '13/4/2030'])).toEqual({
      order: 'dmy',
      example: '13/4/2030',
    });
    expect(detectDateOrder(['4/13/2030'])).toEqual({ order: 'mdy', example: '4/13/2030' });
  });

  it('follows French and Spanish, which put the day first', () => {
    expect(detectDateOrder(['3/4/2030'], 'fr')).toEqual({ order: 'dmy', example: '3/4/2030' });
    expect(detectDateOrder(['3/4/2030'], 'en')).toBeUndefined();
  });

  it('learns nothing where there is none, or they disagree', () => {
    expect(detectDateOrder(['3/4/2030', 'soon'])).toBeUndefined();
    expect(detectDateOrder(['13/4/2030', '4/13/2030'])).toBeUndefined();
  });
});

it.each(['ASAP', 'Rolling basis', 'à convenir', 'Hasta cubrir la vacante', '–'])(
  '“%s” names no day',
  (text) => {
    expect(saysNoDay(text)).toBe(true);
  },
);
