/** Opportunities whose dates ask something of an editor. */
import { utcDay } from '@/model/time/clock';
import { closingInstant, type ClosingDay } from '@/model/time/closing';
import { stageAt } from '@/model/time/lifecycle';
import type { AnyEntry } from '@/pipeline/check/validate';
import { entryRef, type EntryRef, type Nameable } from './entry-ref';

export interface Deadlines {
  /** Open, and closes within seven days; the soonest first. */
  readonly closingSoon: readonly (EntryRef & { readonly closes: ClosingDay })[];
  /**
   * Closed by its date while its status still says open or paused, and not verified since: nobody has said whether
   * somebody was found. The latest first.
   */
  readonly closedUnverified: readonly (EntryRef & { readonly closes: ClosingDay })[];
  /** Open-ended, and the day by which somebody was to ask about it is over; the longest first. */
  readonly reviewOverdue: readonly (EntryRef & { readonly reviewBy: string })[];
}

type OpportunityEntry = Extract<AnyEntry, { readonly type: 'opportunity' }>;

/** The deadlines at an instant (ms). */
export function deadlinesOf(
  entries: readonly AnyEntry[],
  now: number,
  editor: string | undefined,
): Deadlines {
  const today = utcDay(now);
  const opportunities = entries.filter((entry): entry is OpportunityEntry => entry.type === 'opportunity');
  const ref = (entry: OpportunityEntry) => entryRef(entry as unknown as Nameable, editor);
  const closing = opportunities.flatMap((entry) => {
    const { closes, status, lastVerified } = entry.shared;
    if (!closes) return [];
    const closesAt = closingInstant(closes);
    const isUnsaid = status === 'open' || status === 'paused';
    const isUnverified = lastVerified === undefined || lastVerified <= closes.date;
    const stage = stageAt({ status, closesAt }, now);
    return [{ row: { ...ref(entry), closes }, closesAt, stage, isAsked: isUnsaid && isUnverified }];
  });
  return {
    closingSoon: closing
      .filter(({ stage }) => stage === 'closing')
      .toSorted((a, b) => a.closesAt - b.closesAt)
      .map(({ row }) => row),
    closedUnverified: closing
      .filter(({ stage, isAsked }) => stage === 'closed' && isAsked)
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
