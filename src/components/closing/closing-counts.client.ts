import { pluralize } from '@/i18n/interpolate';
import { earlierInstant } from '@/model/time/closing-check';
import { readClosings } from '@/model/time/closings';

/**
 * Updates the numbers of open opportunities (see `OpenCount.astro`). Returns the next instant (ms) at which a number
 * changes.
 */
export function checkCounts(root: ParentNode, now: number): number | undefined {
  let next: number | undefined;
  for (const element of root.querySelectorAll<HTMLElement>('[data-closings]')) {
    const { closings = '', count = '0', one = '', other = '' } = element.dataset;
    const read = readClosings(closings, now);
    next = earlierInstant(next, read.next);
    const text = pluralize({ one, other }, Number(count) - read.closed, document.documentElement.lang);
    if (element.textContent !== text) element.textContent = text;
  }
  return next;
}
