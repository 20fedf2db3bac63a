/** What the log of applications says of days. Pure. */
import type { AppliedItem } from './applied';

const dayMs = 86_400_000;

/** How an application stands: answered; an answer is promised by an instant (ms), or was; or nobody promised one. */
export type Standing =
  | { readonly kind: 'answered'; readonly at: string }
  | { readonly kind: 'due' | 'overdue'; readonly at: number }
  | { readonly kind: 'open' };

/** How an application stands at an instant (ms), where an answer is promised within so many days. */
export function standingOf(
  { appliedAt, answeredAt }: Pick<AppliedItem, 'appliedAt' | 'answeredAt'>,
  replyDays: number | undefined,
  now: number,
): Standing {
  if (answeredAt !== undefined) return { kind: 'answered', at: answeredAt };
  if (replyDays === undefined) return { kind: 'open' };
  const at = Date.parse(appliedAt) + replyDays * dayMs;
  return { kind: now <= at ? 'due' : 'overdue', at };
}

/** Notes that the visitor wrote again, or takes back what was noted within the last 12 hours. */
export function toggleFollowUp(item: AppliedItem, now: number): AppliedItem {
  const recent = recentFollowUp(item, now);
  const followUps = recent
    ? item.followUps.filter((instant) => instant !== recent)
    : [...item.followUps, new Date(now).toISOString()];
  return { ...item, followUps };
}

/** What was noted within the last 12 hours, which is taken for now. */
export function recentFollowUp({ followUps }: AppliedItem, now: number): string | undefined {
  const last = followUps.at(-1);
  return last !== undefined && now - Date.parse(last) < dayMs / 2 ? last : undefined;
}
