import { describe, expect, test } from 'vitest';
import type { Locale } from '@/i18n/locales';
import { matchOptions } from '../values/match-options';
import { listZoneTerms } from './vocabularies';

const findZone = (locale: Locale, words: string) =>
  matchOptions(
    listZoneTerms(locale).map(([id, name]) => ({ id, name })),
    words,
  )[0]?.id;

describe('time zones', () => {
  test.each<[Locale, string, string]>([
    ['en', 'kolkata', 'Asia/Kolkata'],
    ['en', 'new york', 'America/New_York'],
    ['fr', 'londres', 'Europe/London'],
    ['fr', 'sénégal', 'Africa/Dakar'],
    ['fr', 'haïti', 'America/Port-au-Prince'],
    ['es', 'reino unido', 'Europe/London'],
    ['es', 'puerto principe', 'America/Port-au-Prince'],
  ])('are found by places as people name them (%s): %s', (locale, words, zone) => {
    const found = findZone(locale, words);
    // Runtimes differ in which of two names of a zone comes first.
    expect(found?.replace('Calcutta', 'Kolkata')).toBe(zone);
  });

  test('are named by the time of today, where the place doesn’t say it', () => {
    const names = new Map(listZoneTerms('en').map(([id, name]) => [id, name]));
    expect(names.get('Africa/Dakar')).toBe('Dakar, Senegal – Greenwich Mean Time');
    expect(names.get('Europe/Kyiv')).toBe('Kyiv, Ukraine – Eastern European Time');
    expect(names.get('Europe/London')).toBe('London, United Kingdom');
    expect(names.get('America/Indiana/Knox')).toBe('Knox, Indiana, United States – Central Time');
    expect(names.get('UTC')).toBe('UTC');
    expect(new Set(names.values()).size).toBe(names.size);
  });
});
