/** Stores submissions without a form in the outbox. Any open page sends them. */
import { pressEntry, readOutboxEntry, type Submission } from '../storage/application/outbox-entry';
import { notifyOutboxChange } from '../storage/outbox-changes.client';
import { deviceRecords } from '../storage/records.client';

/** Stores a submission. Resolves to false where the device stores nothing: then nothing is sent. */
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
