import { cp, rm } from 'node:fs/promises';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '@scripts/test/temporary-folder';
import { cardAt } from '@/components/opportunity/card-at';
import { opportunityCard } from '@/site/cards';
import type { LocaleSite } from '@/site/site';
import { writeSearchIndex } from '../index/build-index';
import type { DictionaryFile } from './dictionary';
import { encodeWordsOf } from './dictionary.fixture';
import type { SearchEngine } from './engine.client';
import { engineFromFolder, filesAsWeb } from './engine.fixture';
import { FileLoadError } from '@/components/load-file.client';
import { searchSite } from './search.fixture';

type Language = 'en' | 'fr';

const site = searchSite();
const root = temporaryFolder('all');
const folder = root.at;
let engines: Readonly<Record<Language, SearchEngine>>;

beforeAll(async () => {
  await writeSearchIndex({ site, outDir: folder('a') });
  engines = { en: engineFromFolder(folder('a'), 'en'), fr: engineFromFolder(folder('a'), 'fr') };
});
beforeEach(filesAsWeb);

interface Found {
  /** The numbers of the rows, sorted. */
  readonly rows: readonly number[] | undefined;
  readonly first: number | undefined;
  readonly corrected: readonly string[];
  /** The terms or other words that synonyms stand for. */
  readonly meant: readonly string[];
  readonly missing: readonly string[];
}

async function find(engine: SearchEngine, words: string): Promise<Found> {
  const found = await engine.find(words);
  return {
    rows: found?.rows.toSorted(),
    first: found?.rows[0],
    corrected: found?.interpretation.corrected.flatMap((one) => one.words) ?? [],
    meant: (found?.interpretation.synonymMatches ?? []).flatMap(({ targets }) =>
      targets.map(({ term, words: other }) => term?.value ?? other ?? ''),
    ),
    missing: found?.interpretation.missing ?? [],
  };
}

type Row = readonly [query: string, expected: Partial<Found>];
const finds = (locale: Language) => async (query: string, expected: Partial<Found>) => {
  expect(await find(engines[locale], query)).toMatchObject(expected);
};

const none = { rows: [], corrected: [], meant: [] };

describe('words', () => {
  it.each<Row>([
    ['', { rows: undefined }],
    ['handbook', { rows: [1], corrected: [], meant: [], missing: [] }],
    ['lessons', { rows: [0] }],
    ['sanitation', { rows: [1] }],
    ['senegal', { rows: [0, 1, 2] }],
    ['translate', { rows: [1, 2] }],
    // Other forms of a word.
    ['handbooks', { rows: [1], missing: [] }],
    ['teaching', { missing: [], first: 0 }],
    ['WELLS', { rows: [1], missing: [] }],
    // Beginnings: no typing errors, even where only the last letter is missing.
    ['handb pump', { rows: [1], corrected: [] }],
    ['wel west', { rows: [1], corrected: [] }],
    ['handboo', { rows: [1], corrected: [] }],
    ['statistic', { rows: [0], corrected: [] }],
    // Some of the words.
    ['lessons,nurses', { first: 0 }],
    ['lessons / nurses?', { first: 0 }],
    ['zzzzz handbook xylophone', { first: 1, missing: ['zzzzz', 'xylophone'] }],
  ])('are found in titles, texts and names: %s', finds('en'));

  it.each<Row>(
    ['ecole', 'école', "l'école", 'oeuvre', 'œuvre', 'coeur', 'cœur', 'eau', 'd’eau', 'pompe', 'puisat'].map(
      (words) => [words, { rows: [1], corrected: [] }],
    ),
  )('are found in French behind elisions, with ligatures and without accents: %s', finds('fr'));

  it.each(['android', 'wellington', 'waterloo', '🌍'])(
    'with which no word begins are named as missing: %s',
    async (word) => {
      expect(await find(engines.en, word)).toMatchObject({ ...none, missing: [word] });
    },
  );

  it.each(['?!', '*', '"', '" "', '< >', '’'])('are none in %s', async (words) => {
    expect(await find(engines.en, words)).toMatchObject({ ...none, missing: [] });
  });

  it('of which a result has some are told, and left out where all are quoted', async () => {
    const found = await engines.en.find('lessons handbook');
    expect(found?.rows.slice(0, 2).toSorted()).toEqual([0, 1]);
    expect([...(found?.groups.values() ?? [])]).not.toContain('all');
    expect(found?.interpretation).toMatchObject({ missing: [], used: ['handbook'] });
    expect(await find(engines.en, found?.interpretation.quoted ?? '')).toMatchObject(none);
  });
});

describe('words with typing errors', () => {
  it.each<Row>([
    ['handbok', { rows: [1], corrected: ['handbook'], meant: [], missing: [] }],
    ['statsitics', { rows: [0], corrected: ['statistics'] }],
    ['lesons nurzes', { rows: [0], corrected: ['lessons', 'nurses'] }],
  ])('are corrected: %s', finds('en'));

  it.each<Row>([
    ['puistier', { rows: [1], corrected: ['puisatier'] }],
    ['expliquees', { rows: [1], corrected: [] }],
    ['expilquées', { rows: [1], corrected: ['expliquées'] }],
  ])('are corrected in French, with accents: %s', finds('fr'));
});

