import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCalendarInstant, escapeCalendarText, foldCalendarLine } from './calendar-lines';

describe('foldCalendarLine', () => {
  it('leaves 75 bytes on one line and folds the next', () => {
    expect(foldCalendarLine('a'.repeat(75))).toBe(`${'a'.repeat(75)}\r\n`);
    expect(foldCalendarLine('a'.repeat(76))).toBe(`${'a'.repeat(75)}\r\n a\r\n`);
  });

  it('counts bytes of UTF-8 and cuts no character', () => {
    expect(foldCalendarLine('é'.repeat(40))).toBe(`${'é'.repeat(37)}\r\n ${'é'.repeat(3)}\r\n`);
    expect(foldCalendarLine(`${'a'.repeat(73)}😀`)).toBe(`${'a'.repeat(73)}\r\n 😀\r\n`);
  });

  it('folds what unfolds to the same line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (line) => {
        fc.pre(!/[\r\n]/.test(line));
        const folded = foldCalendarLine(line);
        expect(folded.replaceAll('\r\n ', '')).toBe(`${line}\r\n`);
        expect(Math.max(...folded.split('\r\n').map((part) => Buffer.byteLength(part)))).toBeLessThan(76);
      }),
    );
  });
});

it('escapeCalendarText escapes what separates, and keeps lines as such', () => {
  expect(escapeCalendarText('a\\b; c, d\r\ne')).toBe('a\\\\b\\; c\\, d\\ne');
});

it('formatCalendarInstant is in UTC', () => {
  expect(formatCalendarInstant(Date.parse('2026-03-29T23:30:00+01:00'))).toBe('20260329T223000Z');
});
