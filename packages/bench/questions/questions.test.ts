import { describe, expect, it } from 'vitest';
import { locales } from '@/i18n/locales';
import { readQuestions, readRealQuestions } from './questions';

describe.each(locales)('the questions in %s', (locale) => {
  it('are judged, and every second one is held back', () => {
    const questions = readQuestions(locale);
    expect(questions.filter(({ kind }) => kind === 'natural')).toHaveLength(60);
    expect(questions.filter(({ isHeldBack }) => isHeldBack)).toHaveLength(65);
  });

  it('about real listings are thirty in each half, of which five are misspelled, and none is in both', () => {
    const halves = [false, true].map((isHeldBack) => readRealQuestions(locale, isHeldBack));
    for (const half of halves) {
      expect(half.filter(({ kind }) => kind === 'natural')).toHaveLength(25);
      expect(half.filter(({ kind }) => kind === 'misspelled')).toHaveLength(5);
      for (const { grades } of half) expect(Math.max(...grades.values())).toBeGreaterThanOrEqual(2);
    }
    expect(new Set(halves.flat().map(({ text }) => text)).size).toBe(60);
  });
});
