import { beforeAll, expect, it } from 'vitest';
import { temporaryFolder } from '@scripts/test/temporary-folder';
import type { SearchEntry } from '@/search/entries/entries';
import { writeSearchIndex } from '@/search/index/build-index';
import { searchSite } from '@/search/query/search.fixture';
import type { LocaleSite } from '@/site/site';
import { findMissingEntries } from './verify';

const site = searchSite(['en']);
const english = site.byLocale.get('en') as LocaleSite;
const staging = temporaryFolder('all');
beforeAll(() => writeSearchIndex({ site, outDir: staging.at() }));

it('finds out which entry the search would not find', async () => {
  expect(await findMissingEntries(english, staging.at())).toEqual([]);
  const file = 'search/en.entries.json';
  const written = JSON.parse(staging.read(file)) as SearchEntry[];
  staging.write(file, JSON.stringify(written.slice(1)));
  expect(await findMissingEntries(english, staging.at())).toEqual(['/en/organizations/organization-o1/']);
});
