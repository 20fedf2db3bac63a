import { describe, expect, it } from 'vitest';
import { closingInstant } from './closing';

const at = (date: string, zone: string) => new Date(closingInstant({ date, zone })).toISOString();

describe('the closing instant', () => {
  it('follows daylight saving on the very day', () => {
    expect(at('2026-03-28', 'Europe/Paris')).toBe('2026-03-28T23:00:00.000Z');
    expect(at('2026-03-29', 'Europe/Paris')).toBe('2026-03-29T22:00:00.000Z');
    // Midnight does not exist on this day in Beirut: the next day begins at 01:00.
    expect(at('2026-03-28', 'Asia/Beirut')).toBe('2026-03-28T22:00:00.000Z');
  });

  it('handles a day that a zone skipped', () => {
    // Samoa had no 30 December 2011: the end of the 29th is the beginning of the 31st.
    expect(at('2011-12-29', 'Pacific/Apia')).toBe('2011-12-30T10:00:00.000Z');
  });
});
