import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { LocaleSite, Site, SiteOpportunity } from '@/site/site';
import { writeFullTexts } from '../full-text/write-full-texts';
import { writeSearchIndex } from '../index/build-index';
import { searchSite } from '../query/search.fixture';
import { publishes, randomNumbers } from '../saved-searches/publishes.fixture';
import { listFiles } from './cached-files';

vi.mock('../full-text/write-full-texts', { spy: true });

let root = '';
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'cached-search-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

/** Writes the index of a site. Resolves to all its files. */
async function filesOf(site: Pick<Site, 'locales' | 'byLocale'>, folder?: string, version = '1') {
  const outDir = await mkdtemp(path.join(root, 'out-'));
  await writeSearchIndex({ site, outDir, ...(folder !== undefined && { cache: { folder, version } }) });
  const files = listFiles(outDir, '.').map((name) => [name, readFileSync(path.join(outDir, name), 'base64')]);
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

  it('has the full texts by Pagefind only where one has changed', async () => {
    const folder = path.join(root, 'cache-texts');
    const runs = vi.mocked(writeFullTexts).mock;
    const site = searchSite(['en']);
    const plain = await filesOf(site);
    expect(await filesOf(site, folder)).toEqual(plain);
    const before = runs.calls.length;
    expect(await filesOf(searchSite(['en']), folder)).toEqual(plain);
    expect(runs.calls.length).toBe(before);
    const english = site.byLocale.get('en');
    if (!english) throw new Error('The fixture has no English.');
    const rename = { value: 'Organization of the wells', lang: 'en' } as const;
    const organizations = english.organizations.map((view) => ({
      ...view,
      texts: { ...view.texts, name: rename },
    }));
    const renamed = {
      locales: site.locales,
      byLocale: new Map([...site.byLocale, ['en' as const, { ...english, organizations }] as const]),
    };
    expect(await filesOf(renamed, folder)).toEqual(await filesOf(renamed));
    expect(runs.calls.length).toBe(before + 2);
  });

  it('takes nothing from another version of the code', async () => {
    const folder = path.join(root, 'cache-version');
    const runs = vi.mocked(writeFullTexts).mock;
    const site = searchSite(['en']);
    await filesOf(site, folder);
    const before = runs.calls.length;
    await filesOf(site, folder, '2');
    expect(runs.calls.length).toBe(before + 1);
  });
});
