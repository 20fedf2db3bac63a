/** Puts into the outbox what is sent without a form. Whatever page is open sends it. */
import { withLock } from '../storage/locks';
import { entryLock, type OutboxEntry } from '../storage/application/outbox';
import { tellOutboxChange } from '../storage/application/outbox-changes.client';
import { deviceRecords } from '../storage/records.client';

/** How long (ms) an attempt to send an earlier version may take. */
const patienceMs = 30_000;

/**
 * Stores it in the place of what has the same number and has not arrived. Resolves to false where the device stores
 * nothing: then nothing is sent.
 */
export async function putEntry(entry: OutboxEntry): Promise<boolean> {
  // Missing on plain HTTP, whatever the types say.
  const { locks } = navigator as Partial<Navigator>;
  const put = () =>
    deviceRecords
      .change('outbox', entry.id, () => entry)
      .then(
        () => true,
        () => false,
      );
  // Not while it is being sent: the end of that would take this away.
  const isStored = await withLock(locks, entryLock(entry.id), patienceMs, put);
  if (isStored) tellOutboxChange();
  return isStored;
}
