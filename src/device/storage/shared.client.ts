/** Whether others use this device too, so that nothing of what is written in a form may stay on it. */
import { oldSharedKey } from './old-keys';
import { sharedDeviceId } from './records';
import { deviceRecords } from './records.client';
import { valueAt } from './storage.client';

/** True where the visitor said so, to an earlier version of the site too. */
export async function isShared(): Promise<boolean> {
  if (valueAt(oldSharedKey) === 'yes') return true;
  const records = await deviceRecords.all('drafts').catch(() => []);
  return records.some((record) => Object(record).id === sharedDeviceId);
}

/** Stores it, or takes it back. Where nothing can be stored nothing stays anyway. */
export async function setShared(shared: boolean): Promise<void> {
  await deviceRecords
    .change('drafts', sharedDeviceId, () => (shared ? { id: sharedDeviceId } : undefined))
    .catch(() => {});
}
