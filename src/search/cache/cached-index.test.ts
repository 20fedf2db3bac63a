import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocaleSite, Site, SiteOpportunity } from '@/site/site';
import { writeSearchIndex } from '../index/build-index';
import { searchSite } from '../query/search.fixture';
import { publishes, randomNumbers } from '../saved-searches/news/publishes.fixture';
import { listFilesInFolder, type FilesOfKey } from './cached-files';
import { readStored, writeStored } from './stored-value';

let root = '';
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'cached-search-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

/** Writes the index of a site. Resolves to all its files. */
async function filesOf(site: Pick<Site, 'locales' | 'byLocale'>, folder?: string, version = '1') {
  const outDir = await mkdtemp(path.join(root, 'out-'));
  await writeSearchIndex({ site, outDir, ...(folder !== undefined && { cache: { folder, version } }) });
  const files = listFilesInFolder(outDir, '.').map((name) => [
    name,
    readFileSync(path.join(outDir, name), 'base64'),
  ]);
  rmSync(outDir, { recursive: true });
  return files;
}

const phrases = [
  'Traduire l’œuvre d’un puisatier. Les pompes, les seaux !',
  '- C++ and C#\n- .NET: OpenStreetMap\n\nWell-being 💧',
  'Les pompes de l’école, expliquées… et les écoles.',
  'Nothing',
];

type Random = () => number;
const pick = <Value>(values: readonly Value[], random: Random) =>
  values[Math.floor(random() * values.length)] as Value;

/** The opportunities of a site without other pages, some of them with another text. */
function changeTexts(site: LocaleSite, random: Random): LocaleSite {
  const change = (view: SiteOpportunity): SiteOpportunity =>
    random() < 0.8
      ? view
      : { ...view, texts: { ...view.texts, task: { value: pick(phrases, random), lang: view.lang } } };
  const opportunities = site.opportunities.map(change);
  return { ...site, opportunities, organizations: [], campaigns: [], stories: [], resources: [], pages: [] };
}

/** The site with another name of its organization. */
function renamed({ locales, byLocale }: Site): Pick<Site, 'locales' | 'byLocale'> {
  const name = { value: 'Organization of the wells', lang: 'en' } as const;
  const rename = (own: LocaleSite): LocaleSite => ({
    ...own,
    organizations: own.organizations.map((view) => ({ ...view, texts: { ...view.texts, name } })),
  });
  return { locales, byLocale: new Map([...byLocale].map(([locale, own]) => [locale, rename(own)])) };
}

/** Removes or damages a file of the cache, or leaves it as it is. */
function damage(folder: string, random: Random): void {
  const name = pick(readdirSync(folder), random);
  const file = path.join(folder, name);
  const bytes = readFileSync(file);
  const kind = Math.floor(random() * 4);
  if (kind === 0) rmSync(file);
  if (kind === 1) writeFileSync(file, bytes.subarray(0, Math.floor(random() * bytes.length)));
  if (kind !== 2) return;
  const place = Math.floor(random() * bytes.length);
  bytes.writeUInt8(bytes.readUInt8(place) ^ 1, place);
  writeFileSync(file, bytes);
}

describe('an index that is written with what the build before has left', () => {
  it.each([1, 2, 3])(
    'has the same bytes as another, after random edits and damages (seed %i)',
    async (seed) => {
      const random = randomNumbers(seed);
      const folder = path.join(root, `cache-${seed}`);
      for (const { site } of publishes(seed, 5)) {
        const english = site.byLocale.get('en');
        if (!english) throw new Error('The fixture has no English.');
        const changed = {
          locales: ['en'] as const,
          byLocale: new Map([['en' as const, changeTexts(english, random)]]),
        };
        expect(await filesOf(changed, folder)).toEqual(await filesOf(changed));
        if (random() < 0.5) expect(await filesOf(changed, folder)).toEqual(await filesOf(changed));
        damage(path.join(folder, 'en'), random);
      }
    },
  );

  it('takes full texts over while they are the same, and none of another version of the code', async () => {
    const folder = path.join(root, 'cache-texts');
    const site = searchSite(['en']);
    const plain = await filesOf(site);
    expect(await filesOf(site, folder)).toEqual(plain);
    // In place of Pagefind's files, so that it shows where they come from.
    const file = path.join(folder, 'en/full-texts.cache');
    const stored = readStored(file, '1') as FilesOfKey;
    const bytes = Buffer.from('text');
    writeStored(file, '1', {
      key: stored.key,
      names: ['pagefind/en/kept.txt'],
      lengths: [4],
      hashes: [''],
      bytes,
    });
    const names = async (...build: Parameters<typeof filesOf>) =>
      (await filesOf(...build)).map(([name]) => name);
    expect(await names(searchSite(['en']), folder)).toContain('pagefind/en/kept.txt');
    expect(await names(renamed(site), folder)).not.toContain('pagefind/en/kept.txt');
    expect(await filesOf(renamed(site), folder)).toEqual(await filesOf(renamed(site)));
    writeStored(file, '1', stored);
    expect(await filesOf(site, folder, '2')).toEqual(plain);
    expect(readStored(file, '1')).toBe(undefined);
  });
});
