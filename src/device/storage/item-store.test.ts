import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appliedFormat } from '../applied/applied-format';
import { appliedItem, appliedLists, fitLists, savedItem, savedLists, searchLists } from './items.fixture';
import { mergeItems, parseItems, type ListItem, type ItemFormat } from './item-store';
import { savedStore } from '../saved/saved-store';
import { fitStore } from './fit/fit-store';
import { searchesStore } from './searches/searches-store';

function behavesAsAMerge<Kept extends ListItem>(store: ItemFormat<Kept>, lists: fc.Arbitrary<Kept[]>) {
  const merge = (...all: (readonly Kept[])[]) => mergeItems(store, ...all);
  const ids = (items: readonly Kept[]) => new Set(items.map(({ id }) => id));

  it('loses no entry and makes none up', () => {
    fc.assert(
      fc.property(lists, lists, (a, b) => {
        expect(ids(merge(a, b))).toEqual(ids([...a, ...b]));
        expect(merge(a, b)).toHaveLength(ids([...a, ...b]).size);
      }),
    );
  });

  it('gives the same whichever comes first, however they are grouped, once or twice', () => {
    fc.assert(
      fc.property(lists, lists, lists, (a, b, c) => {
        expect(merge(a, b)).toEqual(merge(b, a));
        expect(merge(merge(a, b), c)).toEqual(merge(a, merge(b, c)));
        expect(merge(merge(a, b), b)).toEqual(merge(a, b));
      }),
    );
  });

  it('reads back what it has written', () => {
    fc.assert(
      fc.property(lists, (list) => {
        expect(parseItems(store, JSON.stringify(list))).toEqual({ items: merge(list), skipped: 0 });
      }),
    );
  });

  it('survives whatever is stored', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const { items, skipped } = parseItems(store, text);
        expect(items.length + skipped).toBeGreaterThanOrEqual(0);
      }),
    );
  });
}

describe('saved opportunities', () => {
  behavesAsAMerge(savedStore, savedLists);

  it('stand newest first, each once, as they were saved last', () => {
    const old = savedItem({ title: 'Old title', savedAt: '2026-01-01T00:00:00.000Z' });
    const other = savedItem({ id: 'maps', savedAt: '2026-06-01T00:00:00.000Z' });
    expect(mergeItems(savedStore, [old, other], [savedItem()])).toEqual([savedItem(), other]);
  });

  it('leave out what isn’t one, and say how much that was', () => {
    const hostile = [
      savedItem({ path: 'javascript:alert(1)' }),
      savedItem({ path: '//elsewhere.example/' }),
      savedItem({ path: '/\\elsewhere.example/' }),
      savedItem({ id: '../x' }),
      savedItem({ savedAt: 'yesterday' }),
      savedItem({ lang: 'en" onload="' }),
      savedItem({ title: 'x'.repeat(301) }),
      null,
      7,
      [],
    ];
    expect(parseItems(savedStore, JSON.stringify([...hostile, savedItem()]))).toEqual({
      items: [savedItem()],
      skipped: 10,
    });
  });

  it('keep no field that we don’t know', () => {
    const text = JSON.stringify([{ ...savedItem(), extra: 'x', __proto__: { y: 1 } }]);
    expect(parseItems(savedStore, text).items).toEqual([savedItem()]);
  });

  it('are none where nothing is stored, and unread where something else is', () => {
    expect(parseItems(savedStore, null)).toEqual({ items: [], skipped: 0 });
    for (const text of ['', '{', '{}', 'null', '"x"'])
      expect(parseItems(savedStore, text)).toEqual({ items: [], skipped: 1 });
  });
});

describe('the log of applications', () => {
  behavesAsAMerge(appliedFormat, appliedLists);

  it('keeps every follow-up and the answer that either version knows', () => {
    const [first, second] = ['2026-12-01T00:00:00.000Z', '2026-12-08T00:00:00.000Z'] as const;
    const answeredAt = '2026-12-24T00:00:00.000Z';
    const here = appliedItem({ followUps: [first], answeredAt });
    const there = appliedItem({ followUps: [second, first] });
    const merged = appliedItem({ followUps: [first, second], answeredAt });
    expect(mergeItems(appliedFormat, [here], [there])).toEqual([merged]);
  });
});

describe('saved searches', () => behavesAsAMerge(searchesStore, searchLists));

describe('answers to the fit check', () => behavesAsAMerge(fitStore, fitLists));
