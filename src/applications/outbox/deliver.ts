/** Sends what is in the outbox: each one by one tab at a time, always under its own number. */
import { afterArrival, readDraft } from '@/device/storage/draft';
import { withLock } from '@/device/storage/locks';
import { entryLock, isUnsent, readEntry, type OutboxEntry } from '@/device/storage/outbox';
import { send, type Outcome } from '../transport/formspree';
import type { Post } from './post';
import { isDue, lastAttempt } from './retries';
import { grace, patienceFor } from './under-way';

/**
 * The result of an attempt. No attempt was made where it is `elsewhere` (another tab made it, or the entry is sent or
 * withdrawn) or `closed` (the opportunity takes no applications).
 */
export type Delivered = Outcome | { readonly kind: 'elsewhere' } | { readonly kind: 'closed' };

/** What started an attempt: a person pressing a button, or the retry timer. */
export type Asker = 'person' | 'clock';

/** Everything in the outbox that can be read, the oldest first; nothing where the device gives nothing. */
export async function readOutbox({ records }: Pick<Post, 'records'>): Promise<readonly OutboxEntry[]> {
  const all = await records.all('outbox').catch(() => []);
  return all.flatMap((value) => readEntry(value) ?? []).sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
}

const iso = (ms: number) => new Date(ms).toISOString();

/** What an entry is after an attempt. */
function after(entry: OutboxEntry, outcome: Outcome, { now, online }: Post): OutboxEntry {
  switch (outcome.kind) {
    case 'sent':
      return { ...entry, state: 'sent', reason: undefined, sentAt: iso(now()), payload: {}, file: undefined };
    case 'invalid':
      return { ...entry, state: 'refused', reason: 'other' };
    case 'refused':
    case 'unconfirmed': {
      const { kind, reason, retryAfter } = outcome;
      const state = reason === 'network' && !online() ? 'waiting' : kind;
      const retryAt = retryAfter === undefined ? undefined : iso(now() + retryAfter);
      const mayHaveArrived = entry.mayHaveArrived || kind === 'unconfirmed';
      return { ...entry, state, reason, retryAt, mayHaveArrived };
    }
  }
}

/** What is sent: of what comes after the closing date, the organization sees that Send was pressed before. */
function payloadAt(
  { payload, closesAt, pressedAt, createdAt }: OutboxEntry,
  now: number,
): OutboxEntry['payload'] {
  return closesAt === undefined || now < closesAt
    ? payload
    : { ...payload, pressed_at: pressedAt ?? createdAt, closed_at: iso(closesAt) };
}

/**
 * Tries to send an entry as it was read. Where another tab is just doing that, this waits and leaves it at that. Never
 * rejects. Where the device fails meanwhile, the attempt counts all the same; what then looks unsent is sent once more,
 * under its number.
 */
export function deliver(post: Post, entry: OutboxEntry, asker: Asker): Promise<Delivered> {
  const patience = patienceFor(entry, post.timeoutMs) + grace;
  return withLock(post.locks, entryLock(entry.id), patience, () => attempt(post, entry, asker));
}

async function attempt(post: Post, { id, attempts }: OutboxEntry, asker: Asker): Promise<Delivered> {
  const { records, client, now, changed } = post;
  const stored = (await readOutbox(post)).find((entry) => entry.id === id);
  if (stored?.state === 'sent') await putAway(post, stored);
  if (!stored || !isUnsent(stored) || stored.attempts !== attempts) return { kind: 'elsewhere' };
  const write = (entry: OutboxEntry) =>
    records.change('outbox', id, (value) => (value === undefined ? undefined : entry)).catch(() => {});
  const site = stored.kind === 'reply' ? undefined : await post.askSite?.(stored);
  // After the closing date no page has a form, and Send was pressed before.
  const isClosed = stored.kind === undefined && site?.isOpen === false && !hasClosed(stored, now());
  if (isClosed) {
    await write({ ...stored, state: 'refused', reason: 'closed' });
    changed();
    return { kind: 'closed' };
  }
  const trying: OutboxEntry = {
    ...stored,
    ...site?.form,
    state: 'sending',
    attempts: stored.attempts + 1,
    automatic: (stored.automatic ?? 0) + (asker === 'clock' ? 1 : 0),
    triedAt: iso(now()),
    retryAt: undefined,
    // An attempt whose end nobody noted, as of a browser that was closed.
    mayHaveArrived: stored.mayHaveArrived || stored.state === 'sending',
  };
  await write(trying);
  changed();
  const timeoutMs = patienceFor(trying, post.timeoutMs);
  const outcome = await send(client, { ...trying, payload: payloadAt(trying, now()), timeoutMs });
  const next = after(trying, outcome, post);
  await write(next);
  if (next.state === 'sent') await putAway(post, next);
  changed();
  return outcome;
}

/**
 * Notes in the log what has been sent, lets its draft go, and then the entry; it stays where it can't be noted. Whatever
 * ends in between is done again when the entry is next met.
 */
async function putAway({ records, note }: Post, entry: OutboxEntry): Promise<void> {
  const { id, kind, about, sentAt, triedAt, createdAt, draft } = entry;
  if (draft) {
    const letGo = (value: unknown) => {
      const present = readDraft(value);
      return present && afterArrival(present, draft.revision);
    };
    await records.change('drafts', draft.id, letGo).catch(() => {});
  }
  if (!note({ ...about, id }, sentAt ?? triedAt ?? createdAt, kind)) return;
  await records.change('outbox', id, () => undefined).catch(() => {});
}

/** An entry of which something has become. */
export interface Ended {
  readonly entry: OutboxEntry;
  readonly kind: 'sent' | 'refused';
}

/**
 * Tries everything for which it is time, and what waits for a connection where there seems to be one; all that waits where
 * `evenEarly`, as when a connection is back, but for what the service asks to leave alone. Gives what has been sent by that, and what was refused for good.
 */
export async function deliverAll(post: Post, evenEarly = false): Promise<readonly Ended[]> {
  const ended: Ended[] = [];
  for (const entry of await readOutbox(post)) {
    if (entry.state === 'withdrawn' && post.now() >= lastAttempt(entry))
      await post.records.change('outbox', entry.id, () => undefined).catch(() => {});
    const isEarly =
      (evenEarly && entry.retryAt === undefined && ['sending', 'unconfirmed'].includes(entry.state)) ||
      // It never got as far as the network.
      (entry.state === 'waiting' && (evenEarly || post.online()));
    if (entry.state !== 'sent' && !isEarly && !isDue(entry, post.now())) continue;
    const delivered = await deliver(post, entry, 'clock');
    if (delivered.kind === 'sent') ended.push({ entry, kind: 'sent' });
    else if (isFinal(delivered)) ended.push({ entry, kind: 'refused' });
  }
  return ended;
}

/** True where an attempt has shown that no further one will end otherwise. */
const isFinal = (delivered: Delivered): boolean =>
  delivered.kind === 'closed' ||
  delivered.kind === 'invalid' ||
  (delivered.kind === 'refused' && delivered.reason !== 'limit');

/** True once the closing date is over. */
export function hasClosed({ closesAt }: OutboxEntry, now: number): boolean {
  return closesAt !== undefined && now >= closesAt;
}
