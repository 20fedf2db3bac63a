import { expect, it } from 'vitest';
import { joinLevels, readLanguageWords, readLevel, saysEither } from './language-words';

it.each([
  ['français courant', { language: 'francais', level: 'fluent' }],
  ['EN (fluent)', { language: 'en', level: 'fluent' }],
  ['FR nice to have', { language: 'fr', need: 'welcome' }],
  ['Inglés avanzado', { language: 'ingles', level: 'fluent' }],
  ['native Spanish', { language: 'spanish', level: 'native' }],
  ['Langue maternelle wolof', { language: 'wolof', level: 'native' }],
  ['Good level of English, a plus', { language: 'english', level: 'good', need: 'welcome' }],
  ['Wolof: basic: welcome', { language: 'wolof', level: 'basic', need: 'welcome' }],
  ['Inglés lectura', { language: 'ingles' }],
  ['Native or bilingual English', { language: 'english', level: 'native' }],
  ['French B2', { language: 'french', level: 'good' }],
])('reads “%s”', (text, expected) => {
  expect(readLanguageWords(text)).toEqual(expected);
});

it('says nothing of a name alone, or of a level alone', () => {
  expect(['English', 'fluent', ''].map(readLanguageWords)).toEqual([undefined, undefined, undefined]);
});

it('joins a level to the language before it, but no code of a language', () => {
  expect(joinLevels(['English', 'native', 'bilingual', 'EN', 'de'])).toEqual([
    'English or native or bilingual',
    'EN',
    'de',
  ]);
});

it('reads a level alone, unless there are two', () => {
  expect(['notions', 'Courant', 'courant;bon', 'x'].map(readLevel)).toEqual([
    'basic',
    'fluent',
    undefined,
    undefined,
  ]);
});

it.each([
  ['English or French', true],
  ['Español y/o portugués', true],
  ['anglais, français ou wolof', true],
  ['English and French', false],
  ['English (native or fluent)', false],
  ['French or Wolof and English', false],
])('“%s” asks for one of several: %s', (text, expected) => {
  expect(saysEither(text)).toBe(expected);
});
