import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { sourcePackages } from '../../../packages/word-tables/fetch-sources';
import { similarity, type Vector } from '../meaning/vectors';
import { readVectors } from '../meaning/meaning-file';
import { decodeWords } from '../words/front-coding';
import { loadLanguage } from '../words/load-language';
import { knownWordFiles, readWordVectors, tablePath } from './language-tables';

const wordsIn = (locale: string) => knownWordFiles(locale).flatMap(({ text }) => decodeWords(text));

describe('known words', () => {
  it.each([
    ['en', 'taught kids cafe organise organize volunteering ireland', 'teh volunter recieve hopsital'],
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
    const known = new Set(wordsIn(locale));
    expect(right.split(' ').filter((word) => word !== '' && !known.has(word))).toEqual([]);
    expect(wrong.split(' ').filter((word) => known.has(word))).toEqual([]);
  });
});

const locales = ['en', 'fr', 'es'];

it.each([
  ['vectors', 1_200_000],
  ['known', 500_000],
] as const)('the table of %s takes less than %i bytes a language', (table, limit) => {
  expect(Math.max(...locales.map((locale) => statSync(tablePath(locale, table)).size))).toBeLessThan(limit);
});

it.each([
  ['en', 'knit', 'stitch', 'loop'],
  ['en', 'fix', 'repair', 'study'],
  ['en', 'bicycles', 'bike', 'excel'],
  ['en', 'puppies', 'dogs', 'wells'],
  ['fr', 'réfugié', 'migrant', 'jardin'],
  ['fr', 'aider', 'soutien', 'ordinateur'],
  ['es', 'perro', 'animal', 'contabilidad'],
  ['es', 'enseñar', 'escuela', 'barco'],
])('%s: %s is nearer to %s than to %s', async (locale, word, near, far) => {
  const { stem } = await loadLanguage(locale);
  const table = readWordVectors(locale);
  const vectors = [word, near, far].map((one) => {
    const vector = readVectors(`x\t${table.get(stem(one)) ?? ''}`).get('x');
    if (!vector) throw new Error(`${one} has no vector.`);
    return vector;
  });
  const [own, nearer, farther] = vectors as [Vector, Vector, Vector];
  expect(similarity(own, nearer)).toBeGreaterThan(0.3 + similarity(own, farther));
});

it('every source is named with its version beside the tables', () => {
  const notices = locales.map((locale) =>
    readFileSync(path.join(path.dirname(tablePath(locale, 'known')), 'NOTICE.md'), 'utf8'),
  );
  const all = notices.join().replaceAll(/\s+/gu, ' ');
  expect(sourcePackages.filter(({ name, version }) => !all.includes(`\`${name}\` ${version}`))).toEqual([]);
});
