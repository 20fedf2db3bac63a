/** The states of what is sent, and what changes them. Pure: the only place that decides what a record becomes. */
import type { MessageKey } from '@/i18n/messages';
import type { AppliedItem } from '@/device/applied/applied';
import type { OutboxEntry, OutboxState, SentRecord } from '@/device/storage/application/outbox';
import type { SubmissionOutcome } from '../transport/formspree';
import { isGivenUp } from './retries';

/** What started an attempt: a person pressing a button, or the retry timer. */
export type Asker = 'person' | 'clock';

/** What the form gives when Send is pressed. */
export type PressedSubmission = Pick<
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
  /** Send is pressed: for the first time, or again, with what the form says then. */
  | {
      readonly type: 'press';
      readonly submission: PressedSubmission;
      /** How long (ms) it isn't sent yet. */
      readonly pause: number;
    }
  /** An attempt begins. `form`: where the site says by now that it goes. */
  | {
      readonly type: 'attempt';
      readonly asker: Asker;
      readonly form?: Pick<OutboxEntry, 'endpoint' | 'formId'> | undefined;
    }
  /** An attempt ends. */
  | {
      readonly type: 'answer';
      readonly asker: Asker;
      readonly outcome: SubmissionOutcome;
      readonly isOnline: boolean;
    }
  /** The site's page has no form any more, although the closing date isn't over. */
  | { readonly type: 'closed'; readonly asker: Asker }
  /** The visitor deletes it. */
  | { readonly type: 'delete' };

const iso = (ms: number) => new Date(ms).toISOString();

/** True where an answer means that no further attempt will end otherwise. */
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

/** The log's item for what was sent. */
export function sentRecord(entry: OutboxEntry, asker: Asker, now: number): SentRecord {
  const { id, kind, about, corrects, payload, text, endpoint, formId } = entry;
  return {
    ...about,
    id: corrects ?? id,
    state: 'sent',
    correction: corrects === undefined ? undefined : id,
    kind,
    isNews: asker === 'clock',
    appliedAt: iso(now),
    followUps: [],
    copy: kind || text === undefined ? undefined : { text, payload, endpoint, formId },
  };
}

function afterAnswer(
  entry: OutboxEntry,
  { outcome, asker, isOnline }: Extract<OutboxEvent, { type: 'answer' }>,
  now: number,
): OutboxEntry | SentRecord {
  if (outcome.kind === 'sent') return sentRecord(entry, asker, now);
  if (outcome.kind === 'invalid') return refused(entry, 'other', asker);
  const { kind, reason, retryAfter } = outcome;
  if (kind === 'refused' && reason !== 'limit') return refused(entry, reason, asker);
  return {
    ...entry,
    // It never left the device.
    state: reason === 'network' && !isOnline ? 'waiting' : kind,
    reason,
    retryAt: retryAfter === undefined ? undefined : iso(now + retryAfter),
    mayHaveArrived: entry.mayHaveArrived || kind === 'unconfirmed',
  };
}

const refused = (entry: OutboxEntry, reason: string, asker: Asker): OutboxEntry => ({
  ...entry,
  state: 'refused',
  reason,
  isNews: asker === 'clock',
});

/** Nothing stays where it has surely not arrived; else its number, for what may follow. */
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
 * What a record becomes by an event at an instant (ms): undefined where nothing of it stays, or where there is none. A
 * withdrawn one stays as it is. What was sent has no events: a correction is an entry of its own, see `withCorrection`.
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
        automatic: (entry.automatic ?? 0) + (event.asker === 'clock' ? 1 : 0),
        triedAt: iso(now),
        retryAt: undefined,
        isNews: undefined,
        // An attempt whose end was never stored, as when the browser was closed.
        mayHaveArrived: entry.mayHaveArrived || entry.state === 'sending',
      };
    case 'answer':
      return afterAnswer(entry, event, now);
    case 'closed':
      return refused(entry, 'closed', event.asker);
    case 'delete':
      return afterDelete(entry);
  }
}

/** The log's item after a correction of it was sent. */
export function withCorrection(present: AppliedItem | undefined, sent: SentRecord): SentRecord {
  if (!present) return sent;
  const { appliedAt: correctedAt, state, correction, isNews, copy } = sent;
  // What was promised and noted is of the day on which it was first sent.
  return { ...present, state, correction, isNews, copy, correctedAt };
}

/** How a record stands for the visitor. */
export type SubmissionStatus =
  | OutboxState
  | 'sent'
  /** The form service accepts no more for now. */
  | 'limit'
  /** The site accepted none any more when it was tried. */
  | 'late'
  /** Refused, or too late; but an earlier attempt may have arrived. */
  | 'doubtful'
  /** Only the page has it. */
  | 'unstored'
  /** It isn't tried automatically any more. */
  | 'ended';

/** What the page says of each, where it says anything. */
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
} as const satisfies Partial<Record<SubmissionStatus, MessageKey>>;

/** The statuses of what has not arrived. */
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

/** What the status depends on besides the entry. */
export interface StatusFacts {
  /** ms */
  readonly now: number;
  /** False where it will be gone with the page. */
  readonly isStored: boolean;
  /** True while an attempt is in flight. */
  readonly isSending: boolean;
}

export function statusOf(entry: OutboxEntry, { now, isStored, isSending }: StatusFacts): PendingStatus {
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
