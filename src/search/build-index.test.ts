import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { writeSearchIndex, type IndexReport } from './build-index';
import { readColumns, type Columns } from './columns';
import { createEngine, StaleSearchError } from './engine.client';
import { SearchIndexError, writeBundle } from './pagefind-bundle';
import { searchSite } from './search.fixture';

const site = searchSite();
let root = '';
let report: IndexReport;

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'search-'));
  report = await writeSearchIndex({ site, outDir: path.join(root, 'a') });
});

afterAll(() => rm(root, { recursive: true, force: true }));

async function filesOf(dir: string): Promise<Map<string, string>> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const contents = await Promise.all(files.map(async (file) => (await readFile(file)).toString('base64')));
  return new Map(
    files.map((file, index) => [path.relative(dir, file), contents[index] ?? ''] as const).sort(),
  );
}

/** The search as the browser runs it, over files instead of HTTP. */
function engineOver(dir: string, locale: 'en' | 'fr') {
  vi.stubGlobal('fetch', async (url: string) => {
    const file = new URL(url);
    file.search = '';
    return readFile(fileURLToPath(file)).then(
      (bytes) => new Response(bytes),
      () => new Response('', { status: 404 }),
    );
  });
  const base = `${pathToFileURL(dir).href}/`;
  const urls = { bundle: `${base}pagefind/${locale}/`, columns: `${base}search/${locale}.json`, browse: '' };
  return createEngine(urls, locale, 'tag');
}

describe('writeSearchIndex', () => {
  it('reports as many documents as there are opportunities', () => {
    expect(report.languages).toEqual([
      { locale: 'en', documents: 3, columnBytes: expect.any(Number) as number },
      { locale: 'fr', documents: 3, columnBytes: expect.any(Number) as number },
    ]);
  });

  it('gives the same bytes for the same site', async () => {
    await writeSearchIndex({ site: searchSite(), outDir: path.join(root, 'b') });
    expect(await filesOf(path.join(root, 'b'))).toEqual(await filesOf(path.join(root, 'a')));
  });

  it('writes what the search loads and nothing else', async () => {
    const names = [...(await filesOf(path.join(root, 'a'))).keys()];
    const kinds = new Set(
      names.map((name) =>
        name.replace(/(?<=[/.]|^)(?:en|fr)(?=[/._])/g, 'LL').replace(/LL_[0-9a-f]+/, 'LL_ID'),
      ),
    );
    expect([...kinds].sort()).toEqual([
      'pagefind/LL/fragment/LL_ID.pf_fragment',
      'pagefind/LL/index/LL_ID.pf_index',
      'pagefind/LL/pagefind-entry.json',
      'pagefind/LL/pagefind.LL_ID.pf_meta',
      'pagefind/LL/pagefind.js',
      'pagefind/LL/wasm.LL.pagefind',
      'search/LL.json',
    ]);
  });

  it('maps Pagefind’s ids to rows, newest first', async () => {
    const columns = JSON.parse(await readFile(path.join(root, 'a/search/en.json'), 'utf8')) as Columns;
    const { ids, statuses } = readColumns(columns);
    expect(statuses).toEqual(['open', 'open', 'filled']);
    expect(new Set(ids).size).toBe(3);
    expect(ids.every((id) => /^en_[0-9a-f]{7,}$/.test(id))).toBe(true);
  });

  it('writes a site without opportunities', async () => {
    const empty = { locales: ['en'] as const, byLocale: new Map(site.byLocale) };
    const english = site.byLocale.get('en');
    if (english) empty.byLocale.set('en', { ...english, opportunities: [] });
    const outDir = path.join(root, 'empty');
    expect((await writeSearchIndex({ site: empty, outDir })).languages).toMatchObject([{ documents: 0 }]);
    const engine = engineOver(outDir, 'en');
    expect(await engine.find('water')).toEqual([]);
  });

  it('fails where two documents share an address', async () => {
    const document = { url: '/en/x/', language: 'en', content: 'Words.', meta: { title: 'X' } };
    await expect(writeBundle('en', [document, document], path.join(root, 'twice'), () => {})).rejects.toThrow(
      SearchIndexError,
    );
  });
});

describe('the index, searched', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('finds words of the text, the title, the organization and the names, in rows', async () => {
    const engine = engineOver(path.join(root, 'a'), 'en');
    expect(await engine.find('')).toBeUndefined();
    expect(await engine.find('handbook')).toEqual([1]);
    expect(await engine.find('lessons')).toEqual([0]);
    expect(await engine.find('sanitation')).toEqual([1]);
    expect(await engine.find('"western africa"')).toEqual([1]);
    expect((await engine.find('senegal'))?.toSorted()).toEqual([0, 1, 2]);
    expect((await engine.find('translate'))?.toSorted()).toEqual([1, 2]);
    expect(await engine.find('zzzzz')).toEqual([]);
  });

  it('finds French words behind elisions and with ligatures', async () => {
    const engine = engineOver(path.join(root, 'a'), 'fr');
    for (const words of ['ecole', 'école', "l'école", 'oeuvre', 'œuvre', 'coeur', 'cœur', 'eau', 'd’eau']) {
      expect([words, await engine.find(words)]).toEqual([words, [1]]);
    }
  });

  it('makes cards, with an excerpt where the text has the words', async () => {
    const engine = engineOver(path.join(root, 'a'), 'fr');
    const [card] = await engine.cards('eau', [1]);
    expect(card).toEqual({
      path: '/fr/missions/traduire-l-oeuvre-d-un-puisatier/',
      title: 'Traduire l’œuvre d’un puisatier',
      organization: 'Organisation o1, Sénégal',
      summary: 'Les pompes de l’école, expliquées.',
      excerpt: [
        { text: 'Vous traduisez 36 pages\u00a0: «\u202fl’', marked: false },
        { text: 'eau', marked: true },
        { text: '\u202f» d’abord, le cœur ensuite. A file. It helps. Care. Patience.', marked: false },
      ],
      tasks: ['translation'],
      languages: ['fr:good'],
      hours: '2-4',
      length: '4',
      status: 'open',
      closesAt: Date.parse('2026-12-02T23:00:00Z'),
      shownIn: undefined,
    });
    const [untranslated] = await engine.cards('', [0]);
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
    const engine = engineOver(mixed, 'en');
    expect(await engine.find('lessons')).toEqual([0]);
    const base = pathToFileURL(root).href;
    const crossed = createEngine(
      { bundle: `${base}/a/pagefind/en/`, columns: `${base}/mixed/search/en.json`, browse: '' },
      'en',
      'tag',
    );
    await expect(crossed.find('handbook')).rejects.toThrow(StaleSearchError);
    await expect(crossed.find('zzzzz')).rejects.toThrow(StaleSearchError);
  });
});
