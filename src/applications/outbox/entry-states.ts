/** The states of outbox records, and the events that change them. Pure: no other code decides how a record changes. */
import type { StringKey } from '@/i18n/strings';
import type { AppliedItem } from '@/device/storage/application/applied-item';
import type { OutboxEntry, OutboxState, SentRecord } from '@/device/storage/application/outbox-entry';
import type { SubmissionOutcome } from '../transport/transport';
import { isGivenUp } from './retries';

/** The trigger of an attempt: a person pressing a button, or the retry timer. */
export type AttemptTrigger = 'person' | 'clock';

/** The data of the form when Send is pressed. */
export type Submission = Pick<
  OutboxEntry,
  | 'id'
  | 'kind'
  | 'about'
  | 'corrects'
  | 'withdraws'
  | 'closesAt'
  | 'endpoint'
  | 'formId'
  | 'payload'
  | 'text'
  | 'file'
  | 'draft'
>;

export type OutboxEvent =
  /** Send is pressed: for the first time, or again, with the answers of that moment. */
  | {
      readonly type: 'press';
      readonly submission: Submission;
      /** Delay (ms) before the attempt. */
      readonly pause: number;
    }
  /** An attempt begins. `form`: where the site's form sends now. */
  | {
      readonly type: 'attempt';
      readonly trigger: AttemptTrigger;
      readonly form?: Pick<OutboxEntry, 'endpoint' | 'formId'> | undefined;
    }
  /** An attempt ends. */
  | {
      readonly type: 'answer';
      readonly trigger: AttemptTrigger;
      readonly outcome: SubmissionOutcome;
      readonly isOnline: boolean;
    }
  /** The site's page has no form any more, although the closing date isn't over. */
  | { readonly type: 'closed'; readonly trigger: AttemptTrigger }
  /** The visitor deletes it. */
  | { readonly type: 'delete' };

const iso = (ms: number) => new Date(ms).toISOString();

/** True if no further attempt can succeed. */
export const isFinal = ({ state, reason }: Pick<OutboxEntry, 'state' | 'reason'>): boolean =>
  state === 'refused' && reason !== 'limit';

function afterPress(
  entry: OutboxEntry | undefined,
  { submission, pause }: Extract<OutboxEvent, { type: 'press' }>,
  now: number,
): OutboxEntry {
  return {
    ...submission,
    state: 'waiting',
    createdAt: entry?.createdAt ?? iso(now),
    pressedAt: iso(now),
    attempts: entry?.attempts ?? 0,
    retryAt: pause > 0 ? iso(now + pause) : undefined,
    triedAt: entry?.triedAt,
    mayHaveArrived: entry?.mayHaveArrived === true || entry?.state === 'sending',
  };
}

/** Creates the log's item for a sent entry. */
export function createSentRecord(entry: OutboxEntry, trigger: AttemptTrigger, now: number): SentRecord {
  const { id, kind, about, corrects, withdraws, payload, text, endpoint, formId } = entry;
  return {
    ...about,
    id: corrects ?? id,
    state: 'sent',
    correction: corrects === undefined ? undefined : id,
    withdraws,
    kind,
    isNews: trigger === 'clock',
    appliedAt: iso(now),
    followUps: [],
    copy: kind || text === undefined ? undefined : { text, payload, endpoint, formId },
  };
}

function afterAnswer(
  entry: OutboxEntry,
  { outcome, trigger, isOnline }: Extract<OutboxEvent, { type: 'answer' }>,
  now: number,
): OutboxEntry | SentRecord {
  if (outcome.kind === 'sent') return createSentRecord(entry, trigger, now);
  if (outcome.kind === 'invalid') return refused(entry, 'other', trigger);
  const { kind, reason, retryAfter } = outcome;
  if (kind === 'refused' && reason !== 'limit') return refused(entry, reason, trigger);
  return {
    ...entry,
    // It never left the device.
    state: reason === 'network' && !isOnline ? 'waiting' : kind,
    reason,
    retryAt: retryAfter === undefined ? undefined : iso(now + retryAfter),
    mayHaveArrived: entry.mayHaveArrived || kind === 'unconfirmed',
  };
}

const refused = (entry: OutboxEntry, reason: string, trigger: AttemptTrigger): OutboxEntry => ({
  ...entry,
  state: 'refused',
  reason,
  isNews: trigger === 'clock',
});

