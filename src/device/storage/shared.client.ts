/** Whether others use this device too, so that nothing of what is written in a form may stay on it. */
import { sharedDeviceId } from './records';
import { deviceRecords } from './records.client';

/** True where the visitor said so. */
export async function isShared(): Promise<boolean> {
  const records = await deviceRecords.all('drafts').catch(() => []);
  return records.some((record) => Object(record).id === sharedDeviceId);
}

/** Stores it, or takes it back. Where nothing can be stored nothing stays anyway. */
export async function setShared(shared: boolean): Promise<void> {
  await deviceRecords
    .change('drafts', sharedDeviceId, () => (shared ? { id: sharedDeviceId } : undefined))
    .catch(() => {});
}
