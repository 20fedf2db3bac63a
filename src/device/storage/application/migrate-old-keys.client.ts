/**
 * Moves data of earlier versions of the site from `localStorage` into the database: the log, and the shared-device
 * choice.
 */
import { appliedStore } from '@/device/applied/applied-store';
import { backupKey, parseItems } from '../item-store';
import { withLock } from './locks';
import { entryLock, readOutboxEntry, readSentRecord } from './outbox-entry';
import { notifyOutboxChange } from '../outbox-changes.client';
import { deviceRecords } from '../records.client';
import { oldSharedKey, oldWaitingKey } from '../old-keys';
import { setDeviceShared } from './shared-device.client';
import { deleteKeys, storeValue, readStoredText } from '../storage.client';

/** Time limit (ms) for an attempt by a page of such a version. */
const patienceMs = 30_000;

async function migrateLog(): Promise<void> {
  const text = readStoredText(appliedStore.key);
  const { items, skipped } = parseItems(appliedStore, text);
  if (text !== null && skipped > 0) storeValue(backupKey(appliedStore.key), text);
  // Missing on plain HTTP, whatever the types say.
  const { locks } = navigator as Partial<Navigator>;
  for (const item of items) {
    const move = () =>
      deviceRecords.change('outbox', item.id, (value) => {
        const sent = readSentRecord(value);
        const entry = readOutboxEntry(value);
        const { text: sentText, payload, endpoint, formId } = entry ?? {};
        // Sent by a page of an earlier version, which closed before it could delete the entry.
        const copy =
          sentText && payload && endpoint && formId
            ? { text: sentText, payload, endpoint, formId }
            : undefined;
        return {
          ...(sent ? appliedStore.mergeItem(sent, item) : { ...item, ...(copy && { copy }) }),
          state: 'sent',
        };
      });
    // A page of an earlier version deletes its entry after it has written the log.
    await withLock(locks, entryLock(item.id), patienceMs, move);
  }
  // Unless such a page has written to it meanwhile.
  if (text !== null && readStoredText(appliedStore.key) === text) deleteKeys([appliedStore.key]);
}

/** Moves the data. Where the database fails, everything stays in place. Safe to run twice, or in two tabs. */
export async function migrateOldKeys(): Promise<void> {
  const keys = [oldSharedKey, oldWaitingKey].filter((key) => readStoredText(key) !== null);
  if (keys.length === 0 && readStoredText(appliedStore.key) === null) return;
  try {
    if (readStoredText(appliedStore.key) !== null) await migrateLog();
    if (readStoredText(oldSharedKey) === 'yes') await setDeviceShared(true);
    deleteKeys(keys);
  } catch {
    return;
  }
  notifyOutboxChange();
}
