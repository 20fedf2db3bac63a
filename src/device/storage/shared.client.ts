/** Whether others use this device too, so that nothing of what is written in a form may stay on it. */
import { oldSharedKey } from './old-keys';
import { tellOutboxChange } from './application/outbox-changes.client';
import { sharedDeviceId } from './records';
import { deviceRecords } from './records.client';
import { valueAt } from './storage.client';

/** What was said on this page, where it can't be stored. */
let unstored: boolean | undefined;

/** True where the visitor said so, to an earlier version of the site too. */
export async function isShared(): Promise<boolean> {
  if (unstored !== undefined) return unstored;
  if (valueAt(oldSharedKey) === 'yes') return true;
  const records = await deviceRecords.all('drafts').catch(() => []);
  return records.some((record) => Object(record).id === sharedDeviceId);
}

/** Stores it, or takes it back, and tells every tab. */
export async function setShared(shared: boolean): Promise<void> {
  const record = shared ? { id: sharedDeviceId } : undefined;
  unstored = await deviceRecords
    .change('drafts', sharedDeviceId, () => record)
    .then(
      () => undefined,
      () => shared,
    );
  tellOutboxChange();
}
