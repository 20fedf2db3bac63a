/** The log of applications: how its items are read, and how two versions of one are merged. */
import {
  readAppliedItem,
  type AppliedItem,
  type SentCopy,
  type ReplyReport,
} from '../storage/application/applied-item';
import type { ItemFormat } from '../storage/item-store';

/** Decides between two versions with other texts: the one that sorts last counts. */
const sortKey = ({ opportunity, title, organization, lang, path, replyBy, followsUp }: AppliedItem) =>
  [opportunity, title, organization, lang, path, replyBy, followsUp].join('\n');

const earliest = (a: string | undefined, b: string | undefined) =>
  a !== undefined && (b === undefined || a < b) ? a : b;

/** The later report counts. */
function laterReport(a: ReplyReport | undefined, b: ReplyReport | undefined): ReplyReport | undefined {
  if (!a || !b) return a ?? b;
  const key = ({ at, said, id }: ReplyReport) => `${at} ${said} ${id}`;
  return key(a) < key(b) ? b : a;
}

const later = (a: string | undefined, b: string | undefined) =>
  a !== undefined && (b === undefined || a > b) ? a : b;

/** The copy that was sent later counts; of two copies from the same instant, the text that sorts last. */
function laterCopy(a: AppliedItem, b: AppliedItem): SentCopy | undefined {
  if (!a.copy || !b.copy) return a.copy ?? b.copy;
  const key = ({ copy, correctedAt = '' }: AppliedItem) => `${correctedAt} ${JSON.stringify(copy)}`;
  return key(a) < key(b) ? b.copy : a.copy;
}

function mergeItem(a: AppliedItem, b: AppliedItem): AppliedItem {
  return {
    ...(sortKey(a) < sortKey(b) ? b : a),
    appliedAt: a.appliedAt < b.appliedAt ? a.appliedAt : b.appliedAt,
    followUps: [...new Set([...a.followUps, ...b.followUps])].sort(),
    answeredAt: earliest(a.answeredAt, b.answeredAt),
    told: laterReport(a.told, b.told),
    correctedAt: later(a.correctedAt, b.correctedAt),
    withdrawnAt: earliest(a.withdrawnAt, b.withdrawnAt),
    copy: laterCopy(a, b),
  };
}

/**
 * The log of applications, which is in the database (`storage/application/outbox-entry.ts`). Merging two versions of an
 * item loses nothing that either has.
 */
export const appliedFormat: ItemFormat<AppliedItem> = {
  readItem: readAppliedItem,
  mergeItem,
  instantOf: ({ appliedAt }) => appliedAt,
};
