import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createRandom } from '@bench/content/random';
import { temporaryFolder } from '@scripts/test/temporary-folder';
import {
  searchesStore,
  searchId,
  withSeen,
  type SavedSearch,
} from '@/device/storage/searches/searches-store';
import { shortHash } from '@/model/short-hash';
import { encodeColumns } from '../../index/encode-columns';
import { readColumns } from '../../facets/facet-columns';
import { filterOpportunities } from '../../facets/filter-opportunities';
import { searchedLanguages } from '../../facets/language-fit';
import { parseAddress } from '../../facets/search-address';
import { writeSearchIndex } from '../../index/build-index';
import { engineFromFolder } from '../../query/engine.fixture';
import { checkSearch } from './check-search.client';
import { encodeNews } from './encode-news';
import { glanceAt, hasNothingIn, savedAddress, withNothingIn } from './find-news';
import { mostNews, type NewsFile } from './news-file';
import { publishes, type Publish } from './publishes.fixture';

const folder = temporaryFolder();

const queries = [
  '',
  '?lang=fr',
  '?task=translation,data&lang=fr:good,es',
  '?hours=1',
  '?closes=14',
  '?status=open,paused',
  '?status=closed',
  '?q=water',
  '?q=maps&lang=es',
] as const;

const newSearch = (address: string, now: number): SavedSearch => ({
  id: searchId('en', address),
  lang: 'en',
  address,
  label: address || 'all',
  savedAt: new Date(now).toISOString(),
  lookedAt: new Date(now).toISOString(),
  seen: '',
});

/** The visitor has answered the fit check. */
const known = new Map([['en', 'good']] as const);

const opportunitiesOf = ({ site }: Publish) => site.byLocale.get('en')?.opportunities ?? [];

/** The ids that a search finds, without anything of saved searches. */
async function foundIds(publish: Publish, dir: string, query: string, now: number): Promise<string[]> {
  const state = parseAddress(query);
  const views = opportunitiesOf(publish);
  const lookup = await engineFromFolder(dir, 'en').find(state.q);
  const languages = searchedLanguages(state.chosen.lang, known, 'en');
  const table = readColumns(encodeColumns(views));
  const { rows, unmet } = filterOpportunities(table, state, lookup?.rows, now, { languages });
  const isInFull = (row: number) => !['most', 'some'].includes(lookup?.groups.get(row) ?? '');
  return rows.flatMap((row) => (isInFull(row) && unmet(row).length === 0 ? [views[row]?.id ?? ''] : []));
}

describe('saved searches over thirty publishes', () => {
  it('call new what the visitor has never seen in them, all of it and nothing else', async () => {
    const { next, chance } = createRandom(7);
    const seenById = new Map<string, Set<string>>();
    const stored = new Map<string, SavedSearch>();
    let news = 0;
    let glances = 0;
    let number = 0;
    for (const publish of publishes(42, 30)) {
      const dir = folder.at();
      const isVisited = number === 0 || chance(0.4);
      const visited = isVisited ? queries.filter(() => number === 0 || chance(0.6)) : [];
      number += 1;
      if (visited.length === 0) continue;
      await writeSearchIndex({ site: publish.site, outDir: dir });
      const file = JSON.parse(folder.read('search/en.news.json')) as NewsFile;
      const now = publish.now + next() * 80_000_000;
      for (const query of visited) {
        const engine = engineFromFolder(dir, 'en');
        const address = savedAddress(parseAddress(query));
        // Stored and read again, as between two visits.
        const search = searchesStore.readItem(
          JSON.parse(JSON.stringify(stored.get(query) ?? newSearch(address, now))),
        );
        if (!search) throw new Error(`${query} isn’t read again.`);
        const found = await foundIds(publish, dir, query, now);
        const seen = seenById.get(query) ?? new Set<string>();
        const expected = found.filter((id) => !seen.has(id));

        const checked = await checkSearch(search, engine, now, known);
        const views = opportunitiesOf(publish);
        expect(checked.fresh.map((row) => views[row]?.id)).toEqual(expected);

        const glance = glanceAt(search, file, now, known);
        if (glance.isExact) expect([query, glance.count]).toEqual([query, expected.length]);
        else expect(glance.count).toBeLessThanOrEqual(expected.length);
        if (hasNothingIn(search, checked.index, known)) expect(expected).toEqual([]);
        if (glance.isExact) glances += 1;
        news += expected.length;

        // Sometimes a visitor only glances, and looks at another visit.
        if (number > 1 && chance(0.4)) {
          if (expected.length === 0) stored.set(query, withNothingIn(search, checked.index, known));
          continue;
        }
        const shown = checked.rows.map((row) => checked.ids[row] ?? '');
        const looked = withSeen(search, shown, now);
        stored.set(query, withNothingIn(looked, checked.index, known));
        seenById.set(query, new Set([...seen, ...found]));
      }
    }
    expect(news).toBeGreaterThan(100);
    expect(glances).toBeGreaterThan(20);
  }, 30_000);
});

describe('the file of the latest changes', () => {
  const sized = [...publishes(3, 1)].flatMap(opportunitiesOf);
  /** So many opportunities with ids of their own. */
  const many = (count: number) =>
    Array.from({ length: count }, (_, place) => {
      const view = sized[place % sized.length];
      if (!view) throw new Error('The fixture has none.');
      const updated = `2026-0${1 + (place % 9)}-${10 + (place % 19)}`;
      return { ...view, id: `made-${place}`, shared: { ...view.shared, updated } };
    });

  it.each([0, 1, 20, 400, 3000])('takes at most 4 kB with %d opportunities', (count) => {
    const file = encodeNews(many(count), '0123456789');
    expect(gzipSync(`${JSON.stringify(file)}\n`).length).toBeLessThanOrEqual(4000);
    expect([file.size, file.isAll]).toEqual([Math.min(count, mostNews), count <= mostNews]);
  });

  it('has those that changed last', () => {
    const views = many(3000);
    const late = many(1).map((view) => ({
      ...view,
      id: 'late',
      shared: { ...view.shared, updated: '2027-01-01' },
    }));
    const all = encodeNews([...views, ...late], '0123456789');
    expect(all.ids.slice(0, 6)).toBe(shortHash('late'));
    expect(all.size).toBeLessThan(views.length);
  });
});