/** Deletes the entry where it certainly has not arrived; otherwise its number stays, for what may follow. */
function afterDelete(entry: OutboxEntry): OutboxEntry | undefined {
  if (!entry.mayHaveArrived && entry.state !== 'sending' && entry.state !== 'withdrawn') return undefined;
  return {
    ...entry,
    state: 'withdrawn',
    payload: {},
    text: undefined,
    file: undefined,
    draft: undefined,
    isNews: undefined,
  };
}

/**
 * The record after an event at an instant (ms); undefined if nothing of it stays, or where there is none. A
 * withdrawn record stays as it is. A sent record has no events: a correction is an entry of its own, see
 * `applyCorrection`.
 */
export function nextRecord(
  entry: OutboxEntry | undefined,
  event: OutboxEvent,
  now: number,
): OutboxEntry | SentRecord | undefined {
  if (entry?.state === 'withdrawn') return entry;
  if (event.type === 'press') return afterPress(entry, event, now);
  if (!entry) return undefined;
  switch (event.type) {
    case 'attempt':
      return {
        ...entry,
        ...event.form,
        state: 'sending',
        attempts: entry.attempts + 1,
        automatic: (entry.automatic ?? 0) + (event.trigger === 'clock' ? 1 : 0),
        triedAt: iso(now),
        retryAt: undefined,
        isNews: undefined,
        // The end of an earlier attempt was never stored, as when the browser was closed.
        mayHaveArrived: entry.mayHaveArrived || entry.state === 'sending',
      };
    case 'answer':
      return afterAnswer(entry, event, now);
    case 'closed':
      return refused(entry, 'closed', event.trigger);
    case 'delete':
      return afterDelete(entry);
  }
}

/** The log's item after its correction was sent. */
export function applyCorrection(present: AppliedItem | undefined, sent: SentRecord): SentRecord {
  if (!present) return sent;
  const { appliedAt: correctedAt, state, correction, isNews, copy } = sent;
  // Promises and notes belong to the day on which it was first sent.
  return { ...present, state, correction, isNews, copy, correctedAt };
}

/** The status of a record for the visitor. */
type SubmissionStatus =
  | OutboxState
  | 'sent'
  /** The form service accepts no more for now. */
  | 'limit'
  /** The form was already closed at the attempt. */
  | 'late'
  /** Refused, or too late; but an earlier attempt may have arrived. */
  | 'doubtful'
  /** Only the page has it. */
  | 'unstored'
  /** There are no more automatic attempts. */
  | 'ended';

/** The page's string for each status that has one. */
export const statusMessages = {
  waiting: 'apply.pending.waiting',
  sending: 'apply.pending.sending',
  unconfirmed: 'apply.pending.unconfirmed',
  limit: 'apply.pending.limit',
  refused: 'apply.pending.refused',
  late: 'apply.pending.late',
  doubtful: 'apply.pending.doubtful',
  unstored: 'apply.pending.unkept',
  ended: 'apply.pending.ended',
  sent: 'apply.earlier',
} as const satisfies Partial<Record<SubmissionStatus, StringKey>>;

/** The statuses of entries that have not arrived. */
export type PendingStatus = (typeof pendingStatuses)[number];

export const pendingStatuses = [
  'waiting',
  'sending',
  'unconfirmed',
  'limit',
  'refused',
  'late',
  'doubtful',
  'unstored',
  'ended',
] as const satisfies readonly (keyof typeof statusMessages)[];

/** The facts that a status depends on besides the entry. */
interface StatusContext {
  /** ms */
  readonly now: number;
  /** False if it will be gone with the page. */
  readonly isStored: boolean;
  /** True while an attempt is in flight. */
  readonly isSending: boolean;
}

export function pendingStatus(
  entry: OutboxEntry,
  { now, isStored, isSending }: StatusContext,
): PendingStatus {
  if (isSending) return 'sending';
  if (isFinal(entry)) {
    if (entry.mayHaveArrived) return 'doubtful';
    return entry.reason === 'closed' ? 'late' : 'refused';
  }
  if (!isStored) return 'unstored';
  if (isGivenUp(entry, now)) return 'ended';
  if (entry.state === 'refused') return 'limit';
  return entry.state === 'waiting' ? 'waiting' : 'unconfirmed';
}
