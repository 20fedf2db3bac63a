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

/**
 * `waiting`: stored, and not tried since. `sending`: an attempt is in flight, or ended with its page. `unconfirmed`:
 * tried, without a clear answer. `refused`: tried, and certainly not accepted. `withdrawn`: deleted after an attempt;
 * only its number stays, since it may have arrived. `src/applications/outbox/entry-states.ts` has the transitions.
 */
export type OutboxState = (typeof unsentStates)[number];

export const unsentStates = ['waiting', 'sending', 'unconfirmed', 'refused', 'withdrawn'] as const;

/** The kind of a submission that isn't an application: a report about a reply, or a message to the editors. */
export type OutboxKind = (typeof kinds)[number];

const kinds = ['reply', 'message'] as const;

export interface OutboxEntry {
  /** The number of the submission; for a correction, only the record's own. */
  readonly id: string;
  /** Missing for an application. */
  readonly kind?: OutboxKind | undefined;
  readonly state: OutboxState;
  /** Why it is `refused` or `unconfirmed`: a reason of `applications/transport/transport.ts`, or `closed`. */
  readonly reason?: string | undefined;
  /**
   * ISO instants: first stored; Send last pressed; last tried; earliest next attempt, as the form or its service asks.
   */
  readonly createdAt: string;
  readonly pressedAt?: string | undefined;
  readonly triedAt?: string | undefined;
  readonly retryAt?: string | undefined;
  /** The number of attempts, and of automatic ones among them. */
  readonly attempts: number;
  readonly automatic?: number | undefined;
  /** True if an attempt ended without an answer, so that it may have arrived. */
  readonly mayHaveArrived?: boolean | undefined;
  /** True until a page has shown the result to the visitor. */
  readonly isNews?: boolean | undefined;
  /** The log's data about it; only displayed where it isn't an application. */
  readonly about: ApplicationSubject;
  /** The number of the sent application that this corrects, or withdraws. */
  readonly corrects?: string | undefined;
  readonly withdraws?: string | undefined;
  /** The closing date (ms). A submission from before it is tried for some days longer. */
  readonly closesAt?: number | undefined;
  /** The form's address. */
  readonly endpoint: string;
  readonly formId: string;
  /** The data to send. */
  readonly payload: Readonly<Record<string, string>>;
  /** The same as readable text. */
  readonly text?: string | undefined;
  /** The file to send with it, under its name in `payload`. */
  readonly file?: Blob | undefined;
  /** The draft that it was made from. */
  readonly draft?: DraftRevision | undefined;
}

/** A sent submission. */
export interface SentRecord extends AppliedItem {
  readonly state: 'sent';
  readonly kind?: OutboxKind | undefined;
  readonly isNews?: boolean | undefined;
  /** The entry of the last correction. */
  readonly correction?: string | undefined;
  /** The number of the application that this withdrew: the only number that the organization gets. */
  readonly withdraws?: string | undefined;
}

function readDraftRevision(value: unknown): DraftRevision | undefined {
  const record = readObject(value);
  const id = readId(record?.['id']);
  const revision = record?.['revision'];
  return id && typeof revision === 'number' ? { id, revision } : undefined;
}

const readCount = (value: unknown) => (typeof value === 'number' && value >= 0 ? value : undefined);

const readKind = (value: unknown) => kinds.find((known) => known === value);

/** True if it hasn't arrived, and still should. */
export const isUnsent = ({ state }: OutboxEntry): boolean => state !== 'withdrawn';

/** The lock for sending or changing an entry. */
export const entryLock = (id: string) => `ov:outbox:${id}`;

/** Reads an entry from any stored value; undefined if it isn't one. */
export function readOutboxEntry(value: unknown): OutboxEntry | undefined {
  const record = readObject(value);
  const id = readId(record?.['id']);
  const state = unsentStates.find((known) => known === record?.['state']);
  const createdAt = readInstant(record?.['createdAt']);
  const attempts = readCount(record?.['attempts']);
  const about = readSubject(record?.['about']);
  const endpoint = readShortText(record?.['endpoint']);
  const formId = readId(record?.['formId']);
  const payload = readTextRecord(record?.['payload']);
  if (!id || !state || !createdAt || attempts === undefined || !about || !endpoint || !formId || !payload)
    return undefined;
  const text = record?.['text'];
  const file = record?.['file'];
  return {
    id,
    kind: readKind(record?.['kind']),
    state,
    reason: readId(record?.['reason']),
    createdAt,
    pressedAt: readInstant(record?.['pressedAt']),
    triedAt: readInstant(record?.['triedAt']),
    retryAt: readInstant(record?.['retryAt']),
    attempts,
    automatic: readCount(record?.['automatic']),
    mayHaveArrived: record?.['mayHaveArrived'] === true || undefined,
    isNews: record?.['isNews'] === true || undefined,
    about,
    corrects: readId(record?.['corrects']),
    withdraws: readId(record?.['withdraws']),
    closesAt: readCount(record?.['closesAt']),
    endpoint,
    formId,
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
      correction: readId(record['correction']),
      withdraws: readId(record['withdraws']),
    }
  );
}
