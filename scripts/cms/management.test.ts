import { describe, expect, it } from 'vitest';
import { readAllItems } from './management';

/** Serves lists of ids in pages; `change` may replace the list after a page. */
function serve(
  first: readonly number[],
  change: (page: number, ids: readonly number[]) => readonly number[],
) {
  let ids = first;
  let pages = 0;
  return ({ skip, limit }: { skip: number; limit: number }) => {
    const answer = { items: ids.slice(skip, skip + limit), total: ids.length };
    pages += 1;
    ids = change(pages, ids);
    return Promise.resolve(answer);
  };
}

const ids = Array.from({ length: 250 }, (_, index) => index);

describe('readAllItems', () => {
  it('reads every page once', async () => {
    expect(await readAllItems(serve(ids, (_, all) => all))).toEqual(ids);
  });

  it('begins again where an item is deleted between pages, which would hide another one', async () => {
    const fetchPage = serve(ids, (page, all) => (page === 1 ? all.slice(1) : all));
    expect(await readAllItems(fetchPage)).toEqual(ids.slice(1));
  });

  it('gives up where the list never stands still', async () => {
    const fetchPage = serve(ids, (page, all) => [...all, 1000 + page]);
    await expect(readAllItems(fetchPage)).rejects.toThrow('changed while they were read');
  });
});
