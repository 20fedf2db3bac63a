import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { createRandom, type Random } from '@scripts/bench/content/random';
import { temporaryFolder } from '@scripts/test/temporary-folder';
import type { LocaleSite, Site, SiteOpportunity } from '@/site/site';
import { writeSearchIndex } from '../index/build-index';
import { searchSite } from '../query/search.fixture';
import { publishes } from '../saved-searches/news/publishes.fixture';
import { listFilesInFolder, type FilesOfKey } from './cached-files';
import { readStored, writeStored } from './stored-value';

type BuiltSite = Pick<Site, 'locales' | 'byLocale'>;

/** A site in English alone. */
const siteIn = (english: LocaleSite): BuiltSite => ({
  locales: ['en'],
  byLocale: new Map([['en', english]]),
});

const englishOf = ({ byLocale }: BuiltSite) => byLocale.get('en') as LocaleSite;

const root = temporaryFolder('all');
const newFolder = () => mkdtempSync(root.at('folder-'));

/** Writes the index of a site, with a cache if a folder is given. Resolves to all its files. */
async function filesOf(site: BuiltSite, folder?: string, version = '1') {
  const outDir = newFolder();
  await writeSearchIndex({ site, outDir, cache: folder === undefined ? undefined : { folder, version } });
  return listFilesInFolder(outDir, '.').map((name) => [
    name,
    readFileSync(path.join(outDir, name), 'base64'),
  ]);
}

const site = searchSite(['en']);
let plain: string[][];

beforeAll(async () => {
  plain = await filesOf(site);
});

const phrases = [
  'Traduire l’œuvre d’un puisatier. Les pompes, les seaux !',
  '- C++ and C#\n- .NET: OpenStreetMap\n\nWell-being 💧',
  'Les pompes de l’école, expliquées… et les écoles.',
  'Nothing',
];

/** The opportunities of a site without other pages, some of them with another text. */
function changeTexts(own: LocaleSite, random: Random): LocaleSite {
  const change = (view: SiteOpportunity): SiteOpportunity =>
    random.chance(0.8)
      ? view
      : { ...view, texts: { ...view.texts, task: { value: random.pick(phrases), lang: view.lang } } };
  const opportunities = own.opportunities.map(change);
  return { ...own, opportunities, organizations: [], campaigns: [], stories: [], resources: [], pages: [] };
}

/** Removes or damages a file of the cache, or leaves it as it is. */
function damage(folder: string, random: Random): void {
  const file = path.join(folder, random.pick(readdirSync(folder)));
  const bytes = readFileSync(file);
  const kind = random.int(0, 3);
  if (kind === 0) rmSync(file);
  if (kind === 1) writeFileSync(file, bytes.subarray(0, random.int(0, bytes.length - 1)));
  if (kind !== 2) return;
  const place = random.int(0, bytes.length - 1);
  bytes.writeUInt8(bytes.readUInt8(place) ^ 1, place);
  writeFileSync(file, bytes);
}

it.each([1, 2, 3])(
  'an index made with a cache has the same bytes as without, after edits and damages (seed %i)',
  async (seed) => {
    const random = createRandom(seed);
    const folder = newFolder();
    for (const publish of publishes(seed, 5)) {
      const changed = siteIn(changeTexts(englishOf(publish.site), random));
      const expected = await filesOf(changed);
      expect(await filesOf(changed, folder)).toEqual(expected);
      if (random.chance(0.5)) expect(await filesOf(changed, folder)).toEqual(expected);
      damage(path.join(folder, 'en'), random);
    }
  },
);

it('full texts come from the cache while they are the same, and none of another version of the code', async () => {
  const folder = newFolder();
  expect(await filesOf(site, folder)).toEqual(plain);
  // In place of Pagefind's files, so that it shows where they come from.
  const file = path.join(folder, 'en/full-texts.cache');
  const stored = readStored(file, '1') as FilesOfKey;
  const kept = { names: ['pagefind/en/kept.txt'], lengths: [4], hashes: [''], bytes: Buffer.from('text') };
  writeStored(file, '1', { key: stored.key, ...kept });
  const namesOf = async (built: BuiltSite) => (await filesOf(built, folder)).map(([name]) => name);
  expect(await namesOf(site)).toContain('pagefind/en/kept.txt');

  const english = englishOf(site);
  const name = { value: 'Organization of the wells', lang: 'en' } as const;
  const organizations = english.organizations.map((view) => ({ ...view, texts: { ...view.texts, name } }));
  const renamed = siteIn({ ...english, organizations });
  expect(await namesOf(renamed)).not.toContain('pagefind/en/kept.txt');
  expect(await filesOf(renamed, folder)).toEqual(await filesOf(renamed));
  writeStored(file, '1', stored);
  expect(await filesOf(site, folder, '2')).toEqual(plain);
  expect(readStored(file, '1')).toBe(undefined);
});
