import { expect, it } from 'vitest';
import type { EntryRow } from '../../entry/list-entries';
import { filterRows, wholeList, type ListQuery } from './filter-rows';

const row = (id: string, more: Partial<EntryRow> = {}): EntryRow => ({
  id,
  title: id.toUpperCase(),
  titles: {},
  status: 'open',
  missing: [],
  outdated: [],
  words: `${id} ${more.words ?? ''}`,
  ...more,
});

const rows = [
  row('c', { organization: 'casa', closes: '2027-06-01', updated: '2026-11-03' }),
  row('a', { status: 'draft', missing: ['fr'], updated: '2026-11-01' }),
  {
    ...row('b', { closes: '2026-12-01', outdated: ['es'], updated: '2026-11-02' }),
    words: 'b carte des puits',
  },
];

const idsFor = (query: Partial<ListQuery>) =>
  filterRows(
    rows,
    { ...wholeList, ...query },
    {
      organizations: new Map([['casa', 'Casa Abierta']]),
      unsaved: new Set(['a']),
      today: '2026-11-28',
      locale: 'en',
    },
  ).map(({ id }) => id);

it.each<[Partial<ListQuery>, string[]]>([
  [{}, ['a', 'b', 'c']],
  [{ words: 'puits carte' }, ['b']],
  [{ words: 'casa' }, ['c']],
  [{ words: 'puits zzz' }, []],
  [{ status: 'draft' }, ['a']],
  [{ organization: 'casa' }, ['c']],
  [{ state: 'closes-soon' }, ['b']],
  [{ state: 'missing-fr' }, ['a']],
  [{ state: 'outdated-es' }, ['b']],
  [{ state: 'unsaved' }, ['a']],
  [{ order: 'closes' }, ['b', 'c', 'a']],
  [{ order: 'updated' }, ['c', 'b', 'a']],
])('of a list that is asked for %j, these rows are shown: %j', (query, ids) => {
  expect(idsFor(query)).toEqual(ids);
});
