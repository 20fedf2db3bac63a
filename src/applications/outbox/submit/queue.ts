/** Sends the entries of the outbox: one at a time in the whole browser, each always under its own number. */
import { readDraft } from '@/device/storage/application/draft';
import { holdLock } from '@/device/storage/application/locks';
import {
  isDeleted,
  numberOf,
  readOutboxEntry,
  readSentRecord,
  type OutboxEntry,
  type SentRecord,
} from '@/device/storage/application/outbox-entry';
import { removeRecord, type StoredRecord } from '@/device/storage/records';
import type { SubmissionOutcome } from '../../transport/transport';
import type { OutboxDependencies } from '../outbox-dependencies';
import { isDue, lastAttemptAt } from '@/device/storage/application/retries';
import { applyFollowUp, nextRecord, type AttemptTrigger, type OutboxEvent } from '../entry-states';

/** The lock of the queue: only the page or service worker that holds it sends. */
const queueLock = 'ov:outbox';

/** Time (ms) after the longest wait at which an attempt without a stored end counts as over. */
const graceMs = 5000;

/**
 * The slowest upload (bytes per ms) with which a file still gets through: 20 kB a second, as on a phone with a weak
 * signal.
 */
const minBytesPerMs = 20;

/** Time limit (ms) for an answer, which takes longer with a file. */
export const answerTimeoutMs = ({ file }: Pick<OutboxEntry, 'file'>, timeoutMs: number): number =>
  timeoutMs + (file?.size ?? 0) / minBytesPerMs;

/** The readable records of the outbox; entries from the oldest. */
interface OutboxContents {
  readonly entries: readonly OutboxEntry[];
  readonly sent: readonly SentRecord[];
}

/** Reads the outbox. Empty where the device stores nothing. */
export async function readOutbox({ records }: Pick<OutboxDependencies, 'records'>): Promise<OutboxContents> {
  const all = await records.all('outbox');
  return {
    entries: all
      .flatMap((value) => readOutboxEntry(value) ?? [])
      .sort((a, b) => (a.pressedAt < b.pressedAt ? -1 : 1)),
    sent: all.flatMap((value) => readSentRecord(value) ?? []),
  };
}

/** Reads whether an entry is being sent now, by whoever holds the queue. Not where its page was closed meanwhile. */
export async function isBeingSent(
  { isHeld, now, timeoutMs }: Pick<OutboxDependencies, 'isHeld' | 'now' | 'timeoutMs'>,
  entry: OutboxEntry,
): Promise<boolean> {
  if (entry.state !== 'waiting' || entry.reason !== undefined || entry.triedAt === undefined) return false;
  const since = now() - Date.parse(entry.triedAt);
  // The queue may be held for another entry, long after the page that sent this one has ended.
  const isInTime = since >= 0 && since < answerTimeoutMs(entry, timeoutMs) + graceMs;
  return isInTime && ((await isHeld?.(queueLock)) ?? true);
}

/** The payload at an instant: after the closing date it tells the organization that Send was pressed before. */
function payloadAt({ payload, closesAt, pressedAt }: OutboxEntry, now: number): OutboxEntry['payload'] {
  return closesAt === undefined || now < closesAt
    ? payload
    : { ...payload, pressed_at: pressedAt, closed_at: new Date(closesAt).toISOString() };
}

/** True for what would follow a withdrawal: it is the last that is sent under its number. */
const isEnded = ({ id }: OutboxEntry, { sent }: OutboxContents): boolean =>
  id !== numberOf(id) && sent.some((item) => item.id === numberOf(id) && item.withdrawnAt !== undefined);

/** True after the closing date. */
const hasClosed = ({ closesAt }: OutboxEntry, now: number): boolean =>
  closesAt !== undefined && now >= closesAt;

/** Holds the queue, so that no other page and no service worker sends; undefined if it isn't free after `patienceMs`. */
export const holdQueue = (
  { locks, timeoutMs }: Pick<OutboxDependencies, 'locks' | 'timeoutMs'>,
  patienceMs = timeoutMs + graceMs,
) => holdLock(locks, queueLock, patienceMs);

/**
 * True if another sender has tried an entry since it was read, or Send was pressed again. Where a person pressed “Send it
 * now”, automatic attempts that had begun before don't count: if they fail, nothing else would come of the press.
 */
function isOutdated(entry: OutboxEntry, stored: OutboxEntry, pressedBefore: string | undefined): boolean {
  if (stored.pressedAt !== entry.pressedAt) return true;
  const byPerson = ({ attempts, automatic = 0 }: OutboxEntry) => attempts - automatic;
  const wasUnderWay = pressedBefore !== undefined && (stored.triedAt ?? '') <= pressedBefore;
  if (wasUnderWay && stored.state === 'waiting') return byPerson(stored) !== byPerson(entry);
  return stored.attempts !== entry.attempts || stored.reason !== entry.reason;
}

/**
 * Tries to send an entry as it was read, once the queue is free; `held` releases a queue that the caller holds. Resolves
 * to undefined where no attempt was made: another sender has made one meanwhile, it was replaced or deleted, or the queue
 * was busy for too long. Never rejects.
 */
export async function sendEntry(
  dependencies: OutboxDependencies,
  entry: OutboxEntry,
  trigger: AttemptTrigger,
  held?: () => void,
): Promise<SubmissionOutcome | undefined> {
  const pressedBefore = trigger === 'person' ? new Date(dependencies.now()).toISOString() : undefined;
  const release = held ?? (await holdQueue(dependencies));
  try {
    return release && (await sendLocked(dependencies, entry, trigger, pressedBefore));
  } finally {
    release?.();
  }
}

