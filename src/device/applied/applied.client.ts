/** The visitor's log of applications on this device: what the outbox has sent. */
import type { AppliedItem } from './applied';
import { appliedStore } from './applied-store';
import { readSent } from '../storage/application/outbox';
import { onOutboxChange, tellOutboxChange } from '../storage/application/outbox-changes.client';
import type { StoredRecord } from '../storage/records';
import { deviceRecords, storedOutbox } from '../storage/records.client';
import { outcomeOf, type StorageOutcome } from '../storage/storage.client';
import type { ListStorage } from '../saved-page/use-list.client';

/** The applications that were sent, in no order; none where the device stores nothing. */
export async function readApplied(): Promise<readonly AppliedItem[]> {
  const sent = (await storedOutbox()).flatMap((value) => readSent(value) ?? []);
  return sent.filter(({ kind }) => kind === undefined);
}

/**
 * Replaces an application in the log by what `change` makes of it; undefined takes it away. What hasn't been sent yet stays
 * as it is.
 */
export async function changeApplied(
  id: string,
  change: (item: AppliedItem | undefined) => AppliedItem | undefined,
): Promise<StorageOutcome> {
  try {
    await deviceRecords.change('outbox', id, (value) => {
      const sent = readSent(value);
      if (value !== undefined && !sent) return value as StoredRecord;
      const next = change(sent);
      return next && { ...sent, ...next, state: 'sent' };
    });
  } catch (error) {
    return outcomeOf(error);
  }
  tellOutboxChange();
  return 'stored';
}

export const appliedSource: ListStorage<AppliedItem> = {
  store: appliedStore,
  read: readApplied,
  change: changeApplied,
  onChange: onOutboxChange,
};
