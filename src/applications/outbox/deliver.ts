/** Sends what is in the outbox: each one by one tab at a time, always under its own number. */
import { afterArrival, readDraft } from '@/device/storage/draft';
import { entryLock, readEntry, type OutboxEntry } from '@/device/storage/outbox';
import { isDue } from './retries';
import { withLock, type Post } from './post';
import { send, type Outcome } from '../transport/formspree';
import { patienceFor } from './under-way';

/**
 * What became of an attempt. There was none where it is `elsewhere`: another tab made it, it is sent, or was taken back;
 * and where the opportunity has `closed`.
 */
export type Delivered = Outcome | { readonly kind: 'elsewhere' } | { readonly kind: 'closed' };

/** Everything in the outbox that can be read, the oldest first; nothing where the device gives nothing. */
export async function readOutbox({ records }: Pick<Post, 'records'>): Promise<readonly OutboxEntry[]> {
  const all = await records.all('outbox').catch(() => []);
  return all.flatMap((value) => readEntry(value) ?? []).sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
}

const iso = (ms: number) => new Date(ms).toISOString();

/** What an entry is after an attempt. */
function after(entry: OutboxEntry, outcome: Outcome, now: number): OutboxEntry {
  switch (outcome.kind) {
    case 'sent':
      return { ...entry, state: 'sent', reason: undefined, sentAt: iso(now), payload: {}, file: undefined };
    case 'invalid':
      return { ...entry, state: 'refused', reason: 'other' };
    case 'refused':
    case 'unconfirmed':
      return { ...entry, state: outcome.kind, reason: outcome.reason };
  }
}

/**
 * Tries to send an entry as it was read. Where another tab is just doing that, this waits and leaves it at that. Never
 * rejects. Where the device fails meanwhile, the attempt counts all the same; what then looks unsent is sent once more,
 * under its number.
 */
export function deliver(post: Post, entry: OutboxEntry): Promise<Delivered> {
  return withLock(post, entryLock(entry.id), () => attempt(post, entry));
}

async function attempt(post: Post, { id, attempts }: OutboxEntry): Promise<Delivered> {
  const { records, client, now, changed, isOpen } = post;
  const found = (await readOutbox(post)).find((entry) => entry.id === id);
  if (found?.state === 'sent') await putAway(post, found);
  if (!found || found.state === 'sent' || found.attempts !== attempts) return { kind: 'elsewhere' };
  const trying: OutboxEntry = {
    ...found,
    state: 'sending',
    attempts: found.attempts + 1,
    triedAt: iso(now()),
  };
  const write = (entry: OutboxEntry) =>
    records.change('outbox', id, (value) => (value === undefined ? undefined : entry)).catch(() => {});
  if (found.kind === undefined && (await isOpen?.(found)) === false) {
    // From now on it is one that has come too late.
    await write({ ...found, closesAt: now() });
    changed();
    return { kind: 'closed' };
  }
  await write(trying);
  changed();
  const outcome = await send(client, { ...trying, timeoutMs: patienceFor(trying, post.timeoutMs) });
  const next = after(trying, outcome, now());
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

/**
 * Tries everything for which it is time; all that waits where `evenEarly`, as when the line is back. Gives what has been
 * sent by that.
 */
export async function deliverAll(post: Post, evenEarly = false): Promise<readonly OutboxEntry[]> {
  const sent: OutboxEntry[] = [];
  if (!post.online()) return sent;
  const entries = await readOutbox(post);
  for (const entry of entries) {
    const early = evenEarly && ['waiting', 'sending', 'unconfirmed'].includes(entry.state);
    if (entry.state === 'sent' || isDue(entry, post.now()) || (early && !hasClosed(entry, post.now())))
      if ((await deliver(post, entry)).kind === 'sent') sent.push(entry);
  }
  return sent;
}

/** True where it came too late: nobody reads it any more. */
export function hasClosed({ closesAt }: OutboxEntry, now: number): boolean {
  return closesAt !== undefined && now >= closesAt;
}
