/** What the log of applications says of days. Pure. */
import type { AppliedItem } from './applied';

const dayMs = 86_400_000;

/** How an application stands: answered; an answer is promised by an instant (ms), or was; or nobody promised one. */
export type ReplyStatus =
  | { readonly kind: 'answered'; readonly at: string }
  | { readonly kind: 'due' | 'overdue'; readonly at: number }
  | { readonly kind: 'open' };

/** How an application stands at an instant (ms), where an answer is promised within so many days. */
export function standingOf(
  { appliedAt, answeredAt }: Pick<AppliedItem, 'appliedAt' | 'answeredAt'>,
  replyDays: number | undefined,
  now: number,
): ReplyStatus {
  if (answeredAt !== undefined) return { kind: 'answered', at: answeredAt };
  if (replyDays === undefined) return { kind: 'open' };
  const at = Date.parse(appliedAt) + replyDays * dayMs;
  return { kind: now <= at ? 'due' : 'overdue', at };
}

/** How long (ms) after an application it is asked whether an answer came, where none was promised by a day. */
const patienceMs = 14 * dayMs;

/**
 * What of an application the editors may be told by one press: `ask` whether an answer came, once it should have;
 * `tell` that one did, as the visitor has noted; or nothing.
 */
export function tellingOf(
  { appliedAt, answeredAt, told }: AppliedItem,
  standing: ReplyStatus,
  now: number,
): 'ask' | 'tell' | undefined {
  if (answeredAt !== undefined) return told?.said === 'yes' ? undefined : 'tell';
  if (told?.said === 'no') return undefined;
  const isTime =
    standing.kind === 'overdue' || (standing.kind === 'open' && now > Date.parse(appliedAt) + patienceMs);
  return isTime ? 'ask' : undefined;
}

/** Notes what the visitor has told the editors, under the number that it has; `newId` where it has none yet. */
export function noteTold(
  item: AppliedItem,
  said: 'yes' | 'no',
  now: number,
  newId: () => string,
): AppliedItem {
  const at = new Date(now).toISOString();
  const answeredAt = said === 'yes' ? (item.answeredAt ?? at) : undefined;
  return { ...item, answeredAt, told: { id: item.told?.id ?? newId(), said, at } };
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
