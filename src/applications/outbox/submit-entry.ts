/** Sends what is in the outbox: each entry by one tab at a time, always under its own number. */
import { afterArrival, readDraft } from '@/device/storage/application/draft';
import { withLock } from '@/device/storage/locks';
import {
  entryLock,
  isUnsent,
  readEntry,
  readSent,
  type OutboxEntry,
  type SentRecord,
} from '@/device/storage/application/outbox';
import { removeRecord } from '@/device/storage/records';
import { send, type SubmissionOutcome } from '../transport/formspree';
import type { OutboxDependencies } from './dependencies';
import { answerTime, grace } from './in-flight';
import { isDue, lastAttempt } from './retries';
import { nextRecord, withCorrection, type Asker } from './states';

/**
 * The result of an attempt. No attempt was made where it is `elsewhere` (another tab made it, or the entry is sent or
 * withdrawn) or `closed` (the opportunity takes no applications).
 */
export type SubmitResult = SubmissionOutcome | { readonly kind: 'elsewhere' } | { readonly kind: 'closed' };

/** What is in the outbox and can be read; the entries from the oldest. */
export interface OutboxContents {
  readonly entries: readonly OutboxEntry[];
  readonly sent: readonly SentRecord[];
}

/** Empty where the device stores nothing. */
export async function readOutbox({ records }: Pick<OutboxDependencies, 'records'>): Promise<OutboxContents> {
  const all = await records.all('outbox').catch(() => []);
  return {
    entries: all
      .flatMap((value) => readEntry(value) ?? [])
      .sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1)),
    sent: all.flatMap((value) => readSent(value) ?? []),
  };
}

/** What is sent: of what comes after the closing date, the organization sees that Send was pressed before. */
function payloadAt(
  { payload, closesAt, pressedAt, createdAt }: OutboxEntry,
  now: number,
): OutboxEntry['payload'] {
  return closesAt === undefined || now < closesAt
    ? payload
    : { ...payload, pressed_at: pressedAt ?? createdAt, closed_at: new Date(closesAt).toISOString() };
}

/**
 * Tries to send an entry as it was read. Where another tab is just doing that, this waits and leaves it at that. Never
 * rejects. Where the device fails meanwhile, the attempt counts all the same; what then looks unsent is sent once more,
 * under its number.
 */
export function submitEntry(
  dependencies: OutboxDependencies,
  entry: OutboxEntry,
  asker: Asker,
): Promise<SubmitResult> {
  const patience = answerTime(entry, dependencies.timeoutMs) + grace;
  return withLock(dependencies.locks, entryLock(entry.id), patience, () =>
    attempt(dependencies, entry, asker),
  );
}

/** Replaces what is stored, unless the visitor has deleted it meanwhile, or another page has sent it. */
const unlessDone = (next: OutboxEntry) => (value: unknown) => {
  const present = readEntry(value);
  return present && isUnsent(present) ? next : (readSent(value) ?? present);
};

async function attempt(
  dependencies: OutboxDependencies,
  { id, attempts }: OutboxEntry,
  asker: Asker,
): Promise<SubmitResult> {
  const { records, client, now, online, changed } = dependencies;
  const stored = (await readOutbox(dependencies)).entries.find((entry) => entry.id === id);
  if (!stored || !isUnsent(stored) || stored.attempts !== attempts) return { kind: 'elsewhere' };
  const write = async (next: ReturnType<typeof nextRecord>) => {
    if (!next) return;
    if (next.state === 'sent') await writeSent(dependencies, stored, next);
    else await records.change('outbox', id, unlessDone(next)).catch(() => {});
    changed();
  };
  // Neither of these comes from a form on its page.
  const isFromForm = stored.kind !== 'reply' && stored.withdraws === undefined;
  const site = isFromForm ? await dependencies.askSite?.(stored) : undefined;
  // After the closing date no page has a form, and Send was pressed before.
  if (stored.kind === undefined && site?.isOpen === false && !hasClosed(stored, now())) {
    await write(nextRecord(stored, { type: 'closed', asker }, now()));
    return { kind: 'closed' };
  }
  const trying = nextRecord(stored, { type: 'attempt', asker, form: site?.form }, now());
  if (trying === undefined || trying.state === 'sent') return { kind: 'elsewhere' };
  await write(trying);
  const timeoutMs = answerTime(trying, dependencies.timeoutMs);
  const outcome = await send(client, { ...trying, payload: payloadAt(trying, now()), timeoutMs });
  await write(nextRecord(trying, { type: 'answer', asker, outcome, isOnline: online() }, now()));
  return outcome;
}

