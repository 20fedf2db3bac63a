/**
 * A submission from the moment Send is pressed: stored on the device under its own number before it is sent, so that
 * every attempt has the same one. Once it is sent, the same record is part of the visitor's log. Pure.
 */
import {
  readAppliedItem,
  readSubject,
  type AppliedItem,
  type ApplicationSubject,
} from '@/device/storage/application/applied-item';
import type { DraftRevision } from './draft';
import { readId, readInstant, readObject, readShortText, readTextRecord } from '../read-value';

/** A submission that isn't an application itself. */
export type OutboxKind = (typeof kinds)[number];

const kinds = ['correction', 'withdrawal', 'message', 'reply'] as const;

export const entryStates = ['waiting', 'refused'] as const;

/** A submission that hasn't arrived. `src/applications/outbox/entry-states.ts` has the transitions. */
export interface OutboxEntry {
  /** The number of the submission; of a correction or withdrawal, see `followUpId`. */
  readonly id: string;
  /** Missing for an application. */
  readonly kind?: OutboxKind | undefined;
  /** `refused` is final until a person sends it again. */
  readonly state: (typeof entryStates)[number];
  /**
   * What came of the last attempt: a reason of `applications/transport/transport.ts`, `offline`, `closed`, or `deleted`
   * by the visitor: then only the number stays. Missing before the first attempt ends, and while one is made.
   */
  readonly reason?: string | undefined;
  /** ISO instants: Send last pressed; last tried since; earliest next attempt, as the form or its service asks. */
  readonly pressedAt: string;
  readonly triedAt?: string | undefined;
  readonly retryAt?: string | undefined;
  /** The number of attempts, and of automatic ones among them. */
  readonly attempts: number;
  readonly automatic?: number | undefined;
  /** True if an attempt has begun that didn't end in a clear refusal. */
  readonly mayHaveArrived?: boolean | undefined;
  /** True until a page has shown the result to the visitor. */
  readonly isNews?: boolean | undefined;
  /** The log's data about it; only displayed where it isn't an application. */
  readonly about: ApplicationSubject;
  /** The closing date (ms). A submission from before it is tried for some days longer. */
  readonly closesAt?: number | undefined;
  /** The form's address. */
  readonly endpoint: string;
  readonly formId: string;
  /** The address for sending the same by e-mail. */
  readonly contact?: string | undefined;
  /** The data to send. */
  readonly payload: Readonly<Record<string, string>>;
  /** The same as readable text. */
  readonly text?: string | undefined;
  /** The file to send with it, under its name in `payload`. */
  readonly file?: Blob | undefined;
  /** The draft that it was made from. */
  readonly draft?: DraftRevision | undefined;
}

/** A sent submission: an application, message or reply report. */
export interface SentRecord extends AppliedItem {
  readonly state: 'sent';
  readonly kind?: OutboxKind | undefined;
  readonly isNews?: boolean | undefined;
}

const followUp = '.next';

/**
 * The id of the entry that corrects or withdraws a sent application. There is one at a time: what is pressed later
 * replaces what waits.
 */
export const followUpId = (number: string) => number + followUp;

/** The number under which an entry is sent. `'a.next' -> 'a'` */
export const numberOf = (id: string) => (id.endsWith(followUp) ? id.slice(0, -followUp.length) : id);

/** What is to be sent when Send is pressed. */
export type Submission = Omit<
  OutboxEntry,
  | 'state'
  | 'reason'
  | 'pressedAt'
  | 'triedAt'
  | 'retryAt'
  | 'attempts'
  | 'automatic'
  | 'mayHaveArrived'
  | 'isNews'
>;

/** The entry after Send is pressed, for the first time or again; `pauseMs` is the delay before the attempt. */
export function pressEntry(
  entry: OutboxEntry | undefined,
  submission: Submission,
  now: number,
  pauseMs = 0,
): OutboxEntry {
  // A withdrawal is the last that is sent under its number, and one is enough.
  if (entry?.kind === 'withdrawal' && entry.state === 'waiting') return entry;
  return {
    ...submission,
    state: 'waiting',
    pressedAt: new Date(now).toISOString(),
    attempts: entry?.attempts ?? 0,
    retryAt: pauseMs > 0 ? new Date(now + pauseMs).toISOString() : undefined,
    mayHaveArrived: entry?.mayHaveArrived,
  };
}

function readDraftRevision(value: unknown): DraftRevision | undefined {
  const record = readObject(value);
  const id = readId(record?.['id']);
  const revision = record?.['revision'];
  return id && typeof revision === 'number' ? { id, revision } : undefined;
}

const readCount = (value: unknown) => (typeof value === 'number' && value >= 0 ? value : undefined);

const readKind = (value: unknown) => kinds.find((known) => known === value);

/** True where the visitor has deleted it, and only its number is left. */
export const isDeleted = ({ reason }: OutboxEntry): boolean => reason === 'deleted';

/** Reads an entry from any stored value; undefined if it isn't one. */
export function readOutboxEntry(value: unknown): OutboxEntry | undefined {
  const record = readObject(value);
  const id = readId(record?.['id']);
  const state = entryStates.find((known) => known === record?.['state']);
  const pressedAt = readInstant(record?.['pressedAt']);
  const attempts = readCount(record?.['attempts']);
  const about = readSubject(record?.['about']);
  const endpoint = readShortText(record?.['endpoint']);
  const formId = readId(record?.['formId']);
  const payload = readTextRecord(record?.['payload']);
  if (!id || !state || !pressedAt || attempts === undefined || !about || !endpoint || !formId || !payload)
    return undefined;
  const text = record?.['text'];
  const file = record?.['file'];
  return {
    id,
    kind: readKind(record?.['kind']),
    state,
    reason: readId(record?.['reason']),
    pressedAt,
    triedAt: readInstant(record?.['triedAt']),
    retryAt: readInstant(record?.['retryAt']),
    attempts,
    automatic: readCount(record?.['automatic']),
    mayHaveArrived: record?.['mayHaveArrived'] === true || undefined,
    isNews: record?.['isNews'] === true || undefined,
    about,
    closesAt: readCount(record?.['closesAt']),
    endpoint,
    formId,
    contact: readShortText(record?.['contact']),
    payload,
    text: typeof text === 'string' ? text : undefined,
    file: file instanceof Blob ? file : undefined,
    draft: readDraftRevision(record?.['draft']),
  };
}

/** Reads a sent record from any stored value; undefined if it isn't one. */
export function readSentRecord(value: unknown): SentRecord | undefined {
  const record = readObject(value);
  if (record?.['state'] !== 'sent') return undefined;
  const item = readAppliedItem(record);
  return (
    item && {
      ...item,
      state: 'sent',
      kind: readKind(record['kind']),
      isNews: record['isNews'] === true || undefined,
    }
  );
}
