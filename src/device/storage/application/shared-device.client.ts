/** The choice "shared device": then no text of a form may be stored. */
import { notifyOutboxChange } from '../outbox-changes.client';
import { sharedDeviceId } from '../records';
import { deviceRecords } from '../records.client';

/** The choice on this page, where it can't be stored. */
let unstored: boolean | undefined;

/** True if the visitor has chosen it. */
export async function isDeviceShared(): Promise<boolean> {
  if (unstored !== undefined) return unstored;
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
