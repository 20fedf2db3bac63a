/** Lists page by page. */

/** Entries on a page of a list. */
export const pageSize = 20;

/** How many pages a list of so many entries takes; an empty list has one, which says so. */
export function pageCount(entries: number): number {
  return Math.max(1, Math.ceil(entries / pageSize));
}

/** The part of a list that stands on a page, counted from 1. */
export function slicePage<T>(entries: readonly T[], page: number): readonly T[] {
  return entries.slice((page - 1) * pageSize, page * pageSize);
}
