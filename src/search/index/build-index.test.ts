import { beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '@scripts/test/temporary-folder';
import { packNeeds, unpackNeeds } from '@/device/fit/fit-needs';
import { readFitColumns, type FitColumns } from '../facets/fit-columns';
import { writeSearchIndex, type IndexReport } from './build-index';
import { readColumns, type FacetColumns } from '../facets/facet-columns';
import { readDictionary, type DictionaryFile } from '../query/dictionary';
import { engineFromFolder } from '../query/engine.fixture';
import { searchSite } from '../query/search.fixture';

const site = searchSite();
const root = temporaryFolder('all');
let report: IndexReport;

beforeAll(async () => {
  report = await writeSearchIndex({ site, outDir: root.at('a') });
});

const read = (name: string): unknown => JSON.parse(root.read(`a/search/${name}`));

describe('writeSearchIndex', () => {
  it('reports as many documents as there are opportunities', () => {
    expect(report.languages).toMatchObject([
      { locale: 'en', documents: 3 },
      { locale: 'fr', documents: 3 },
    ]);
  });

  it('writes what the search loads and nothing else', () => {
    const kinds = root.files('a').map((name) =>
      name
        .replace(/(?<=[/.]|^)(?:en|fr)(?=[/._])/g, 'LL')
        .replace(/LL_[0-9a-f]+/, 'LL_ID')
        .replace(/^words\/LL\/[\w-]{8}(?=\.)/, 'words/LL/NAME'),
    );
    expect([...new Set(kinds)].sort()).toEqual([
      'pagefind/LL/fragment/LL_ID.pf_fragment',
      'pagefind/LL/index/LL_ID.pf_index',
      'pagefind/LL/pagefind-entry.json',
      'pagefind/LL/pagefind.LL_ID.pf_meta',
      'pagefind/LL/pagefind.js',
      'pagefind/LL/wasm.LL.pagefind',
      'search/LL.entries.json',
      'search/LL.fit.json',
      'search/LL.ids.json',
      'search/LL.json',
      'search/LL.meaning.json',
      'search/LL.names.json',
      'search/LL.news.json',
      'search/LL.notice.txt',
      'search/LL.saved-0.json',
      'search/LL.synonyms.json',
      'search/LL.terms.json',
      'search/LL.words.json',
      'words/LL/NAME.json',
      'words/LL/NAME.txt',
    ]);
  });

  it('serves the notices of the dictionaries, with the texts of their licences', () => {
    const notice = (locale: string) => root.read(`a/search/${locale}.notice.txt`);
    expect(notice('en')).toContain('Stanford University');
    expect(notice('en')).toContain('SCOWL');
    expect(notice('fr')).toContain('Dicollecte');
  });

  it('writes rows newest first', () => {
    expect(readColumns(read('en.json') as FacetColumns).statuses).toEqual(['open', 'open', 'filled']);
  });

  it('writes what each row needs for the fit check', () => {
    const table = readColumns(read('en.json') as FacetColumns);
    const needsOf = readFitColumns(read('en.fit.json') as FitColumns, table);
    const views = site.byLocale.get('en')?.opportunities ?? [];
    expect(views).toHaveLength(3);
    for (const [row, { shared }] of views.entries())
      expect(unpackNeeds(needsOf(row))).toEqual(unpackNeeds(packNeeds(shared)));
    expect(needsOf(1).skills).toEqual(['translation:some']);
  });

  it('writes a dictionary of the words that are found, and of which index it is', () => {
    const file = read('en.words.json') as DictionaryFile;
    const { words, frequencies } = readDictionary(file);
    expect(file.index).toBe((read('en.json') as FacetColumns).index);
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
    const outDir = root.at('empty');
    expect((await writeSearchIndex({ site: empty, outDir })).languages).toMatchObject([{ documents: 0 }]);
    const engine = engineFromFolder(outDir, 'en');
    expect(await engine.find('water')).toMatchObject({ rows: [] });
  });
});
