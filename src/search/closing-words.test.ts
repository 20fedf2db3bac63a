import { describe, expect, it } from 'vitest';
import { closingDay, timeLeft } from './closing-words';

/** The end of 2 December 2026 in Niamey (UTC+1). */
const closesAt = Date.parse('2026-12-02T23:00:00Z');
const day = 86_400_000;

describe('closingDay', () => {
  it('is the day on which the last moment falls for the reader', () => {
    expect(closingDay('en', closesAt, 'Africa/Niamey')).toBe('2 Dec 2026');
    expect(closingDay('en', closesAt, 'Asia/Tokyo')).toBe('3 Dec 2026');
    expect(closingDay('fr', closesAt, 'America/Lima')).toBe('2 déc. 2026');
  });
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
