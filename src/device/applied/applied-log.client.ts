/** The visitor's log of applications on this device: the sent records of the outbox. */
import type { AppliedItem } from '../storage/application/applied-item';
import {
  pressEntry,
  readOutboxEntry,
  readSentRecord,
  type Submission,
} from '../storage/application/outbox-entry';
import { onOutboxChange, notifyOutboxChange } from '../storage/outbox-changes.client';
import type { StoredRecord } from '../storage/records';
import { deviceRecords, readStoredOutbox } from '../storage/records.client';
import { storageOutcome, type StorageOutcome } from '../storage/storage.client';
import type { StoredList } from '../saved-page/use-list.client';

/** Reads the sent applications, unsorted; empty if the device stores nothing. */
export async function readAppliedLog(): Promise<readonly AppliedItem[]> {
  const sent = (await readStoredOutbox()).flatMap((value) => readSentRecord(value) ?? []);
  return sent.filter(({ kind }) => kind === undefined);
}

/** Replaces an application in the log by the result of `change`; undefined deletes it. An unsent record stays as it is. */
async function changeAppliedItem(
  id: string,
  change: (item: AppliedItem | undefined) => AppliedItem | undefined,
): Promise<StorageOutcome> {
  try {
    await deviceRecords.change('outbox', id, (value) => {
      const sent = readSentRecord(value);
      if (value !== undefined && !sent) return value as StoredRecord;
      const next = change(sent);
      return next && { ...sent, ...next, state: 'sent' };
    });
  } catch (error) {
    return storageOutcome(error);
  }
  notifyOutboxChange();
  return 'stored';
}

/**
 * Stores a submission without a form in the outbox; any open page sends it. Resolves to false where the device stores nothing:
 * then nothing is sent.
 */
export async function storeSubmission(submission: Submission): Promise<boolean> {
  try {
    await deviceRecords.change('outbox', submission.id, (value) =>
      pressEntry(readOutboxEntry(value), submission, Date.now()),
    );
  } catch {
    return false;
  }
  notifyOutboxChange();
  return true;
}

export const appliedList: StoredList<AppliedItem> = {
  instantOf: ({ appliedAt }) => appliedAt,
  read: readAppliedLog,
  change: changeAppliedItem,
  onChange: onOutboxChange,
};
