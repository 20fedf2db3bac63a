/** The choice "shared device": then no text of a form may be stored. */
import { oldSharedKey } from '../old-keys';
import { notifyOutboxChange } from '../outbox-changes.client';
import { sharedDeviceId } from '../records';
import { deviceRecords } from '../records.client';
import { readStoredText } from '../storage.client';

/** The choice on this page, where it can't be stored. */
let unstored: boolean | undefined;

/** True if the visitor has chosen it, also in an earlier version of the site. */
export async function isDeviceShared(): Promise<boolean> {
  if (unstored !== undefined) return unstored;
  if (readStoredText(oldSharedKey) === 'yes') return true;
  const records = await deviceRecords.all('drafts').catch(() => []);
  return records.some((record) => Object(record).id === sharedDeviceId);
}

/** Stores or removes the choice, and notifies every tab. */
export async function setDeviceShared(shared: boolean): Promise<void> {
  const record = shared ? { id: sharedDeviceId } : undefined;
  unstored = await deviceRecords
    .change('drafts', sharedDeviceId, () => record)
    .then(
      () => undefined,
      () => shared,
    );
  notifyOutboxChange();
}
