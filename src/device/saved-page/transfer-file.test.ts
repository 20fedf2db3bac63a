import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appliedFormat } from '../applied/applied-format';
import { fitStore, type FitItem } from '../storage/fit/fit-store';
import { appliedItem, appliedLists, fitLists } from '../storage/items.fixture';
import { savedItem, savedLists, searchLists } from '../storage/items.fixture';
import { searchesStore } from '../storage/searches/searches-store';
import { mergeItems } from '../storage/item-store';
import { savedStore } from '../saved/saved-store';
import { parseTransferFile, formatTransferFile } from './transfer-file';

describe('a file to take along', () => {
  it('gives back what was put into it', () => {
    fc.assert(
      fc.property(savedLists, appliedLists, fitLists, searchLists, (saved, applied, fit, searches) => {
        expect(parseTransferFile(formatTransferFile({ saved, applied, fit, searches }))).toEqual({
          kind: 'read',
          lists: {
            saved: mergeItems(savedStore, saved),
            applied: mergeItems(appliedFormat, applied),
            fit: mergeItems(fitStore, fit),
            searches: mergeItems(searchesStore, searches),
          },
          skipped: 0,
        });
      }),
    );
  });

  it('gives what can be read, and says how many entries can’t', () => {
    const text = formatTransferFile({
      saved: [savedItem(), savedItem({ id: '' })],
      applied: [appliedItem({ title: '' })],
      fit: [{ id: 'language.fr', value: 'superb', at: '2026-11-25T12:00:00.000Z' } as FitItem],
      searches: [],
    });
    expect(parseTransferFile(text)).toMatchObject({
      kind: 'read',
      lists: { saved: [savedItem()], applied: [] },
      skipped: 3,
    });
  });

  it('is told from any other file', () => {
    const others = ['', 'x', '[]', '{}', 'null', '{"format":"other","version":1,"saved":[],"applied":[]}'];
    for (const text of others) expect(parseTransferFile(text)).toEqual({ kind: 'foreign' });
    for (const lists of ['"saved":{},"applied":[],"fit":[],"searches":[]', '"saved":[],"applied":[]'])
      expect(parseTransferFile(`{"format":"online-volunteering/kept","version":1,${lists}}`)).toEqual({
        kind: 'foreign',
      });
  });

  it('of a newer version of the site is refused, not half read', () => {
    expect(parseTransferFile('{"format":"online-volunteering/kept","version":2,"saved":[]}')).toEqual({
      kind: 'newer',
    });
  });

  it('never makes the page fail', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(['read', 'foreign', 'newer']).toContain(parseTransferFile(text).kind);
      }),
    );
  });
});
