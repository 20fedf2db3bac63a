import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { writeSearchIndex } from '../index/build-index';
import { readDictionary, type DictionaryFile } from './dictionary';
import { encodeWordsOf } from './dictionary.fixture';
import { createEngine, StaleSearchError, type SearchEngine } from './engine.client';
import { engineFromFolder } from './engine.fixture';
import { SearchLoadError } from './load-file.client';
import { searchSite } from './search.fixture';

const asked = (words: string) => ({ words, exact: false });
const rowsOf = async (engine: SearchEngine, words: string) => (await engine.find(asked(words)))?.rows;
const missingOf = async (engine: SearchEngine, words: string) =>
  (await engine.find(asked(words)))?.missing ?? [];

let root = '';

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'search-'));
  await writeSearchIndex({ site: searchSite(), outDir: path.join(root, 'a') });
});

afterAll(() => rm(root, { recursive: true, force: true }));

describe('the index, searched', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('finds words of the text, the title, the organization and the names, in rows', async () => {
    const engine = engineFromFolder(path.join(root, 'a'), 'en');
    expect(await rowsOf(engine, '')).toBeUndefined();
    expect(await rowsOf(engine, 'handbook')).toEqual([1]);
    expect(await rowsOf(engine, 'lessons')).toEqual([0]);
    expect(await rowsOf(engine, 'sanitation')).toEqual([1]);
    expect(await rowsOf(engine, '"western africa"')).toEqual([1]);
    expect((await rowsOf(engine, 'senegal'))?.toSorted()).toEqual([0, 1, 2]);
    expect((await rowsOf(engine, 'translate'))?.toSorted()).toEqual([1, 2]);
    expect(await rowsOf(engine, 'zzzzz')).toEqual([]);
  });

  it('finds French words behind elisions and with ligatures', async () => {
    const engine = engineFromFolder(path.join(root, 'a'), 'fr');
    for (const words of ['ecole', 'école', "l'école", 'oeuvre', 'œuvre', 'coeur', 'cœur', 'eau', 'd’eau']) {
      expect([words, await rowsOf(engine, words)]).toEqual([words, [1]]);
    }
  });

  it('finds nothing for a word that no indexed word begins with, and names it', async () => {
    const engine = engineFromFolder(path.join(root, 'a'), 'en');
    for (const word of ['android', 'wellington', 'waterloo']) {
      expect([word, await rowsOf(engine, word)]).toEqual([word, []]);
      expect(await missingOf(engine, word)).toEqual([word]);
    }
    expect(await rowsOf(engine, 'handbook android')).toEqual([1]);
    expect(await rowsOf(engine, 'zzzzz handbook xylophone')).toEqual([1]);
    expect(await missingOf(engine, 'zzzzz handbook xylophone')).toEqual(['zzzzz', 'xylophone']);
  });

  it('finds beginnings of words and their other forms', async () => {
    const engine = engineFromFolder(path.join(root, 'a'), 'en');
    for (const words of [
      'handb',
      'handbooks',
      'statist',
      'nurse',
      'teaching',
      'lesson',
      'WELLS',
      'translati',
    ]) {
      expect([words, await missingOf(engine, words)]).toEqual([words, []]);
      expect((await rowsOf(engine, words))?.length).toBeGreaterThan(0);
    }
    expect(await rowsOf(engine, 'handb pump')).toEqual([1]);
    // "we" begins "well" and "western": what several words find is found once.
    expect(await rowsOf(engine, 'wel west')).toEqual([1]);
    const french = engineFromFolder(path.join(root, 'a'), 'fr');
    expect(await rowsOf(french, 'pompe')).toEqual([1]);
    expect(await rowsOf(french, 'enseignant')).toEqual([0]);
    expect(await rowsOf(french, 'puisat')).toEqual([1]);
  });

  it('shows what has some of the words, and says how much it has', async () => {
    const engine = engineFromFolder(path.join(root, 'a'), 'en');
    expect((await rowsOf(engine, 'lessons,nurses'))?.[0]).toBe(0);
    expect((await rowsOf(engine, 'lessons / nurses?'))?.[0]).toBe(0);
    const found = await engine.find(asked('lessons handbook'));
    expect([...(found?.rows ?? [])].toSorted()).toEqual([0, 1]);
    expect([...(found?.groups.values() ?? [])]).not.toContain('all');
    expect(found).toMatchObject({ missing: [], used: ['handbook'] });
    expect((await engine.find({ words: 'lessons handbook', exact: true }))?.rows).toEqual([]);
  });

  it('finds nothing where there is nothing to look for', async () => {
    const engine = engineFromFolder(path.join(root, 'a'), 'en');
    for (const words of ['?!', '*', '"', '" "', '< >', '’']) {
      expect([words, await rowsOf(engine, words), await missingOf(engine, words)]).toEqual([words, [], []]);
    }
  });

  it('finds rare words that a large dictionary leaves out, by their beginning', async () => {
    const dir = path.join(root, 'large');
    await cp(path.join(root, 'a'), dir, { recursive: true });
    const file = path.join(dir, 'search/en.words.json');
    const all = readDictionary(JSON.parse(await readFile(file, 'utf8')) as DictionaryFile);
    const fewer = encodeWordsOf([], all.index, -1);
    expect(fewer).toMatchObject({ leastFrequency: 2, words: '' });
    await writeFile(file, JSON.stringify(fewer));
    const engine = engineFromFolder(dir, 'en');
    expect(await rowsOf(engine, 'handb')).toEqual([1]);
    expect(await rowsOf(engine, 'wellington')).toEqual([]);
    expect(await missingOf(engine, 'wellington')).toEqual(['wellington']);
  });

  it('names an emoji that no text has', async () => {
    const engine = engineFromFolder(path.join(root, 'a'), 'en');
    expect(await engine.find(asked('🌍'))).toMatchObject({ rows: [], missing: ['🌍'] });
  });

  it('doesn’t take a shard that fails to load for nothing found', async () => {
    const dir = path.join(root, 'broken');
    await cp(path.join(root, 'a'), dir, { recursive: true });
    await rm(path.join(dir, 'shards/en'), { recursive: true });
    await expect(rowsOf(engineFromFolder(dir, 'en'), 'handbook')).rejects.toThrow(SearchLoadError);
  });

  it('makes cards, with the words marked in the summary', async () => {
    const engine = engineFromFolder(path.join(root, 'a'), 'fr');
    const [card] = await engine.cards(asked('ecole pompe'), [1]);
    expect(card).toEqual({
      id: 'wells',
      path: '/fr/missions/traduire-l-oeuvre-d-un-puisatier/',
      title: 'Traduire l’œuvre d’un puisatier',
      organization: 'Organisation o1, Sénégal',
      summary: 'Les pompes de l’école, expliquées.',
      excerpt: [
        { text: 'Les ', marked: false },
        { text: 'pompes', marked: true },
        { text: ' de l’', marked: false },
        { text: 'école', marked: true },
        { text: ', expliquées.', marked: false },
      ],
      tasks: ['translation'],
      languages: ['fr:good'],
      hours: '2-4',
      length: '4',
      status: 'open',
      closesAt: Date.parse('2026-12-02T23:00:00Z'),
      shownIn: undefined,
    });
    const [untranslated] = await engine.cards(asked(''), [0]);
    expect(untranslated).toMatchObject({
      title: 'Teach statistics to nurses',
      shownIn: 'en',
      excerpt: undefined,
    });
  });

  it('notices columns and index of different builds', async () => {
    const mixed = path.join(root, 'mixed');
    const other = searchSite();
    const english = other.byLocale.get('en');
    if (!english) throw new Error('The fixture has no English.');
    const fewer = { ...english, opportunities: english.opportunities.slice(0, 1) };
    await writeSearchIndex({ site: { locales: ['en'], byLocale: new Map([['en', fewer]]) }, outDir: mixed });
    const engine = engineFromFolder(mixed, 'en');
    expect(await rowsOf(engine, 'lessons')).toEqual([0]);
    const base = pathToFileURL(root).href;
    const crossed = createEngine(
      {
        columns: `${base}/mixed/search/en.json`,
        root: `${base}/a/`,
        terms: `${base}/a/search/en.terms.json`,
        fit: `${base}/a/search/en.fit.json`,
        words: `${base}/a/search/en.words.json`,
        meanings: `${base}/a/search/en.meanings.json`,
        names: `${base}/a/search/en.names.json`,
        browse: '',
      },
      'en',
      'tag',
    );
    await expect(rowsOf(crossed, 'handbook')).rejects.toThrow(StaleSearchError);
    await expect(rowsOf(crossed, 'zzzzz')).rejects.toThrow(StaleSearchError);
    const oldWords = createEngine(
      {
        columns: `${base}/a/search/en.json`,
        root: `${base}/a/`,
        terms: `${base}/a/search/en.terms.json`,
        fit: `${base}/mixed/search/en.fit.json`,
        words: `${base}/mixed/search/en.words.json`,
        meanings: `${base}/mixed/search/en.meanings.json`,
        names: `${base}/mixed/search/en.names.json`,
        browse: '',
      },
      'en',
      'tag',
    );
    await expect(rowsOf(oldWords, 'handb')).rejects.toThrow(StaleSearchError);
    await expect(oldWords.fitColumns()).rejects.toThrow(StaleSearchError);
  });
});
