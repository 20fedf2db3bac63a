import { rm } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '@scripts/test/temporary-folder';
import { writeFiles } from '@/cache/folder-files';
import { searchSite } from '../query/search.fixture';
import { OperatorError } from '@/model/operator-error';
import { filesAsWeb } from '../query/engine.fixture';
import { collectPageTexts, type PageText } from './page-texts';
import { searchFullTexts } from './search-full-texts.client';
import { makeFullTexts } from './make-full-texts';

const page = (name: string, title: string, content: string, rest: Partial<PageText> = {}): PageText => ({
  type: 'story',
  path: `/${name}/`,
  title,
  content,
  spellings: '',
  lang: undefined,
  ...rest,
});

const english = [
  page(
    'pump',
    'The pump came back',
    'A volunteer wrote the handbook. Each <part> has a picture, and a price.',
  ),
  page('songs', 'Songs for a morning', 'She recorded every lesson on the radio, before the rain came.'),
  page('rules', 'Who sees your data', 'An application is deleted after a year. Volunteers see it.', {
    type: 'page',
    lang: 'fr',
  }),
];
const french = [page('ecole', 'L’école', 'À l’ école, le cœur.', { spellings: 'coeur' })];

const root = temporaryFolder('all');
let base = '';

const write = async (locale: string, texts: readonly PageText[], name = '.') =>
  writeFiles(root.at(name), await makeFullTexts(locale, texts));

beforeAll(async () => {
  base = pathToFileURL(root.at()).href;
  await write('en', english);
  await write('fr', french);
});

async function search(query: string, locale = 'en') {
  filesAsWeb();
  return searchFullTexts(`${base}/pagefind/${locale}/`, locale, query);
}

const pathsOf = async (query: string, locale = 'en') =>
  (await search(query, locale)).map((result) => result.path);

describe('a search of full texts', () => {
  it('finds words that stand only in a text, marked where they stand', async () => {
    const [result] = await search('handbook');
    expect(result).toMatchObject({
      path: '/pump/',
      title: 'The pump came back',
      type: 'story',
      lang: undefined,
    });
    expect(result?.excerpt.filter(({ marked }) => marked)).toEqual([{ text: 'handbook', marked: true }]);
    expect(result?.excerpt.map(({ text }) => text).join('')).toContain('Each <part> has a picture');
  });

  it('leaves out those with what isn’t wanted, and takes two pairs of quotation marks for two', async () => {
    expect(await pathsOf('volunteer')).toEqual(expect.arrayContaining(['/pump/', '/rules/']));
    expect(await pathsOf('volunteer but not handbook')).toEqual(['/rules/']);
    expect(await pathsOf('"handbook" "picture"')).toEqual(['/pump/']);
  });

  it('names the language of a text', async () => {
    expect(await search('data')).toMatchObject([{ path: '/rules/', type: 'page', lang: 'fr' }]);
  });

  it.each([
    // Function words count for nothing; first comes what has all others.
    ['who was the volunteer with a picture', ['/pump/', '/rules/']],
    ['"every lesson on the radio"', ['/songs/']],
    ['"radio lesson"', []],
    // Pagefind alone takes it for a beginning that is there: “pump”.
    ['pumpernickel', []],
    ['?!', []],
    ['""', []],
  ])('for %s finds %j', async (query, paths) => {
    expect(await pathsOf(query)).toEqual(paths);
  });

  it.each(['école', 'l’ecole', 'coeur', 'cœur'])(
    'finds French words behind elisions and with ligatures: %s',
    async (words) => {
      expect(await pathsOf(words, 'fr')).toEqual(['/ecole/']);
    },
  );

  it('shows elisions as they are written', async () => {
    const [result] = await search('école', 'fr');
    expect(result?.excerpt.map(({ text }) => text).join('')).toContain('À l’école, le cœur');
  });

  it('rejects where a part of the index is missing', async () => {
    await write('es', english);
    await rm(root.at('pagefind/es/index'), { recursive: true });
    await expect(search('handbook', 'es')).rejects.toThrow('could not be loaded');
  });
});

describe('the index of full texts', () => {
  it('goes without a text that has no word, which Pagefind drops', async () => {
    const texts = [...english, page('family', 'A family', '👨‍👩‍👧\u{e0067}\u{e0062}')];
    expect((await makeFullTexts('en', texts)).size).toBeGreaterThan(0);
  });

  it('is refused where two texts share an address', async () => {
    await expect(makeFullTexts('fr', [...french, ...french])).rejects.toThrow(OperatorError);
  });

  it('isn’t made without texts', async () => {
    expect(await makeFullTexts('en', [])).toEqual(new Map());
  });
});

it('collects the texts of all entries with pages but opportunities, without Markdown', () => {
  const site = searchSite().byLocale.get('en');
  const texts = site ? collectPageTexts(site) : [];
  expect(texts.map(({ type }) => type)).toEqual(['organization']);
  const [organization] = texts;
  expect(organization?.content).not.toBe('');
  expect(organization?.content).not.toMatch(/\*\*|\]\(/);
});
