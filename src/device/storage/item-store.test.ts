import fc from 'fast-check';
import { expect, it } from 'vitest';
import { savedStore } from '../saved/saved-store';
import { fitStore } from './fit/fit-store';
import { parseItems, sortItems } from './item-store';
import { savedItem } from './items.fixture';
import { searchesStore } from './searches/searches-store';

it('stand newest first, each once', () => {
  const old = savedItem({ title: 'Old title' });
  const other = savedItem({ id: 'maps', savedAt: '2026-12-01T00:00:00.000Z' });
  expect(sortItems(savedStore, [old, other, savedItem()])).toEqual([other, savedItem()]);
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

it('survive whatever is stored', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      for (const { items, skipped } of [
        parseItems(savedStore, text),
        parseItems(searchesStore, text),
        parseItems(fitStore, text),
      ])
        expect(items.length + skipped).toBeGreaterThanOrEqual(0);
    }),
  );
});
