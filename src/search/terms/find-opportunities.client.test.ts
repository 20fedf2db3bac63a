import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { writeSearchIndex } from '../index/build-index';
import { engineFromFolder } from '../query/engine.fixture';
import { searchSite } from '../query/search.fixture';

let root = '';

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'look-up-'));
  await writeSearchIndex({ site: searchSite(), outDir: root });
});

afterAll(async () => {
  vi.unstubAllGlobals();
  await rm(root, { recursive: true, force: true });
});

/** The result of a search: its rows, corrections, and synonyms. */
async function look(locale: 'en' | 'fr', words: string, exact = false) {
  const found = await engineFromFolder(root, locale).find({ words, exact });
  return {
    rows: found?.rows,
    corrected: found?.corrected.flatMap((one) => one.words),
    meant: found?.synonymMatches.flatMap(({ targets }) =>
      targets.map(({ term, words: other }) => term?.value ?? other),
    ),
    missing: found?.missing,
  };
}

describe('words with typing errors', () => {
  it('are found, and said to be others', async () => {
    expect(await look('en', 'handbok')).toEqual({
      rows: [1],
      corrected: ['handbook'],
      meant: [],
      missing: [],
    });
    expect(await look('en', 'statsitics')).toMatchObject({ rows: [0], corrected: ['statistics'] });
    expect(await look('fr', 'puistier')).toMatchObject({ rows: [1], corrected: ['puisatier'] });
  });

  it('are found several at once, and with their accents', async () => {
    expect(await look('en', 'lesons nurzes')).toMatchObject({ rows: [0], corrected: ['lessons', 'nurses'] });
    expect(await look('fr', 'expliquees')).toMatchObject({ rows: [1], corrected: [] });
    expect(await look('fr', 'expilquées')).toMatchObject({ rows: [1], corrected: ['expliquées'] });
  });

  it('are looked for as they are where that is asked for', async () => {
    expect(await look('en', 'handbok', true)).toEqual({
      rows: [],
      corrected: [],
      meant: [],
      missing: ['handbok'],
    });
    expect(await look('en', 'handbook', true)).toMatchObject({ rows: [1], missing: [] });
  });

  it('are named where nothing is near', async () => {
    expect(await look('en', 'xylophone')).toEqual({
      rows: [],
      corrected: [],
      meant: [],
      missing: ['xylophone'],
    });
  });
});

describe('phrases in quotation marks', () => {
  it('find what has their words side by side, in any form and also without accents', async () => {
    expect(await look('en', '"well handbook"')).toMatchObject({ rows: [1] });
    expect(await look('en', '"evening lesson"')).toMatchObject({ rows: [0] });
    expect(await look('fr', '"oeuvre d’un puisatier"')).toMatchObject({ rows: [1] });
    expect(await look('fr', '«pompes de l’ecole»')).toMatchObject({ rows: [1] });
    expect(await look('en', '"western africa" handbook')).toMatchObject({ rows: [1] });
  });

  it('must all be there', async () => {
    const engine = engineFromFolder(root, 'en');
    const ask = (words: string, exact = false) => engine.find({ words, exact });
    // Each of two opportunities has one.
    const found = await ask('"well handbook" "evening lessons"');
    expect(found?.lacksPhrases).toBe(true);
    expect(found?.rows.toSorted()).toEqual([0, 1]);
  });

  it('that no opportunity has are taken for their words, and said to be nowhere', async () => {
    const engine = engineFromFolder(root, 'en');
    const apart = { words: '"handbook well"', exact: false };
    expect(await engine.find(apart)).toMatchObject({ rows: [1], lacksPhrases: true });
    expect(await engine.find({ ...apart, exact: true })).toMatchObject({ rows: [], lacksPhrases: true });
    expect(await engine.find({ words: '"well handbook"', exact: true })).toMatchObject({
      rows: [1],
      lacksPhrases: false,
    });
  });

  it('of function words must have them all', async () => {
    const found = await engineFromFolder(root, 'en').find({ words: '"for a"', exact: false });
    expect(found).toMatchObject({ rows: [0], lacksPhrases: false });
  });
});

describe('beginnings', () => {
  it('are no typing errors, also where only the last letter is missing', async () => {
    for (const words of ['wel', 'handboo', 'statistic', 'pag'])
      expect([words, (await look('en', words)).corrected]).toEqual([words, []]);
    expect((await look('en', 'statistic')).rows).toEqual([0]);
    expect((await look('en', 'wel')).rows).toContain(1);
  });
});

describe('words that stand for a term', () => {
  it('find what is filed under it, and say so', async () => {
    const found = await look('en', 'interpreter');
    expect(found).toMatchObject({ corrected: [], meant: ['translation'], missing: [] });
    expect(found.rows?.toSorted()).toEqual([1, 2]);
    expect(await look('fr', 'interprète')).toMatchObject({ meant: ['translation'] });
  });

  it('are combined with other words', async () => {
    expect(await look('en', 'interpreter handbook')).toMatchObject({ rows: [1, 2], meant: ['translation'] });
    // None is a translation and about lessons, so each has a part of it.
    expect((await look('en', 'interpreter lessons')).rows?.toSorted()).toEqual([0, 1, 2]);
  });

  it('are understood in another language', async () => {
    expect((await look('en', 'traduction')).rows?.toSorted()).toEqual([1, 2]);
    expect(await look('fr', 'sanitation')).toMatchObject({ rows: [1], meant: ['water', '6'] });
  });

  it('may be the beginning of another word, where they are short', async () => {
    const found = await look('en', 'sta');
    expect(found).toMatchObject({ corrected: [], meant: ['translation'] });
    // “statistics”; most are filed under translation, which would add nothing.
    expect(found.rows).toEqual([0]);
  });

  it('may be other words', async () => {
    expect(await look('en', 'bucketry')).toMatchObject({ rows: [1], meant: ['handbook'] });
  });

  it('mean nothing else where only words as typed are asked for', async () => {
    expect(await look('en', 'interpreter', true)).toMatchObject({
      rows: [],
      meant: [],
      missing: ['interpreter'],
    });
  });

  it('give cards of what has none of the words', async () => {
    const engine = engineFromFolder(root, 'en');
    const asked = { words: 'interpreter', exact: false };
    const cards = await engine.cards(asked, [1, 2]);
    expect(cards.map(({ title }) => title)).toContain('Translate a well handbook');
  });
});
