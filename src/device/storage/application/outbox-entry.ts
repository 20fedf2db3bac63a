/**
 * A submission from the moment Send is pressed: stored on the device under its own number before it is sent, so that
 * every attempt has the same one. Once it is sent, the same record is part of the visitor's log. Pure.
 */
import { readAppliedItem, readSubject } from '@/device/storage/application/applied-item';
import { readDraftRevision } from './draft';
import {
  readCount,
  readFields,
  readId,
  readInstant,
  readObject,
  readOneOf,
  readShortText,
  readText,
  readTextRecord,
  readTrue,
  type ReadValue,
} from '../read-value';

/** What is noted of what is sent, until it has arrived and after. */
const noted = {
  /** Missing for an application. */
  kind: readOneOf('correction', 'withdrawal', 'message', 'reply'),
  /** True until a page has shown the result to the visitor. */
  isNews: readTrue,
};

/** Reads an entry from any stored value; undefined if it isn't one. */
export const readOutboxEntry = (value: unknown) =>
  readFields(
    value,
    {
      /** The number of the submission; of a correction or withdrawal, see `followUpId`. */
      id: readId,
      /** `refused` is final until a person sends it again. */
      state: readOneOf('waiting', 'refused'),
      /** ISO instant at which Send was last pressed. */
      pressedAt: readInstant,
      /** The number of attempts. */
      attempts: readCount,
      /** The log's data about it; only displayed where it isn't an application. */
      about: readSubject,
      /** The form's address. */
      endpoint: readShortText,
      formId: readId,
      /** The data to send. */
      payload: readTextRecord,
    },
    {
      ...noted,
      /**
       * What came of the last attempt: a reason of `applications/transport/transport.ts`, `offline`, `closed`, or
       * `deleted` by the visitor: then only the number stays. Missing before the first attempt ends, and while one is made.
       */
      reason: readId,
      /** ISO instants: last tried since the press; earliest next attempt, as the form or its service asks. */
      triedAt: readInstant,
      retryAt: readInstant,
      /** The number of automatic attempts among all. */
      automatic: readCount,
      /** True if an attempt has begun that didn't end in a clear refusal. */
      mayHaveArrived: readTrue,
      /** The closing date (ms). A submission from before it is tried for some days longer. */
      closesAt: readCount,
      /** The headers that the form service's client adds to each request. */
      headers: readTextRecord,
      /** The address for sending the same by e-mail. */
      contact: readShortText,
      /** The same as readable text. */
      text: readText,
      /** The file to send with it, under its name in `payload`. */
      file: (file: unknown) => (file instanceof Blob ? file : undefined),
      /** The draft that it was made from. */
      draft: readDraftRevision,
    },
  );

/** A submission that hasn't arrived. `src/applications/outbox/entry-states.ts` has the transitions. */
export type OutboxEntry = ReadValue<typeof readOutboxEntry>;

/** Reads a sent record from any stored value; undefined if it isn't one. */
export function readSentRecord(value: unknown) {
  const item = readObject(value)?.['state'] === 'sent' ? readAppliedItem(value) : undefined;
  return item && { ...item, state: 'sent' as const, ...readFields(value, {}, noted) };
}

/** A sent submission: an application, message or reply report. */
export type SentRecord = ReadValue<typeof readSentRecord>;

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

/** True where the visitor has deleted it, and only its number is left. */
export const isDeleted = ({ reason }: OutboxEntry): boolean => reason === 'deleted';
