/** Sends the entries of the outbox: each by one tab at a time, always under its own number. */
import { draftAfterArrival, readDraft } from '@/device/storage/application/draft';
import { withLock } from '@/device/storage/application/locks';
import {
  entryLock,
  isUnsent,
  readOutboxEntry,
  readSentRecord,
  type OutboxEntry,
  type SentRecord,
} from '@/device/storage/application/outbox-entry';
import { removeRecord } from '@/device/storage/records';
import type { SubmissionOutcome } from '../../transport/transport';
import type { OutboxDependencies } from '../outbox-dependencies';
import { answerTimeoutMs, graceMs } from './in-flight';
import { isDue, lastAttemptAt } from '../retries';
import { nextRecord, applyCorrection, isFinal, type AttemptTrigger } from '../entry-states';

/**
 * The result of an attempt. No attempt was made for `elsewhere` (another tab made it, or the entry is sent or
 * withdrawn) and `closed` (the opportunity accepts no applications).
 */
export type AttemptResult = SubmissionOutcome | { readonly kind: 'elsewhere' } | { readonly kind: 'closed' };

/** The readable records of the outbox; entries from the oldest. */
export interface OutboxContents {
  readonly entries: readonly OutboxEntry[];
  readonly sent: readonly SentRecord[];
}

/** Reads the outbox. Empty where the device stores nothing. */
export async function readOutbox({ records }: Pick<OutboxDependencies, 'records'>): Promise<OutboxContents> {
  const all = await records.all('outbox').catch(() => []);
  return {
    entries: all
      .flatMap((value) => readOutboxEntry(value) ?? [])
      .sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1)),
    sent: all.flatMap((value) => readSentRecord(value) ?? []),
  };
}

/** The payload at an instant: after the closing date it tells the organization that Send was pressed before. */
function payloadAt(
  { payload, closesAt, pressedAt, createdAt }: OutboxEntry,
  now: number,
): OutboxEntry['payload'] {
  return closesAt === undefined || now < closesAt
    ? payload
    : { ...payload, pressed_at: pressedAt ?? createdAt, closed_at: new Date(closesAt).toISOString() };
}

/**
 * Tries to send an entry as it was read. Where a page or the service worker is sending it, waits for that and does no
 * more. Never rejects. Where the device fails meanwhile, the attempt still counts; an entry that then looks unsent is
 * sent once more, under its number.
 */
export function submitEntry(
  dependencies: OutboxDependencies,
  entry: OutboxEntry,
  trigger: AttemptTrigger,
): Promise<AttemptResult> {
  const patience = answerTimeoutMs(entry, dependencies.timeoutMs) + graceMs;
  return withLock(dependencies.locks, entryLock(entry.id), patience, () =>
    submitLockedEntry(dependencies, entry, trigger),
  );
}

/** Replaces the stored entry, unless the visitor has deleted it meanwhile, or another page has sent it. */
const unlessFinished = (next: OutboxEntry) => (value: unknown) => {
  const present = readOutboxEntry(value);
  return present && isUnsent(present) ? next : (readSentRecord(value) ?? present);
};

/** True for a correction of an application that is withdrawn, or will be: it must not arrive after the withdrawal. */
const isEnded = ({ corrects }: OutboxEntry, { entries, sent }: OutboxContents): boolean =>
  corrects !== undefined &&
  (sent.some(({ id, withdrawnAt }) => id === corrects && withdrawnAt !== undefined) ||
    entries.some((entry) => entry.withdraws === corrects && isUnsent(entry) && !isFinal(entry)));

/** Does the same for an entry whose lock the caller holds. */
export async function submitLockedEntry(
  dependencies: OutboxDependencies,
  { id, state, attempts }: OutboxEntry,
  trigger: AttemptTrigger,
): Promise<AttemptResult> {
  const { records, submitForm, now, online, onOutboxChanged } = dependencies;
  const contents = await readOutbox(dependencies);
  const stored = contents.entries.find((entry) => entry.id === id);
  if (!stored || !isUnsent(stored)) return { kind: 'elsewhere' };
  if (isEnded(stored, contents)) {
    const deleted = (value: unknown) => nextRecord(readOutboxEntry(value), { type: 'delete' }, now());
    await records.change('outbox', id, deleted).catch(() => {});
    onOutboxChanged();
    return { kind: 'elsewhere' };
  }
  // Another attempt was made since it was read, or has ended.
  if (stored.attempts !== attempts || stored.state !== state) return { kind: 'elsewhere' };
  // Ends the corrections first, also one that is being sent now.
  for (const entry of contents.entries)
    if (entry.corrects === stored.withdraws && isEnded(entry, contents))
      await submitEntry(dependencies, entry, 'clock');
  const write = async (next: ReturnType<typeof nextRecord>) => {
    if (!next) return;
    if (next.state === 'sent') await writeSent(dependencies, stored, next);
    else await records.change('outbox', id, unlessFinished(next)).catch(() => {});
    onOutboxChanged();
  };
  // Reply reports and withdrawals don't come from a form on their page.
  const isFromForm = stored.kind !== 'reply' && stored.withdraws === undefined;
  const site = isFromForm ? await dependencies.checkSiteForm?.(stored) : undefined;
  // After the closing date no page has a form, and Send was pressed before.
  if (stored.kind === undefined && site?.isOpen === false && !hasClosed(stored, now())) {
    await write(nextRecord(stored, { type: 'closed', trigger }, now()));
    return { kind: 'closed' };
  }
  const trying = nextRecord(stored, { type: 'attempt', trigger, form: site?.form }, now());
  if (trying === undefined || trying.state === 'sent') return { kind: 'elsewhere' };
  await write(trying);
  const timeoutMs = answerTimeoutMs(trying, dependencies.timeoutMs);
  const outcome = await submitForm({
    ...trying,
    payload: payloadAt(trying, now()),
    timeoutMs,
  });
  await write(nextRecord(trying, { type: 'answer', trigger, outcome, isOnline: online() }, now()));
  return outcome;
}