/**
 * Lets the draft go, and puts the log's item in the place of the entry. A browser that ends in between leaves the entry, which
 * is then sent once more, under its number.
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
      return present && afterArrival(present, draft.revision);
    });
  if (withdraws !== undefined)
    await change('outbox', withdraws, (value) => {
      const item = readSent(value);
      return item && { ...item, withdrawnAt: new Date(now()).toISOString() };
    });
  const present = (await readOutbox({ records })).entries.find((entry) => entry.id === id);
  // The visitor deleted everything, or another page has sent it too.
  if (!present) return;
  const put = (record: SentRecord) =>
    change('outbox', sent.id, (value) => {
      if (sent.id !== id) return withCorrection(readSent(value), record);
      const isDeleted = readEntry(value)?.state === 'withdrawn';
      return value === undefined ? undefined : { ...record, copy: isDeleted ? undefined : record.copy };
    });
  // Of what was deleted while it was sent the log has that it arrived, and not what was written.
  const isLogged =
    (present.state !== 'withdrawn' && (await put(sent))) || (await put({ ...sent, copy: undefined }));
  // On a device without any room left, not to send it again counts more than the log.
  if (!isLogged || sent.id !== id) await removeRecord(records, 'outbox', id);
}

/** For so long (ms) tabs can see that a message was sent; the log is of applications only. */
const sentMessageLife = 86_400_000;

/** Takes away what is of no use any more: numbers of what was deleted, and messages that were sent. */
async function clear({ records, now }: OutboxDependencies, { entries, sent }: OutboxContents): Promise<void> {
  const old = [
    ...entries.filter((entry) => entry.state === 'withdrawn' && now() >= lastAttempt(entry)),
    ...sent.filter(
      ({ kind, appliedAt }) => kind !== undefined && now() - Date.parse(appliedAt) > sentMessageLife,
    ),
  ];
  // Unless its answer has come just now.
  const unlessSent = (value: unknown) => {
    const present = readSent(value);
    return present?.kind === undefined ? present : undefined;
  };
  for (const { id } of old) await records.change('outbox', id, unlessSent).catch(() => {});
}

/**
 * Tries everything for which it is time, and what waits for a connection where there seems to be one; all that waits where
 * `evenEarly`, as when a connection is back, but for what the service asks to leave alone.
 */
export async function submitDue(dependencies: OutboxDependencies, evenEarly = false): Promise<void> {
  const contents = await readOutbox(dependencies);
  await clear(dependencies, contents);
  for (const entry of contents.entries) {
    const isEarly =
      entry.retryAt === undefined &&
      ((evenEarly && ['sending', 'unconfirmed'].includes(entry.state)) ||
        // It never got as far as the network.
        (entry.state === 'waiting' && (evenEarly || dependencies.online())));
    if (isEarly || isDue(entry, dependencies.now())) await submitEntry(dependencies, entry, 'clock');
  }
}

/** Notes that a page has told the visitor. */
export async function markTold({ records }: Pick<OutboxDependencies, 'records'>, id: string): Promise<void> {
  const told = (value: unknown) => {
    const record = readSent(value) ?? readEntry(value);
    return record && { ...record, isNews: undefined };
  };
  await records.change('outbox', id, told).catch(() => {});
}

/** True once the closing date is over. */
export function hasClosed({ closesAt }: OutboxEntry, now: number): boolean {
  return closesAt !== undefined && now >= closesAt;
}
