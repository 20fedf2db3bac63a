import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stemWord } from './stem-word';

const same: Readonly<Record<string, readonly (readonly string[])[]>> = {
  en: [
    ['lesson', 'lessons'],
    ['story', 'stories'],
    ['page', 'pages'],
    ['translate', 'translates', 'translated', 'translating'],
  ],
  fr: [
    ['mission', 'missions'],
    ['journal', 'journaux'],
    ['donnee', 'donnees', 'donner'],
    ['organisation', 'organisations'],
    ['benevole', 'benevoles'],
  ],
  es: [
    ['maestra', 'maestras', 'maestro', 'maestros'],
    ['voluntario', 'voluntarias'],
    ['vejez', 'vejeces'],
    ['organizador', 'organizadores'],
  ],
};

describe('stemWord', () => {
  it('is the same for the forms of a word', () => {
    for (const [locale, groups] of Object.entries(same)) {
      for (const forms of groups)
        expect([forms, new Set(forms.map((form) => stemWord(locale, form))).size]).toEqual([forms, 1]);
    }
  });

  it('keeps words apart that only look alike', () => {
    expect(stemWord('en', 'campus')).toBe('campus');
    expect(stemWord('en', 'translator')).not.toBe(stemWord('en', 'translate'));
    expect(stemWord('en', 'shoes')).toBe('shoes');
    expect(stemWord('fr', 'paix')).toBe('paix');
    expect(stemWord('es', 'mes')).toBe('mes');
  });

  it('leaves a language without rules alone, and never makes nothing of a word', () => {
    expect(stemWord('wo', 'jangs')).toBe('jangs');
    const word = fc.string({ unit: fc.constantFrom(...'aeioursxcz'), minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(fc.constantFrom('en', 'fr', 'es'), word, (locale, letters) => {
        expect(stemWord(locale, letters).length).toBeGreaterThan(0);
      }),
    );
  });
});
