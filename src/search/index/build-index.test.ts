import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { packNeeds, unpackNeeds } from '@/device/fit/fit-needs';
import { readFitColumns, type FitColumns } from '../facets/fit-columns';
import { listFilesInFolder } from '../cache/cached-files';
import { writeSearchIndex, type IndexReport } from './build-index';
import { readColumns, type FacetColumns } from '../facets/facet-columns';
import { readDictionary, type DictionaryFile } from '../query/dictionary';
import { engineFromFolder } from '../query/engine.fixture';
import { searchSite } from '../query/search.fixture';

const site = searchSite();
let root = '';
let report: IndexReport;

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'search-'));
  report = await writeSearchIndex({ site, outDir: path.join(root, 'a') });
});

afterEach(() => vi.unstubAllGlobals());
afterAll(() => rm(root, { recursive: true, force: true }));

const read = async (name: string): Promise<unknown> =>
  JSON.parse(await readFile(path.join(root, 'a/search', name), 'utf8'));

describe('writeSearchIndex', () => {
  it('reports as many documents as there are opportunities', () => {
    expect(report.languages).toMatchObject([
      { locale: 'en', documents: 3 },
      { locale: 'fr', documents: 3 },
    ]);
  });

  it('writes what the search loads and nothing else', () => {
    const kinds = listFilesInFolder(path.join(root, 'a'), '.').map((name) =>
      name
        .replace(/(?<=[/.]|^)(?:en|fr)(?=[/._])/g, 'LL')
        .replace(/(?<=finder\.)(?:LL|km)/, 'LANGUAGE')
        .replace(/LL_[0-9a-f]+/, 'LL_ID')
        .replace(/^shards\/LL\/[\w-]{8}(?=\.)/, 'shards/LL/NAME'),
    );
    expect([...new Set(kinds)].sort()).toEqual([
      'pagefind/LL/fragment/LL_ID.pf_fragment',
      'pagefind/LL/index/LL_ID.pf_index',
      'pagefind/LL/pagefind-entry.json',
      'pagefind/LL/pagefind.LL_ID.pf_meta',
      'pagefind/LL/pagefind.js',
      'pagefind/LL/wasm.LL.pagefind',
      'search/LL.entries.json',
      'search/LL.finder.LANGUAGE.json',
      'search/LL.finder.any.json',
      'search/LL.fit.json',
      'search/LL.ids.json',
      'search/LL.json',
      'search/LL.meanings.json',
      'search/LL.names.json',
      'search/LL.news.json',
      'search/LL.notice.txt',
      'search/LL.organizations.json',
      'search/LL.terms.json',
      'search/LL.words.json',
      'shards/LL/NAME.json',
      'shards/LL/NAME.txt',
    ]);
  });

  it('serves the notices of the dictionaries, with the texts of their licences', async () => {
    const notice = (locale: string) => readFile(path.join(root, `a/search/${locale}.notice.txt`), 'utf8');
    expect(await notice('en')).toContain('Princeton University');
    expect(await notice('en')).toContain('SCOWL');
    expect(await notice('fr')).toContain('GNU LESSER GENERAL PUBLIC LICENSE');
  });

  it('writes rows newest first', async () => {
    expect(readColumns((await read('en.json')) as FacetColumns).statuses).toEqual(['open', 'open', 'filled']);
  });

  it('writes what each row needs for the fit check', async () => {
    const table = readColumns((await read('en.json')) as FacetColumns);
    const needsOf = readFitColumns((await read('en.fit.json')) as FitColumns, table);
    const views = site.byLocale.get('en')?.opportunities ?? [];
    expect(views).toHaveLength(3);
    for (const [row, { shared }] of views.entries())
      expect(unpackNeeds(needsOf(row))).toEqual(unpackNeeds(packNeeds(shared)));
    expect(needsOf(1).skills).toEqual(['translation:some']);
  });

  it('writes a dictionary of the words that are found, and of which index it is', async () => {
    const { words, frequencies, index } = readDictionary((await read('en.words.json')) as DictionaryFile);
    expect(index).toBe(((await read('en.json')) as FacetColumns).index);
    // From the text, the title, the names, and the parts of a compound ("water-borne").
    expect(words).toEqual(
      expect.arrayContaining(['pages', 'handbook', 'senegal', 'waterborne', 'borne', 'swn']),
    );
    const often = (word: string) => frequencies[words.indexOf(word)];
    expect([often('handbook'), often('translate'), often('patience')]).toEqual([1, 2, 2]);
  });

  it('writes a site without opportunities', async () => {
    const empty = { locales: ['en'] as const, byLocale: new Map(site.byLocale) };
    const english = site.byLocale.get('en');
    if (english) empty.byLocale.set('en', { ...english, opportunities: [] });
    const outDir = path.join(root, 'empty');
    expect((await writeSearchIndex({ site: empty, outDir })).languages).toMatchObject([{ documents: 0 }]);
    const engine = engineFromFolder(outDir, 'en');
    expect(await engine.find({ words: 'water', exact: false })).toMatchObject({ rows: [] });
  });
});
