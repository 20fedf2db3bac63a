import { readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sourcePackages } from '@scripts/word-tables/fetch-sources';
import { readKnownWords, readRelatedEntries, tablePath } from './language-tables';

const relatedTo = (locale: string, word: string) =>
  readRelatedEntries(locale).find((entry) => entry.word === word)?.related;

describe('related words', () => {
  it.each([
    ['en', 'meal', ['food', 'lunch']],
    ['en', 'elderly', ['aged', 'old']],
    ['en', 'kid', ['child', 'youngster']],
    ['en', 'homeless', ['housing']],
    ['en', 'pantry', ['larder', 'food']],
    ['en', 'taught', ['teach', 'teacher']],
    ['en', 'wives', ['wife', 'woman']],
    ['fr', 'aide', ['soutien', 'assistance', 'secours']],
    ['fr', 'vieux', ['ancien']],
    ['fr', 'réfugié', ['migrant', 'immigrant']],
    ['fr', 'logement', ['maison', 'foyer']],
    ['fr', 'œuvre', ['livre']],
    ['es', 'viejo', ['anciano']],
    ['es', 'comida', ['alimento']],
    ['es', 'casa', ['vivienda', 'hogar']],
    ['es', 'enseñar', ['instruir']],
  ])('%s: %s leads to %j', (locale, word, expected) => {
    expect(relatedTo(locale, word)).toEqual(expect.arrayContaining(expected));
  });

  it.each([
    ['en', 'granny', 'grandmother'],
    ['en', 'doctor', 'physician'],
    ['fr', 'clochard', 'mendiant'],
    ['es', 'ayudar', 'apoyar'],
  ])('%s: the first of %s is %s', (locale, word, first) => {
    expect(relatedTo(locale, word)?.[0]).toBe(first);
  });

  it.each(['en', 'fr', 'es'])(
    '%s: at most eight words or phrases of two, and never the word itself',
    (locale) => {
      const entries = readRelatedEntries(locale);
      expect(entries.length).toBeGreaterThan(20_000);
      const wrong = entries.filter(
        ({ word, related }) =>
          related.length > 8 ||
          related.some((one) => one === word || one.length < 3 || one.split(' ').length > 2),
      );
      expect(wrong).toEqual([]);
    },
  );

  it.each([
    ['en', 'whore'],
    ['fr', 'putain'],
    ['es', 'puta'],
  ])('%s: never leads to an insult', (locale, insult) => {
    expect(readRelatedEntries(locale).filter(({ related }) => related.includes(insult))).toEqual([]);
  });

  it('has none for grammar, and none in another language', () => {
    expect(relatedTo('en', 'the')).toBe(undefined);
    expect(readRelatedEntries('de')).toEqual([]);
  });
});

describe('known words', () => {
  it.each([
    ['en', ['taught', 'kids', 'cafe', 'aarp', 'organise', 'organize', 'volunteering', 'ireland']],
    ['fr', ['refugies', 'ecole', 'oeuvre', 'aiderais', 'choisissent', 'finit', 'benevoles', 'aujourdhui']],
    [
      'es',
      [
        'ninos',
        'ensenar',
        'lugar',
        'ayudarles',
        'quisiera',
        'queremos',
        'comparte',
        'acabas',
        'voluntarias',
        'luces',
      ],
    ],
  ])('%s: %j are words', (locale, words) => {
    const known = new Set(readKnownWords(locale));
    expect(words.filter((word) => !known.has(word))).toEqual([]);
  });

  it.each([
    ['en', ['teh', 'volunter', 'recieve', 'hopsital']],
    ['fr', ['benevolle', 'aidassent', 'finimes', 'apprandre']],
    ['es', ['voluntarrio', 'ayudaseis', 'ayudandomelas', 'aprendiere']],
  ])('%s: %j are not', (locale, words) => {
    const known = new Set(readKnownWords(locale));
    expect(words.filter((word) => known.has(word))).toEqual([]);
  });

  it('has none in another language', () => {
    expect(readKnownWords('de').length).toBe(0);
  });
});

it('takes less than 700 and 500 kB a language', () => {
  const size = (locale: string, table: 'related' | 'known') => statSync(tablePath(locale, table)).size;
  const locales = ['en', 'fr', 'es'];
  expect(Math.max(...locales.map((locale) => size(locale, 'related')))).toBeLessThan(700_000);
  expect(Math.max(...locales.map((locale) => size(locale, 'known')))).toBeLessThan(500_000);
});

it('names every source with its version beside the tables', () => {
  const notices = ['en', 'fr', 'es'].map((locale) =>
    readFileSync(tablePath(locale, 'known').replace(/[^/]+$/u, 'NOTICE.md'), 'utf8').replaceAll(/\s+/gu, ' '),
  );
  const missing = sourcePackages.filter(
    ({ name, version }) => !notices.some((notice) => notice.includes(`\`${name}\` ${version}`)),
  );
  expect(missing).toEqual([]);
});
