/**
 * Splits lists of opportunities into pages by the day on which these were posted, so that a page changes only with what
 * is on it. Time is halved until at most `mostRows` were posted in a part: where one opens, closes or moves, its own part
 * changes, and at most splits or joins its other half. Pages numbered by position would all shift
 * (docs/decisions/0060-fewer-files.md).
 */
import { cacheByObject } from '@/model/cache-by-object';
import { dayMs } from '@/model/time/lifecycle';
import type { SiteOpportunity } from '../site';

/** A page of a list. */
export interface DatedPage {
  /**
   * Its name in addresses: the last day of its part, `2026-10-05`, and a number where that day has several. The newest has
   * the address of the list itself.
   */
  readonly until: string | undefined;
  /** The newest first. */
  readonly opportunities: readonly SiteOpportunity[];
}

/** The largest number of rows on an older page. With the style sheet, 30 of the sample weigh 14 kB. */
export const mostRows = 30;

/** The same for the newest page, which takes in older ones as long as they fit: if there are more, it has at least 7. */
export const mostNewest = 36;

/** From 1970 to 2328, a power of two. */
const allDays = 2 ** 17;

const dayText = (day: number) => new Date(day * dayMs).toISOString().slice(0, 10);

/** The pages of one day. The last in the list stand on its first page, so that the first keeps its address. */
function splitDay(opportunities: readonly SiteOpportunity[], day: string): DatedPage[] {
  const pages = Math.ceil(opportunities.length / mostRows);
  return Array.from({ length: pages }, (_, index) => {
    const number = pages - index;
    const end = opportunities.length - (number - 1) * mostRows;
    return {
      until: number === 1 ? day : `${day}-${number}`,
      opportunities: opportunities.slice(Math.max(0, end - mostRows), end),
    };
  });
}

function splitDays(opportunities: readonly SiteOpportunity[], start: number, days: number): DatedPage[] {
  if (opportunities.length === 0) return [];
  const until = dayText(start + days - 1);
  if (opportunities.length <= mostRows) return [{ until, opportunities }];
  if (days === 1) return splitDay(opportunities, until);
  const middle = start + days / 2;
  const middleDay = dayText(middle);
  const older = opportunities.findIndex(({ shared }) => shared.posted < middleDay);
  const end = older === -1 ? opportunities.length : older;
  return [
    ...splitDays(opportunities.slice(0, end), middle, days / 2),
    ...splitDays(opportunities.slice(end), start, days / 2),
  ];
}

/** Returns the pages of a list that is sorted newest first, the newest page first; an empty list has one. */
export const datedPages = cacheByObject((list: readonly SiteOpportunity[]): readonly DatedPage[] => {
  const parts = splitDays(list, 0, allDays);
  let joined = 1;
  let rows = parts[0]?.opportunities.length ?? 0;
  for (const { opportunities } of parts.slice(1)) {
    rows += opportunities.length;
    if (rows > mostNewest) break;
    joined += 1;
  }
  const newest = parts.slice(0, joined).flatMap(({ opportunities }) => opportunities);
  return [{ until: undefined, opportunities: newest }, ...parts.slice(joined)];
});

/** Finds a page of a list by its name, with those before and after it; the newest one where there is none. */
export function findDatedPage(list: readonly SiteOpportunity[], until: string | undefined) {
  const pages = datedPages(list);
  const index = Math.max(
    0,
    pages.findIndex((page) => page.until === until),
  );
  const page: DatedPage = pages[index] ?? { until: undefined, opportunities: [] };
  return { page, newer: pages[index - 1], older: pages[index + 1] };
}

export type DatedPlace = Readonly<ReturnType<typeof findDatedPage>>;
