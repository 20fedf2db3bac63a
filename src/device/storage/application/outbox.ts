/**
 * What is sent, from the moment in which Send is pressed: stored on the device under its own number before anything is
 * sent, so that every attempt carries the same one. Once it is sent the same record is the visitor's log. Pure.
 */
import {
  readAppliedItem,
  readSubject,
  type AppliedItem,
  type ApplicationSubject,
} from '@/device/applied/applied';
import type { DraftMark } from './draft';
import { readId, readInstant, readRecord, readText, readTexts } from '../read-value';

/**
 * `waiting`: stored, and not tried since. `sending`: an attempt is in flight, or ended with its page. `unconfirmed`: tried,
 * with no answer that tells. `refused`: tried, and surely not accepted. `withdrawn`: deleted after it was tried; its number
 * alone stays, since it may have arrived. `src/applications/outbox/entry-states.ts` has the transitions.
 */
export type OutboxState = (typeof unsentStates)[number];

export const unsentStates = ['waiting', 'sending', 'unconfirmed', 'refused', 'withdrawn'] as const;

/** What is sent that is no application: whether an answer came, or a message to the editors. */
export type OutboxKind = (typeof kinds)[number];

const kinds = ['reply', 'message'] as const;

export interface OutboxEntry {
  /** The number of the submission; of a correction, only the record's own. */
  readonly id: string;
  /** Missing for an application. */
  readonly kind?: OutboxKind | undefined;
  readonly state: OutboxState;
  /** Why it is `refused` or `unconfirmed`: a reason of `applications/transport/formspree.ts`, or `closed`. */
  readonly reason?: string | undefined;
  /** ISO instants: first stored; Send last pressed; last tried; not before, as the form or its service asks. */
  readonly createdAt: string;
  readonly pressedAt?: string | undefined;
  readonly triedAt?: string | undefined;
  readonly retryAt?: string | undefined;
  /** How often it was tried, and how often of that automatically. */
  readonly attempts: number;
  readonly automatic?: number | undefined;
  /** True where an attempt ended without an answer, so that it may have arrived. */
  readonly mayHaveArrived?: boolean | undefined;
  /** True until a page has told the visitor what became of it. */
  readonly isNews?: boolean | undefined;
  /** What the log says of it; only shown where it is no application. */
  readonly about: ApplicationSubject;
  /** The number of the sent application that this corrects, or withdraws. */
  readonly corrects?: string | undefined;
  readonly withdraws?: string | undefined;
  /** The closing date (ms). What was sent before it is tried for some days longer. */
  readonly closesAt?: number | undefined;
  /** Where it goes. */
  readonly endpoint: string;
  readonly formId: string;
  /** What is sent. */
  readonly payload: Readonly<Record<string, string>>;
  /** The same for people to read. */
  readonly text?: string | undefined;
  /** The file that goes with it, under the name that `payload` has for it. */
  readonly file?: Blob | undefined;
  /** The draft that it was made of. */
  readonly draft?: DraftMark | undefined;
}

/**
 * What was sent. It has none of the fields that earlier versions of the site look for in the same list (`about`,
 * `attempts`): a page of theirs that is still open leaves it alone.
 */
export interface SentRecord extends AppliedItem {
  readonly state: 'sent';
  readonly kind?: OutboxKind | undefined;
  readonly isNews?: boolean | undefined;
  /** The entry of the last correction. */
  readonly correction?: string | undefined;
}

function readMark(value: unknown): DraftMark | undefined {
  const record = readRecord(value);
  const id = readId(record?.['id']);
  const revision = record?.['revision'];
  return id && typeof revision === 'number' ? { id, revision } : undefined;
}

const readCount = (value: unknown) => (typeof value === 'number' && value >= 0 ? value : undefined);

const readKind = (value: unknown) => kinds.find((known) => known === value);

/** True where it hasn't arrived, and is still to. */
export const isUnsent = ({ state }: OutboxEntry): boolean => state !== 'withdrawn';

/** The lock under which an entry is tried, or written anew. */
export const entryLock = (id: string) => `ov:outbox:${id}`;

/** An entry out of whatever was stored; undefined where it isn't one. */
export function readEntry(value: unknown): OutboxEntry | undefined {
  const record = readRecord(value);
  const id = readId(record?.['id']);
  const state = unsentStates.find((known) => known === record?.['state']);
  const createdAt = readInstant(record?.['createdAt']);
  const attempts = readCount(record?.['attempts']);
  const about = readSubject(record?.['about']);
  const endpoint = readText(record?.['endpoint']);
  const formId = readId(record?.['formId']);
  const payload = readTexts(record?.['payload']);
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
    draft: readMark(record?.['draft']),
  };
}

/** What was sent, out of whatever was stored; undefined where it isn't that. */
export function readSent(value: unknown): SentRecord | undefined {
  const record = readRecord(value);
  if (record?.['state'] !== 'sent') return undefined;
  // Earlier versions of the site left it in the shape of an entry where they had no room for it in their log.
  const appliedAt = record['sentAt'] ?? record['createdAt'];
  const item = readAppliedItem({ appliedAt, followUps: [], ...readRecord(record['about']), ...record });
  return (
    item && {
      ...item,
      state: 'sent',
      kind: readKind(record['kind']),
      isNews: record['isNews'] === true || undefined,
      correction: readId(record['correction']),
    }
  );
}
