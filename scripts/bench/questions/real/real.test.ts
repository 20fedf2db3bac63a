import { describe, expect, it } from 'vitest';
import { locales } from '@/i18n/locales';
import { readRealQuestions } from '../questions';
import { createRemovals, removeContacts } from './clean';

describe.each(locales)('the questions about real listings in %s', (locale) => {
  it('are thirty in each half, of which five are misspelled, and none is in both', () => {
    const halves = [false, true].map((isHeldBack) => readRealQuestions(locale, isHeldBack));
    for (const half of halves) {
      expect(half.filter(({ kind }) => kind === 'natural')).toHaveLength(25);
      expect(half.filter(({ kind }) => kind === 'misspelled')).toHaveLength(5);
      for (const { grades } of half) expect(Math.max(...grades.values())).toBeGreaterThanOrEqual(2);
    }
    expect(new Set(halves.flat().map(({ text }) => text)).size).toBe(60);
  });
});

it.each([
  ['Write to jane@helpers.example by May', 'Write to … by May'],
  ['See www.helpers.example/join for more', 'See … for more'],
  ['Call 212-555-0100 today', 'Call … today'],
  ['Appelez le 01 99 00 12 34', 'Appelez le …'],
  ['Meet at 171 West 85 Street at noon', 'Meet at … at noon'],
  ['Au 12 rue des Lilas, le soir', 'Au …, le soir'],
  ['En C/ Mieres, 15', 'En …'],
  ['We planted 70,000 new street trees', 'We planted 70,000 new street trees'],
])('takes contacts out of “%s”', (text, cleaned) => {
  expect(removeContacts(text, createRemovals())).toBe(cleaned);
});
