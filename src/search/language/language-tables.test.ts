import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
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
    ['en', 'taught kids cafe aarp organise organize volunteering ireland', 'teh volunter recieve hopsital'],
    [
      'fr',
      'refugies ecole oeuvre aiderais choisissent finit benevoles aujourdhui',
      'benevolle aidassent finimes apprandre',
    ],
    [
      'es',
      'ninos ensenar lugar ayudarles quisiera queremos comparte acabas voluntarias luces',
      'voluntarrio ayudaseis ayudandomelas aprendiere',
    ],
    ['de', '', 'haus'],
  ])('%s: %s, but not %s', (locale, right, wrong) => {
    const known = new Set(readKnownWords(locale));
    expect(right.split(' ').filter((word) => word !== '' && !known.has(word))).toEqual([]);
    expect(wrong.split(' ').filter((word) => known.has(word))).toEqual([]);
  });
});

const locales = ['en', 'fr', 'es'];

it.each([
  ['related', 700_000],
  ['known', 500_000],
] as const)('the table of %s words takes less than %i bytes a language', (table, limit) => {
  expect(Math.max(...locales.map((locale) => statSync(tablePath(locale, table)).size))).toBeLessThan(limit);
});

it('every source is named with its version beside the tables', () => {
  const notices = locales.map((locale) =>
    readFileSync(path.join(path.dirname(tablePath(locale, 'known')), 'NOTICE.md'), 'utf8'),
  );
  const all = notices.join().replaceAll(/\s+/gu, ' ');
  expect(sourcePackages.filter(({ name, version }) => !all.includes(`\`${name}\` ${version}`))).toEqual([]);
});
