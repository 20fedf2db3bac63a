import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { EntriesFile } from '@/search/entries/entries-file';
import { writeSearchIndex } from '@/search/index/build-index';
import { searchSite } from '@/search/query/search.fixture';
import { findMissingEntries } from './verify-entries';

const site = searchSite(['en']);
let staging = '';

beforeAll(async () => {
  staging = await mkdtemp(path.join(tmpdir(), 'verify-'));
  await writeSearchIndex({ site, outDir: staging });
});
afterAll(() => rm(staging, { recursive: true, force: true }));

it('finds out which entry the search would not find', async () => {
  const english = site.byLocale.get('en');
  if (!english) throw new Error('The fixture has no English.');
  expect(await findMissingEntries(english, staging)).toEqual([]);
  const file = path.join(staging, 'search/en.entries.json');
  const written = JSON.parse(await readFile(file, 'utf8')) as EntriesFile;
  await writeFile(file, JSON.stringify({ ...written, entries: { ...written.entries, organization: [] } }));
  expect(await findMissingEntries(english, staging)).toEqual(['/en/organizations/organization-o1/']);
});
