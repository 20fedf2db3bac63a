/** The events that change outbox records. Pure: no other code decides how a record changes. */
import type { AppliedItem } from '@/device/storage/application/applied-item';
import {
  isDeleted,
  numberOf,
  pressEntry,
  type OutboxEntry,
  type SentRecord,
  type Submission,
} from '@/device/storage/application/outbox-entry';
import type { SubmissionOutcome } from '../transport/transport';

/** The trigger of an attempt: a person pressing a button, or the retry timer. */
export type AttemptTrigger = 'person' | 'clock';

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
      /** The entry as it was tried, and whether it may have arrived before that. */
      readonly tried: OutboxEntry;
      readonly mayHaveArrived: boolean;
    }
  /** The site's page has no form any more, although the closing date isn't over. */
  | { readonly type: 'closed'; readonly trigger: AttemptTrigger }
  /** The visitor deletes it. */
  | { readonly type: 'delete' };

type Event<Type extends OutboxEvent['type']> = Extract<OutboxEvent, { type: Type }>;

const iso = (ms: number) => new Date(ms).toISOString();

/** Creates the log's item for a sent entry. */
function createSentRecord(entry: OutboxEntry, trigger: AttemptTrigger, now: number): SentRecord {
  const { id, kind, about, payload, text, endpoint, formId } = entry;
  const isApplication = kind === undefined || kind === 'correction';
  return {
    ...about,
    id: numberOf(id),
    state: 'sent',
    kind: kind === 'message' || kind === 'reply' ? kind : undefined,
    isNews: trigger === 'clock',
    appliedAt: iso(now),
    copy: isApplication && text !== undefined ? { text, payload, endpoint, formId } : undefined,
  };
}

/** The log's item after its correction or withdrawal was sent. */
export function applyFollowUp(
  present: AppliedItem | undefined,
  entry: OutboxEntry,
  trigger: AttemptTrigger,
  now: number,
): SentRecord {
  const sent = createSentRecord(entry, trigger, now);
  const isWithdrawal = entry.kind === 'withdrawal';
  const change = isWithdrawal
    ? { withdrawnAt: iso(now), isNews: true }
    : { ...(present && { correctedAt: iso(now) }), copy: sent.copy, isNews: sent.isNews };
  // Promises and notes belong to the day on which it was first sent.
  return { ...sent, ...present, ...change };
}

/** The reason that an attempt leaves behind, and whether it is final. */
function reasonOf({ outcome, isOnline }: Event<'answer'>): Pick<OutboxEntry, 'state' | 'reason'> {
  if (outcome.kind === 'invalid' || outcome.kind === 'sent') return { state: 'refused', reason: 'other' };
  const { kind, reason } = outcome;
  if (kind === 'refused' && reason !== 'limit') return { state: 'refused', reason };
  return { state: 'waiting', reason: reason === 'network' && !isOnline ? 'offline' : reason };
}

function afterAnswer(entry: OutboxEntry, event: Event<'answer'>, now: number): OutboxEntry | SentRecord {
  const { outcome, trigger, tried } = event;
  const isSame = entry.triedAt !== undefined && entry.pressedAt === tried.pressedAt;
  if (outcome.kind === 'sent') {
    if (isDeleted(entry)) return { ...createSentRecord(entry, trigger, now), copy: undefined };
    // Send was pressed again meanwhile: that text waits, under the same number.
    return isSame ? createSentRecord(entry, trigger, now) : entry;
  }
  if (!isSame || isDeleted(entry)) return entry;
  const next = reasonOf(event);
  const retryAfter = 'retryAfter' in outcome ? outcome.retryAfter : undefined;
  return {
    ...entry,
    ...next,
    isNews: next.state === 'refused' && trigger === 'clock',
    retryAt: retryAfter === undefined ? undefined : iso(now + retryAfter),
    mayHaveArrived: event.mayHaveArrived || outcome.kind === 'unconfirmed' || undefined,
  };
}

/** Deletes the entry where it certainly has not arrived; otherwise its number stays, for what may follow. */
function afterDelete(entry: OutboxEntry): OutboxEntry | undefined {
  if (!entry.mayHaveArrived) return undefined;
  return {
    ...entry,
    state: 'refused',
    reason: 'deleted',
    payload: {},
    headers: undefined,
    text: undefined,
    file: undefined,
    draft: undefined,
    isNews: undefined,
  };
}

/**
 * The record after an event at an instant (ms); undefined if nothing of it stays, or where there is none. A sent record
 * has no events: what corrects or withdraws it is an entry of its own, see `applyFollowUp`.
 */
export function nextRecord(
  entry: OutboxEntry | undefined,
  event: OutboxEvent,
  now: number,
): OutboxEntry | SentRecord | undefined {
  if (event.type === 'press') return pressEntry(entry, event.submission, now, event.pause);
  if (!entry) return undefined;
  if (event.type === 'answer') return afterAnswer(entry, event, now);
  if (event.type === 'delete') return afterDelete(entry);
  if (isDeleted(entry)) return entry;
  if (event.type === 'closed')
    return { ...entry, state: 'refused', reason: 'closed', isNews: event.trigger === 'clock' };
  return {
    ...entry,
    ...event.form,
    state: 'waiting',
    reason: undefined,
    attempts: entry.attempts + 1,
    automatic: (entry.automatic ?? 0) + (event.trigger === 'clock' ? 1 : 0),
    triedAt: iso(now),
    retryAt: undefined,
    isNews: undefined,
    mayHaveArrived: true,
  };
}
