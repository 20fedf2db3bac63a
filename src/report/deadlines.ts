/** Finds opportunities whose dates need an editor’s attention. */
import { utcDay } from '@/model/time/clock';
import { closingInstant, type ClosingDay } from '@/model/time/closing';
import { stageAt } from '@/model/time/lifecycle';
import type { Entry, Opportunity } from '@/model/types/types';
import { createEntryRef, type EntryRef } from './entry-ref';

export interface Deadlines {
  /** Open ones that close within seven days, the soonest first. */
  readonly closingSoon: readonly (EntryRef & { readonly closes: ClosingDay })[];
  /**
   * Closed by their date, but with a status of open or paused, and not verified since: editors don’t know whether a
   * volunteer was found. The latest first.
   */
  readonly closedUnverified: readonly (EntryRef & { readonly closes: ClosingDay })[];
  /** Open-ended ones whose review date is over, the oldest date first. */
  readonly reviewOverdue: readonly (EntryRef & { readonly reviewBy: string })[];
}

/** Finds the deadlines at an instant (ms). */
export function findDeadlines(entries: readonly Entry[], now: number, editor: string | undefined): Deadlines {
  const today = utcDay(now);
  const opportunities = entries.filter((entry): entry is Opportunity => entry.type === 'opportunity');
  const ref = (entry: Opportunity) => createEntryRef(entry, editor);
  const closing = opportunities.flatMap((entry) => {
    const { closes, status, lastVerified } = entry.shared;
    if (!closes) return [];
    const closesAt = closingInstant(closes);
    const isUndecided = status === 'open' || status === 'paused';
    const isUnverified = lastVerified === undefined || lastVerified <= closes.date;
    const stage = stageAt({ status, closesAt }, now);
    return [{ row: { ...ref(entry), closes }, closesAt, stage, needsAnswer: isUndecided && isUnverified }];
  });
  return {
    closingSoon: closing
      .filter(({ stage }) => stage === 'closing')
      .toSorted((a, b) => a.closesAt - b.closesAt)
      .map(({ row }) => row),
    closedUnverified: closing
      .filter(({ stage, needsAnswer: needsAnswer }) => stage === 'closed' && needsAnswer)
      .toSorted((a, b) => b.closesAt - a.closesAt)
      .map(({ row }) => row),
    reviewOverdue: opportunities
      .flatMap((entry) => {
        const { closes, status, reviewBy } = entry.shared;
        const isLive = status === 'open' || status === 'paused';
        return isLive && !closes && reviewBy !== undefined && reviewBy < today
          ? [{ ...ref(entry), reviewBy }]
          : [];
      })
      .toSorted((a, b) => (a.reviewBy < b.reviewBy ? -1 : 1)),
  };
}