/**
 * Deletes the draft, and replaces the entry by the log's item. An interruption leaves the entry, which is then sent
 * once more, under its number.
 */
async function writeSent(
  { records, now }: OutboxDependencies,
  { id, draft, withdraws }: OutboxEntry,
  sent: SentRecord,
): Promise<void> {
  const change = (...[list, of, next]: Parameters<typeof records.change>) =>
    records.change(list, of, next).then(
      () => true,
      () => false,
    );
  if (draft)
    await change('drafts', draft.id, (value) => {
      const present = readDraft(value);
      return present && draftAfterArrival(present, draft.revision);
    });
  if (withdraws !== undefined)
    await change('outbox', withdraws, (value) => {
      const item = readSentRecord(value);
      return item && { ...item, withdrawnAt: new Date(now()).toISOString() };
    });
  const present = (await readOutbox({ records })).entries.find((entry) => entry.id === id);
  // The visitor deleted everything, or another page has sent it too.
  if (!present) return;
  const put = (record: SentRecord) =>
    change('outbox', sent.id, (value) => {
      if (sent.id !== id) return applyCorrection(readSentRecord(value), record);
      const isDeleted = readOutboxEntry(value)?.state === 'withdrawn';
      return value === undefined ? undefined : { ...record, copy: isDeleted ? undefined : record.copy };
    });
  // An entry that was deleted while it was sent is logged without its text.
  const isLogged =
    (present.state !== 'withdrawn' && (await put(sent))) || (await put({ ...sent, copy: undefined }));
  // On a device without any room left, not sending it twice counts more than the log.
  if (!isLogged || sent.id !== id) await removeRecord(records, 'outbox', id);
}

/** Time (ms) for which tabs can see that a message was sent; the log has applications only. */
const sentMessageLife = 86_400_000;

/** Removes records that are no longer needed: numbers of deleted entries, and sent messages. */
async function clear({ records, now }: OutboxDependencies, { entries, sent }: OutboxContents): Promise<void> {
  const old = [
    ...entries.filter((entry) => entry.state === 'withdrawn' && now() >= lastAttemptAt(entry)),
    ...sent.filter(
      ({ kind, appliedAt }) => kind !== undefined && now() - Date.parse(appliedAt) > sentMessageLife,
    ),
  ];
  // Unless its answer has just come.
  const unlessSent = (value: unknown) => {
    const present = readSentRecord(value);
    return present?.kind === undefined ? present : undefined;
  };
  for (const { id } of old) await records.change('outbox', id, unlessSent).catch(() => {});
}

/**
 * Tries all due entries, and waiting ones where the browser seems to be online. `evenEarly`, as when it is back online:
 * also those that aren't due, unless the service asked for a pause.
 */
export async function submitDue(dependencies: OutboxDependencies, evenEarly = false): Promise<void> {
  const contents = await readOutbox(dependencies);
  await clear(dependencies, contents);
  for (const entry of contents.entries) {
    const isEarly =
      entry.retryAt === undefined &&
      ((evenEarly && ['sending', 'unconfirmed'].includes(entry.state)) ||
        // It never reached the network.
        (entry.state === 'waiting' && (evenEarly || dependencies.online())));
    if (isEarly || isDue(entry, dependencies.now())) await submitEntry(dependencies, entry, 'clock');
  }
}

/** Notes that a page has shown the result to the visitor. */
export async function markNewsSeen(
  { records }: Pick<OutboxDependencies, 'records'>,
  id: string,
): Promise<void> {
  const told = (value: unknown) => {
    const record = readSentRecord(value) ?? readOutboxEntry(value);
    return record && { ...record, isNews: undefined };
  };
  await records.change('outbox', id, told).catch(() => {});
}

/** True after the closing date. */
function hasClosed({ closesAt }: OutboxEntry, now: number): boolean {
  return closesAt !== undefined && now >= closesAt;
}
