import { describe, expect, it } from 'vitest';
import { dateText } from './date-text';

describe('dateText', () => {
  const instant = Date.parse('2026-11-30T23:30:00Z');

  it.each([
    ['en', '1 Dec 2026'],
    ['fr', '1er déc. 2026'],
    ['es', '1 dic 2026'],
  ])('has the day of a zone, in the language’s own order (%s)', (locale, text) => {
    expect(dateText(locale, instant, 'short', 'Europe/Paris')).toBe(text);
  });

  it('is the day before where it is still that day', () => {
    expect(dateText('en', instant, 'long', 'America/Lima')).toBe('30 November 2026');
  });
});
