import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayMs } from '@/model/time/lifecycle';
import type { SiteOpportunity } from '../site';
import { datedPages, findDatedPage, mostNewest, mostRows } from './dated-pages';

interface Posted {
  readonly id: string;
  readonly day: number;
}

const firstDay = Date.parse('2024-01-01') / dayMs;

/** A list as the site has it: newest first, then by id. */
function listOf(posted: readonly Posted[]): SiteOpportunity[] {
  return posted
    .toSorted((a, b) => b.day - a.day || (a.id < b.id ? -1 : 1))
    .map(({ id, day }) => {
      const text = new Date((firstDay + day) * dayMs).toISOString().slice(0, 10);
      return { id, shared: { posted: text } } as unknown as SiteOpportunity;
    });
}

/** The ids on each page by its name; the newest page is called `newest`. */
function rowsOf(posted: readonly Posted[]): Map<string, string> {
  return new Map(
    datedPages(listOf(posted)).map(({ until, opportunities }) => [
      until ?? 'newest',
      opportunities.map(({ id }) => id).join(' '),
    ]),
  );
}

/** The names of pages whose rows differ, of those that are new, and of those that are gone. */
function compare(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>) {
  return {
    changed: [...before].flatMap(([name, rows]) =>
      after.has(name) && after.get(name) !== rows ? [name] : [],
    ),
    made: [...after.keys()].filter((name) => !before.has(name)),
    gone: [...before.keys()].filter((name) => !after.has(name)),
  };
}

const named = (days: readonly number[]): Posted[] =>
  days.map((day, index) => ({ id: `o${String(index).padStart(4, '0')}`, day }));

/** Some years of opportunities, at most a few a day, as they come in. */
const history = fc.array(fc.nat(900), { minLength: 1, maxLength: 400 }).map((days) => named(days));

describe('pages by date', () => {
  it('have every opportunity once, in the order of the list, on pages that aren’t too long', () => {
    const manyADay = fc.array(fc.nat(5), { maxLength: 300 }).map((days) => named(days));
    fc.assert(
      fc.property(fc.oneof(history, manyADay), (posted) => {
        const list = listOf(posted);
        const [newest, ...older] = datedPages(list);
        expect([newest, ...older].flatMap((page) => page?.opportunities ?? [])).toEqual(list);
        expect(newest?.opportunities.length).toBeLessThanOrEqual(mostNewest);
        if (older.length > 0) expect(newest?.opportunities.length).toBeGreaterThan(mostNewest - mostRows);
        for (const { until, opportunities } of older) {
          expect(opportunities.length).toBeGreaterThan(0);
          expect(opportunities.length).toBeLessThanOrEqual(mostRows);
          // What it is called is true, and it isn't called after another time.
          const [day = ''] = /^[\d-]{10}/.exec(until ?? '') ?? [];
          expect((opportunities[0]?.shared.posted ?? '') <= day).toBe(true);
          expect(day <= (newest?.opportunities[0]?.shared.posted ?? '')).toBe(true);
        }
        expect(new Set(older.map(({ until }) => until)).size).toBe(older.length);
      }),
    );
  });

  it('are one where all fit, and for an empty list', () => {
    expect([...rowsOf(named([3, 2, 1])).values()]).toEqual(['o0000 o0001 o0002']);
    expect(datedPages([])).toEqual([{ until: undefined, opportunities: [] }]);
  });

  it('change only where one was added: the newest page, which now and then leaves its older rows on one new page', () => {
    let posted: Posted[] = [];
    let before = rowsOf(posted);
    let made = 0;
    for (let index = 0; index < 600; index += 1) {
      // Two or three a day.
      posted = [...posted, { id: `o${String(9999 - index)}`, day: Math.floor(index / 2.5) }];
      const after = rowsOf(posted);
      const difference = compare(before, after);
      expect(difference.changed, String(index)).toEqual(['newest']);
      expect(difference.gone).toEqual([]);
      expect(difference.made.length).toBeLessThanOrEqual(1);
      made += difference.made.length;
      before = after;
    }
    // 600 rows on pages of up to 30.
    expect(made).toBeGreaterThan(600 / mostRows - 2);
    expect(made).toBeLessThan((600 / mostRows) * 2);
  });

  it('change only where one closed: its page, or the two that it had kept apart', () => {
    fc.assert(
      fc.property(history, fc.nat(), (posted, closed) => {
        const before = rowsOf(posted);
        const after = rowsOf(posted.filter((_, index) => index !== closed % posted.length));
        const { changed, made, gone } = compare(before, after);
        expect(changed.length + made.length).toBeLessThanOrEqual(2);
        expect(gone.length).toBeLessThanOrEqual(2);
      }),
    );
  });

  it('are found by their name, with their neighbours; where there is none of that name it is the newest', () => {
    const list = listOf(named(Array.from({ length: 100 }, (_, index) => index)));
    const pages = datedPages(list);
    expect(pages.length).toBeGreaterThan(3);
    for (const [index, page] of pages.entries())
      expect(findDatedPage(list, page.until)).toEqual({
        page,
        newer: pages[index - 1],
        older: pages[index + 1],
      });
    expect(findDatedPage(list, '1999-01-01').page).toBe(pages[0]);
  });
});
