/**
 * What is sent, from the moment in which somebody presses Send until it has arrived: kept on the device under its own
 * number before anything is sent, so that every attempt carries the same one. Pure.
 */
import { readSubject } from '../applied';
import type { Application } from '../applied.client';
import type { DraftMark } from './draft';
import { readId, readInstant, readRecord, readText } from './read-value';

/**
 * `waiting`: kept, and not tried since. `sending`: an attempt is under way, or ended with its page. `unconfirmed`: tried,
 * and nobody knows. `refused`: tried, and surely not taken. `sent`: surely taken; stays only where the log can't be
 * written. `withdrawn`: deleted after it was tried; its number alone stays, since it may have arrived.
 */
export type OutboxState = 'waiting' | 'sending' | 'unconfirmed' | 'refused' | 'sent' | 'withdrawn';

const states: readonly string[] = ['waiting', 'sending', 'unconfirmed', 'refused', 'sent', 'withdrawn'];

/** What is sent that is no application: whether an answer came, or a message to the editors. */
export type OutboxKind = (typeof kinds)[number];

const kinds = ['reply', 'message'] as const;

export interface OutboxEntry {
  /** The submission's number. */
  readonly id: string;
  /** Missing for an application. */
  readonly kind?: OutboxKind | undefined;
  readonly state: OutboxState;
  /** Why it is `refused` or `unconfirmed`: a reason of `applications/transport/formspree.ts`, or `closed`. */
  readonly reason?: string | undefined;
  /** ISO instants: first stored; Send last pressed; last tried; sent; not before, as the form service asked. */
  readonly createdAt: string;
  readonly pressedAt?: string | undefined;
  readonly triedAt?: string | undefined;
  readonly sentAt?: string | undefined;
  readonly retryAt?: string | undefined;
  /** How often it was tried, and how often of that automatically. */
  readonly attempts: number;
  readonly automatic?: number | undefined;
  /** True where an attempt ended without a word, so that it may have arrived. */
  readonly mayHaveArrived?: boolean | undefined;
  /** What the log notes of it, but for its number; only shown where it is no application. */
  readonly about: Omit<Application, 'id'>;
  /** The closing date (ms). What was sent before it is tried for some days longer. */
  readonly closesAt?: number | undefined;
  /** Where it goes. */
  readonly endpoint: string;
  readonly formId: string;
  /** What is sent; nothing once it is sent. */
  readonly payload: Readonly<Record<string, string>>;
  /** The file that goes with it, under the name that `payload` has for it; nothing once it is sent. */
  readonly file?: Blob | undefined;
  /** The draft that it was made of. */
  readonly draft?: DraftMark | undefined;
}

function readPayload(value: unknown): OutboxEntry['payload'] | undefined {
  const record = readRecord(value);
  const fields = Object.entries(record ?? {});
  return record && fields.every(([, text]) => typeof text === 'string')
    ? (Object.fromEntries(fields) as Record<string, string>)
    : undefined;
}

function readMark(value: unknown): DraftMark | undefined {
  const record = readRecord(value);
  const id = readId(record?.['id']);
  const revision = record?.['revision'];
  return id && typeof revision === 'number' ? { id, revision } : undefined;
}

const readCount = (value: unknown) => (typeof value === 'number' && value >= 0 ? value : undefined);

/** True where it hasn't arrived, and is still to. */
export const isUnsent = ({ state }: OutboxEntry): boolean => state !== 'sent' && state !== 'withdrawn';

/** What stays of one that was deleted: nothing where it has surely not arrived. */
export const withdrawn = (entry: OutboxEntry): OutboxEntry | undefined =>
  !entry.mayHaveArrived && entry.state !== 'sending'
    ? undefined
    : { ...entry, state: 'withdrawn', payload: {}, file: undefined, draft: undefined };

/** The lock under which an entry is tried, or written anew. */
export const entryLock = (id: string) => `ov:outbox:${id}`;

/** An entry out of whatever was stored; undefined where it isn't one. */
export function readEntry(value: unknown): OutboxEntry | undefined {
  const record = readRecord(value);
  const id = readId(record?.['id']);
  const state = states.find((known) => known === record?.['state']) as OutboxState | undefined;
  const createdAt = readInstant(record?.['createdAt']);
  const attempts = readCount(record?.['attempts']);
  const about = readSubject(record?.['about']);
  const endpoint = readText(record?.['endpoint']);
  const formId = readId(record?.['formId']);
  const payload = readPayload(record?.['payload']);
  if (!id || !state || !createdAt || attempts === undefined || !about || !endpoint || !formId || !payload)
    return undefined;
  const kind = kinds.find((known) => known === record?.['kind']);
  const draft = readMark(record?.['draft']);
  const reason = readId(record?.['reason']);
  const triedAt = readInstant(record?.['triedAt']);
  const sentAt = readInstant(record?.['sentAt']);
  const pressedAt = readInstant(record?.['pressedAt']);
  const retryAt = readInstant(record?.['retryAt']);
  const automatic = readCount(record?.['automatic']);
  const closesAt = readCount(record?.['closesAt']);
  const file = record?.['file'];
  return {
    id,
    ...(kind ? { kind } : {}),
    state,
    createdAt,
    attempts,
    about,
    endpoint,
    formId,
    payload,
    ...(file instanceof Blob ? { file } : {}),
    ...(draft ? { draft } : {}),
    ...(reason ? { reason } : {}),
    ...(triedAt ? { triedAt } : {}),
    ...(sentAt ? { sentAt } : {}),
    ...(pressedAt ? { pressedAt } : {}),
    ...(retryAt ? { retryAt } : {}),
    ...(automatic === undefined ? {} : { automatic }),
    ...(record?.['mayHaveArrived'] === true ? { mayHaveArrived: true } : {}),
    ...(closesAt === undefined ? {} : { closesAt }),
  };
}