describe('words in quotation marks', () => {
  it.each<Row>([
    ['"well handbook"', { rows: [1] }],
    ['"evening lesson"', { rows: [0] }],
    ['"western africa" handbook', { rows: [1] }],
    // Function words alone.
    ['"for a"', { rows: [0] }],
    // No opportunity has both, or one of them.
    ['"handbook lessons"', { rows: [], missing: [] }],
    ['"handbok"', { ...none, missing: ['handbok'] }],
    ['"interpreter" handbook', { ...none, missing: ['interpreter'] }],
  ])('must all be there, in any form, and are neither corrected nor replaced: %s', finds('en'));

  it.each<Row>([
    ['"oeuvre d’un puisatier"', { rows: [1] }],
    ['«pompes de l’ecole»', { rows: [1] }],
  ])('are found in French without accents: %s', finds('fr'));
});

describe('synonyms', () => {
  it.each<Row>([
    ['interpreter', { rows: [1, 2], corrected: [], meant: ['translation'], missing: [] }],
    ['interpreter handbook', { rows: [1, 2], first: 1, meant: ['translation'] }],
    // None is a translation and about lessons, so each has a part of it.
    ['interpreter lessons', { rows: [0, 1, 2] }],
    ['traduction', { rows: [1, 2] }],
    // Also the beginning of “statistics”; most are filed under translation, which would add nothing.
    ['sta', { rows: [0], corrected: [], meant: ['translation'] }],
    ['bucketry', { rows: [1], meant: ['handbook'] }],
  ])('find what is filed under their term: %s', finds('en'));

  it.each<Row>([
    ['interprète', { meant: ['translation'] }],
    ['sanitation', { rows: [1], meant: ['water', '6'] }],
  ])('are understood in another language: %s', finds('fr'));
});

describe('cards', () => {
  it('are the same as in every other list', async () => {
    for (const locale of ['en', 'fr'] as const) {
      const opportunities = site.byLocale.get(locale)?.opportunities ?? [];
      const cards = await engines[locale].cards('', [...opportunities.keys()]);
      expect(cards.map((card) => cardAt(card, site.now))).toEqual(
        opportunities.map((opportunity) => ({ ...opportunityCard(opportunity), closes: undefined })),
      );
    }
  });

  it('have the words marked in the summary', async () => {
    const [card] = await engines.fr.cards('ecole pompe', [1]);
    expect(card).toMatchObject({ id: 'wells', lang: 'fr' });
    expect(card?.excerpt?.flatMap(({ text, marked }) => (marked ? [text] : []))).toEqual(['pompes', 'école']);
  });

  it('name the language of an untranslated text', async () => {
    const [card] = await engines.fr.cards('', [0]);
    expect(card).toMatchObject({ title: 'Teach statistics to nurses', lang: 'en' });
  });

  it('are also there of what has none of the words', async () => {
    const cards = await engines.en.cards('interpreter', [1, 2]);
    expect(cards.map(({ title }) => title)).toContain('Translate a well handbook');
  });
});

describe('an index', () => {
  /** A copy of the index in which something is to be changed. */
  const copy = async (name: string) => {
    await cp(folder('a'), folder(name), { recursive: true });
    return folder(name);
  };

  it('finds rare words that a large dictionary leaves out, by their beginning', async () => {
    const dir = await copy('large');
    const { index } = JSON.parse(root.read('large/search/en.words.json')) as DictionaryFile;
    root.write('large/search/en.words.json', JSON.stringify(encodeWordsOf([], index, -1)));
    const engine = engineFromFolder(dir, 'en');
    expect(await find(engine, 'handb')).toMatchObject({ rows: [1] });
    expect(await find(engine, 'wellington')).toMatchObject({ ...none, missing: ['wellington'] });
  });

  it('rejects where a file of words fails to load', async () => {
    const dir = await copy('broken');
    await rm(folder('broken/words/en'), { recursive: true });
    await expect(find(engineFromFolder(dir, 'en'), 'handbook')).rejects.toThrow(FileLoadError);
  });

  it('rejects files of different builds', async () => {
    const english = site.byLocale.get('en') as LocaleSite;
    const fewer = { ...english, opportunities: english.opportunities.slice(0, 1) };
    const other = { locales: ['en'] as const, byLocale: new Map([['en' as const, fewer]]) };
    await writeSearchIndex({ site: other, outDir: folder('other') });
    /** Searches with these files of the other build. */
    const mix = async (...names: readonly string[]) => {
      const mixed = `mixed-${names.join()}`;
      const dir = await copy(mixed);
      for (const name of names) await cp(folder('other/search', name), folder(mixed, 'search', name));
      return engineFromFolder(dir, 'en');
    };
    expect(await find(engineFromFolder(folder('other'), 'en'), 'lessons')).toMatchObject({ rows: [0] });
    const otherColumns = await mix('en.json');
    await expect(find(otherColumns, 'handbook')).rejects.toThrow('Not all files are of one build.');
    await expect(find(otherColumns, 'zzzzz')).rejects.toThrow('Not all files are of one build.');
    const otherWords = await mix('en.words.json', 'en.fit.json');
    await expect(find(otherWords, 'handb')).rejects.toThrow('Not all files are of one build.');
    await expect(otherWords.fitColumns()).rejects.toThrow('Not all files are of one build.');
  });
});
