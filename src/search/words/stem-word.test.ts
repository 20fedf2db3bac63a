import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stemWord } from './stem-word';

describe('stemWord', () => {
  it.each([
    ['en', 'lesson lessons'],
    ['en', 'story stories'],
    ['en', 'page pages'],
    ['en', 'translate translates translated translating'],
    ['fr', 'mission missions'],
    ['fr', 'journal journaux'],
    ['fr', 'donnee donnees donner'],
    ['fr', 'organisation organisations'],
    ['fr', 'benevole benevoles'],
    ['es', 'maestra maestras maestro maestros'],
    ['es', 'voluntario voluntarias'],
    ['es', 'vejez vejeces'],
    ['es', 'organizador organizadores'],
  ])('is the same for the forms of a word (%s): %s', (locale, forms) => {
    expect(new Set(forms.split(' ').map((form) => stemWord(locale, form))).size).toBe(1);
  });

  it.each([
    ['en', 'campus'],
    ['en', 'shoes'],
    ['fr', 'paix'],
    ['es', 'mes'],
    // A language without rules.
    ['wo', 'jangs'],
  ])('leaves words alone that only look like a form (%s): %s', (locale, word) => {
    expect(stemWord(locale, word)).toBe(word);
  });

  it('keeps a person apart from what they do', () => {
    expect(stemWord('en', 'translator')).not.toBe(stemWord('en', 'translate'));
  });

  it('never makes nothing of a word', () => {
    const word = fc.string({ unit: fc.constantFrom(...'aeioursxcz'), minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(fc.constantFrom('en', 'fr', 'es'), word, (locale, letters) => {
        expect(stemWord(locale, letters).length).toBeGreaterThan(0);
      }),
    );
  });
});
