/** The days in the log of applications. Pure. */
import type { AppliedItem } from '../storage/application/applied-item';

const dayMs = 86_400_000;

/** The status of the reply: answered; promised by an instant (ms) in the future or the past; or without a promise. */
export type ReplyStatus =
  | { readonly kind: 'answered'; readonly at: string }
  | { readonly kind: 'due' | 'overdue'; readonly at: number }
  | { readonly kind: 'open' };

/** The status of the reply at an instant (ms). */
export function replyStatusAt(
  { answeredAt, replyBy }: Pick<AppliedItem, 'answeredAt' | 'replyBy'>,
  now: number,
): ReplyStatus {
  if (answeredAt !== undefined) return { kind: 'answered', at: answeredAt };
  if (replyBy === undefined) return { kind: 'open' };
  const at = Date.parse(replyBy);
  return { kind: now <= at ? 'due' : 'overdue', at };
}

/** Time (ms) from an application without a promised reply to the question about it. */
const askAfterMs = 14 * dayMs;

/**
 * The report about a reply that the visitor can send: `ask` whether one came, once it should have; `tell` that one
 * came, as the visitor has noted; or none.
 */
export function availableReport(
  { appliedAt, answeredAt, told }: AppliedItem,
  standing: ReplyStatus,
  now: number,
): 'ask' | 'tell' | undefined {
  if (answeredAt !== undefined) return told?.said === 'yes' ? undefined : 'tell';
  if (told?.said === 'no') return undefined;
  const isTime =
    standing.kind === 'overdue' || (standing.kind === 'open' && now > Date.parse(appliedAt) + askAfterMs);
  return isTime ? 'ask' : undefined;
}

/** Records the visitor's report under its present number, or `newId` where it has none yet. */
export function addReplyReport(
  item: AppliedItem,
  said: 'yes' | 'no',
  now: number,
  newId: () => string,
): AppliedItem {
  const at = new Date(now).toISOString();
  const answeredAt = said === 'yes' ? (item.answeredAt ?? at) : undefined;
  return { ...item, answeredAt, told: { id: item.told?.id ?? newId(), said, at } };
}
