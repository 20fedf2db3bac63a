import { describe, expect, it } from 'vitest';
import { readCollection } from './collection';
import { defaultSettings } from './contentful-config';
import { AnswerTooBigError } from './failures';

const settings = { ...defaultSettings, pageLimit: 10, pauseMs: 0 };

interface Asked {
  readonly limit: number;
  readonly skip: number;
}

function item(number: number) {
  return { sys: { id: `item-${String(number).padStart(3, '0')}` } };
}

function pageOf(count: number, { limit, skip }: Asked) {
  const all = Array.from({ length: count }, (_, index) => item(index));
  return { total: count, items: all.slice(skip, skip + limit) };
}

async function read(answer: (asked: Asked, nth: number) => unknown) {
  const asked: Asked[] = [];
  const lines: string[] = [];
  const items = await readCollection(
    'the entries',
    async (page) => {
      asked.push(page);
      return Promise.resolve(answer(page, asked.length));
    },
    settings,
    (line) => lines.push(line),
  );
  return { ids: items.map(({ id }) => id), asked, lines };
}

describe('readCollection', () => {
  it('reads page by page until it has as many as there are', async () => {
    const { ids, asked } = await read((page) => pageOf(25, page));
    expect(ids).toHaveLength(25);
    expect(asked).toEqual([
      { limit: 10, skip: 0 },
      { limit: 10, skip: 10 },
      { limit: 10, skip: 20 },
    ]);
  });

  it('reads an empty collection in one request', async () => {
    const { ids, asked } = await read((page) => pageOf(0, page));
    expect([ids, asked.length]).toEqual([[], 1]);
  });

  it('halves the page when the answer is too big, and stays at that', async () => {
    const { ids, asked, lines } = await read((page) => {
      if (page.limit > 3) throw new AnswerTooBigError();
      return pageOf(5, page);
    });
    expect(ids).toHaveLength(5);
    expect(asked.map(({ limit }) => limit)).toEqual([10, 5, 2, 2, 2]);
    expect(lines[0]).toBe(
      'A page of the entries is larger than Contentful sends: going on with 5 at a time.',
    );
  });

  it('names the entry that is too big by itself', async () => {
    const reading = read((page) => {
      if (page.skip === 2 || page.limit > 1) throw new AnswerTooBigError();
      return pageOf(5, page);
    });
    await expect(reading).rejects.toThrow(
      'One of the entries (number 3 by id) is larger than Contentful sends: 7 MB.',
    );
  });

  it('starts over when the total changes, and then has everything', async () => {
    const { ids, asked } = await read((page, nth) => pageOf(nth === 1 ? 12 : 13, page));
    expect(ids).toHaveLength(13);
    expect(asked.map(({ skip }) => skip)).toEqual([0, 10, 0, 10]);
  });

  it.each([
    [
      'a total that keeps changing',
      (page: Asked, nth: number) => pageOf(20 + nth, page),
      'their number changed from 25 to 26',
    ],
    ['a page that comes twice', (page: Asked) => pageOf(12, { ...page, skip: 0 }), '“item-000” came twice'],
    [
      'an empty page',
      (page: Asked) => ({ ...pageOf(12, page), ...(page.skip > 0 && { items: [] }) }),
      'only 10 of 12 came',
    ],
    [
      'more items than there are',
      (page: Asked) => ({ ...pageOf(5, page), total: 3 }),
      '5 came, and there should be 3',
    ],
    ['a text instead of JSON', () => '{"total": 1, "items": [', 'the answer is not complete'],
    ['items without an id', () => ({ total: 1, items: [{}] }), 'an item has no id'],
  ])('gives up on %s', async (_what, answer, reason) => {
    await expect(read(answer)).rejects.toThrow(
      `Contentful didn’t give the entries completely in 3 tries: ${reason}.`,
    );
  });
});
