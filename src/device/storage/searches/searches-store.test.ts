import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseItems } from '../item-store';
import { searchesStore, searchId, withSeen, type SavedSearch } from './searches-store';
import { hashLength, joinHashes, shortHash, splitHashes } from '@/model/short-hash';

const search = (more: Partial<SavedSearch> = {}): SavedSearch => ({
  id: searchId('en', '?task=translation'),
  lang: 'en',
  address: '?task=translation',
  label: 'Translation',
  savedAt: '2026-11-25T12:00:00.000Z',
  lookedAt: '2026-11-25T12:00:00.000Z',
  seen: joinHashes([shortHash('wells')]),
  ...more,
});

describe('the list of saved searches', () => {
  it('has nothing that isn’t a saved search', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), (values) => {
        expect(parseItems(searchesStore, JSON.stringify(values))).toEqual({
          items: [],
          skipped: values.length,
        });
      }),
    );
    const wrong: Partial<Record<keyof SavedSearch, unknown>>[] = [
      { id: 'en.other' },
      { lang: 'en"' },
      { address: 'https://elsewhere.example/' },
      { address: '?task="><script>' },
      { label: '' },
      { savedAt: 'yesterday' },
      { lookedAt: undefined },
      { seen: 'abc' },
      { seen: '<b>abc' },
    ];
    expect(wrong.filter((more) => searchesStore.readItem({ ...search(), ...more }))).toEqual([]);
    expect(searchesStore.readItem({ ...search(), nothingIn: 'x', more: 1 })).toEqual(search());
  });

  it('forgets no opportunity that was seen, and takes no earlier look for the last', () => {
    const next = withSeen(search(), [shortHash('maps')], Date.parse('2026-11-26T00:00:00Z'));
    expect(new Set(splitHashes(next.seen))).toEqual(new Set(['wells', 'maps'].map((id) => shortHash(id))));
    expect(next.lookedAt).toBe('2026-11-26T00:00:00.000Z');
    expect(withSeen(next, [], 0).lookedAt).toBe(next.lookedAt);
  });
});

describe('the hash of an id', () => {
  it('has six signs that need no escape, and differs for 10,000 ids', () => {
    const hashes = Array.from({ length: 10_000 }, (_, number) => shortHash(`translate-${number}`));
    expect(new Set(hashes).size).toBe(hashes.length);
    expect(hashes.every((hash) => /^[\w-]{6}$/.test(hash) && hash.length === hashLength)).toBe(true);
  });

  it('stays the same: it is stored', () => {
    const hashes = [shortHash(''), shortHash('wells'), shortHash('wells', 8)];
    expect(hashes).toEqual(['D42yo9', 'D14vFZ', 'D14vFZKB']);
  });
});