async function sendLocked(
  dependencies: OutboxDependencies,
  entry: OutboxEntry,
  trigger: AttemptTrigger,
  pressedBefore: string | undefined,
): Promise<SubmissionOutcome | undefined> {
  const { records, submitForm, now, online, onOutboxChanged } = dependencies;
  const { id } = entry;
  const contents = await readOutbox(dependencies);
  const stored = contents.entries.find((one) => one.id === id);
  if (!stored || isDeleted(stored) || isOutdated(entry, stored, pressedBefore)) return undefined;
  /** Changes the entry, unless it has been sent, deleted or replaced by another record meanwhile. */
  const write = async (event: OutboxEvent) => {
    let next: ReturnType<typeof nextRecord>;
    await records.change('outbox', id, (value) => {
      const present = readOutboxEntry(value);
      if (!present) return value as StoredRecord | undefined;
      next = nextRecord(present, event, now());
      return next?.state === 'sent' && next.id !== id ? undefined : next;
    });
    onOutboxChanged();
    return next;
  };
  if (isEnded(stored, contents)) {
    await removeRecord(records, 'outbox', id);
    onOutboxChanged();
    return undefined;
  }
  // Reply reports and withdrawals don't come from a form on their page.
  const isFromForm = stored.kind !== 'reply' && stored.kind !== 'withdrawal';
  const site = isFromForm ? await dependencies.checkSiteForm?.(stored) : undefined;
  // After the closing date no page has a form, and Send was pressed before.
  if (stored.kind !== 'message' && site?.isOpen === false && !hasClosed(stored, now())) {
    await write({ type: 'closed', trigger });
    return undefined;
  }
  const tried = await write({ type: 'attempt', trigger, form: site?.form });
  if (tried === undefined || tried.state === 'sent' || isDeleted(tried)) return undefined;
  const outcome = await submitForm({
    ...tried,
    payload: payloadAt(tried, now()),
    timeoutMs: answerTimeoutMs(tried, dependencies.timeoutMs),
  });
  if (outcome.kind === 'sent') await settleSent(dependencies, tried, trigger);
  const mayHaveArrived = stored.mayHaveArrived === true;
  await write({ type: 'answer', trigger, outcome, isOnline: online(), tried, mayHaveArrived });
  return outcome;
}

/**
 * Deletes the draft of a sent entry, and notes in the log what was corrected or withdrawn. An interruption leaves the
 * entry, which is then sent once more, under its number.
 */
async function settleSent(
  { records, now }: OutboxDependencies,
  tried: OutboxEntry,
  trigger: AttemptTrigger,
): Promise<void> {
  const { id, draft } = tried;
  if (draft)
    await records.change('drafts', draft.id, (value) => {
      const present = readDraft(value);
      // Where the visitor wrote more since, that is the draft of something new.
      return present?.revision === draft.revision ? undefined : present;
    });
  if (numberOf(id) === id) return;
  const present = (await readOutbox({ records })).entries.find((entry) => entry.id === id);
  // The text of an entry that was deleted while it was sent isn't logged.
  const entry = present && !isDeleted(present) ? tried : { ...tried, text: undefined };
  await records.change('outbox', numberOf(id), (value) => {
    const item = readSentRecord(value);
    // The visitor has deleted everything.
    if (!item && !present) return undefined;
    return applyFollowUp(item, entry, trigger, now());
  });
}

/** Time (ms) for which tabs can see that a message was sent; the log has applications only. */
const sentMessageLife = 86_400_000;

/** Removes records that are no longer needed: numbers of deleted entries, and sent messages. */
async function clear({ records, now }: OutboxDependencies, { entries, sent }: OutboxContents): Promise<void> {
  const old = [
    ...entries.filter((entry) => isDeleted(entry) && now() >= lastAttemptAt(entry)),
    ...sent.filter(
      ({ kind, appliedAt }) => kind !== undefined && now() - Date.parse(appliedAt) > sentMessageLife,
    ),
  ];
  // Unless its answer has just come.
  const unlessSent = (value: unknown) => {
    const present = readSentRecord(value);
    return present?.kind === undefined ? present : undefined;
  };
  for (const { id } of old) await records.change('outbox', id, unlessSent);
}

/**
 * Tries all due entries, and those that never reached the network where the browser seems to be online. `evenEarly`, as
 * when it is back online: also those that aren't due, unless the service asked for a pause.
 */
export async function submitDue(dependencies: OutboxDependencies, evenEarly = false): Promise<void> {
  const contents = await readOutbox(dependencies);
  await clear(dependencies, contents);
  for (const entry of contents.entries) {
    const { state, reason, retryAt } = entry;
    const canBeEarly = state === 'waiting' && reason !== 'limit' && retryAt === undefined;
    const isEarly = canBeEarly && (evenEarly || (reason === 'offline' && dependencies.online()));
    if (isEarly || isDue(entry, dependencies.now())) await sendEntry(dependencies, entry, 'clock');
  }
}

/** Deletes an entry; its number stays where it may have arrived. Of one that has just arrived, the log stays. */
export async function deleteEntry(
  { records, now, onOutboxChanged }: Pick<OutboxDependencies, 'records' | 'now' | 'onOutboxChanged'>,
  id: string,
): Promise<void> {
  await records.change('outbox', id, (value) => {
    const sent = readSentRecord(value);
    return sent
      ? { ...sent, copy: undefined }
      : nextRecord(readOutboxEntry(value), { type: 'delete' }, now());
  });
  onOutboxChanged();
}

/** Notes that a page has shown the result to the visitor. */
export async function markNewsSeen(
  { records }: Pick<OutboxDependencies, 'records'>,
  id: string,
): Promise<void> {
  await records.change('outbox', id, (value) => {
    const record = readSentRecord(value) ?? readOutboxEntry(value);
    return record && { ...record, isNews: undefined };
  });
}
