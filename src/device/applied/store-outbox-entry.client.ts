/** Stores submissions without a form in the outbox. Any open page sends them. */
import { withLock } from '../storage/application/locks';
import { entryLock, type OutboxEntry } from '../storage/application/outbox-entry';
import { notifyOutboxChange } from '../storage/outbox-changes.client';
import { deviceRecords } from '../storage/records.client';

/** Time limit (ms) for an attempt to send an earlier version. */
const patienceMs = 30_000;

/**
 * Stores an entry, replacing an unsent one with the same number. Resolves to false where the device stores nothing:
 * then nothing is sent.
 */
export async function storeOutboxEntry(entry: OutboxEntry): Promise<boolean> {
  // Missing on plain HTTP, whatever the types say.
  const { locks } = navigator as Partial<Navigator>;
  const put = () =>
    deviceRecords
      .change('outbox', entry.id, () => entry)
      .then(
        () => true,
        () => false,
      );
  // Not while it is being sent: the end of that would delete this entry.
  const isStored = await withLock(locks, entryLock(entry.id), patienceMs, put);
  if (isStored) notifyOutboxChange();
  return isStored;
}
