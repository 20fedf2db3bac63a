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
 * written.
 */
export type OutboxState = 'waiting' | 'sending' | 'unconfirmed' | 'refused' | 'sent';

const states: readonly string[] = ['waiting', 'sending', 'unconfirmed', 'refused', 'sent'];

/** What is sent that is no application: whether an answer came, or a message to the editors. */
export type OutboxKind = (typeof kinds)[number];

const kinds = ['reply', 'message'] as const;

export interface OutboxEntry {
  /** The submission's number. */
  readonly id: string;
  /** Missing for an application. */
  readonly kind?: OutboxKind | undefined;
  readonly state: OutboxState;
  /** Why it is `refused` or `unconfirmed`: a reason of `apply/send.ts`. */
  readonly reason?: string | undefined;
  /** ISO instants: first kept; last tried; taken. */
  readonly createdAt: string;
  readonly triedAt?: string | undefined;
  readonly sentAt?: string | undefined;
  /** How often it was tried. */
  readonly attempts: number;
  /** What the log notes of it, but for its number; only shown where it is no application. */
  readonly about: Omit<Application, 'id'>;
  /** From when (ms) on it isn't taken any more. */
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
    ...(closesAt === undefined ? {} : { closesAt }),
  };
}
