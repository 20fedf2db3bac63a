/** Splits the alphabetical list of organizations into numbered pages. */

/** The number of entries on a page. */
export const pageSize = 30;

/** Returns the number of pages of a list; an empty list has one, with a notice. */
export function pageCount(entries: number): number {
  return Math.max(1, Math.ceil(entries / pageSize));
}

/** Returns the entries on a page, counted from 1. */
export function slicePage<T>(entries: readonly T[], page: number): readonly T[] {
  return entries.slice((page - 1) * pageSize, page * pageSize);
}
