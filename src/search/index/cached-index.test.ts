import { mkdtempSync, readdirSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '@scripts/test/temporary-folder';
import { readCached, writeCached } from '@/cache/cached';
import { readFiles, type FolderFiles } from '@/cache/folder-files';
import type { LocaleSite } from '@/site/site';
import { collectPageTexts } from '../full-text/page-texts';
import { searchSite } from '../query/search.fixture';
import { writeSearchIndex, type IndexOptions } from './build-index';
import { searchKey } from './search-cache';
import { hashOf } from './search-version';

const root = temporaryFolder('all');

/** Writes the index of a site. Resolves to all its files in hexadecimal. */
async function filesOf(
  site: IndexOptions['site'],
  {
    folder,
    version = '1',
    isKept,
  }: { folder?: string; version?: string } & Pick<IndexOptions, 'isKept'> = {},
) {
  const outDir = mkdtempSync(root.at('folder-'));
  const cache = folder === undefined ? undefined : { folder, version };
  await writeSearchIndex({ site, outDir, cache, ...(isKept && { isKept }) });
  return new Map([...readFiles(outDir)].map(([name, bytes]) => [name, Buffer.from(bytes).toString('hex')]));
}

it('an index made with a cache has the same bytes as without, also where that is damaged', async () => {
  const site = searchSite(['en', 'fr']);
  const plain = await filesOf(site);
  const folder = root.at('cache');
  for (let build = 0; build < 3; build++) expect(await filesOf(site, { folder })).toEqual(plain);
  for (const name of readdirSync(folder)) truncateSync(path.join(folder, name), 100);
  expect(await filesOf(site, { folder })).toEqual(plain);
  expect(await filesOf(site, { folder, version: '2' })).toEqual(plain);
});

it('full texts come from the cache while they are the same, without those that the site has', async () => {
  const site = searchSite(['en']);
  const folder = root.at('full-texts');
  const english = site.byLocale.get('en') as LocaleSite;
  const plain = await filesOf(site, { folder });
  // In place of Pagefind's files, so that it shows where they come from.
  const key = searchKey({ version: '1' }, 'full texts en', hashOf(collectPageTexts(english)));
  const stored = readCached<FolderFiles>(key, folder);
  expect(stored?.size).toBeGreaterThan(2);
  const names = ['pagefind/en/one.txt', 'pagefind/en/two.txt'] as const;
  writeCached(key, new Map(names.map((name) => [name, Buffer.from(name)])), folder);
  const found = await filesOf(site, { folder, isKept: (name) => name === names[0] });
  expect([found.has(names[0]), found.has(names[1])]).toEqual([false, true]);

  const name = { value: 'Organization of the wells', lang: 'en' } as const;
  const organizations = english.organizations.map((view) => ({ ...view, texts: { ...view.texts, name } }));
  const renamed = { ...site, byLocale: new Map([['en' as const, { ...english, organizations }]]) };
  expect(await filesOf(renamed, { folder })).toEqual(await filesOf(renamed));
  expect(await filesOf(site, { folder })).toEqual(plain);
});
