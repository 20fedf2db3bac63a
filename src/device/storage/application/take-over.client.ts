/** Moves into the database what earlier versions of the site had in `localStorage`: the log, and the shared device. */
import { appliedStore } from '@/device/applied/applied-store';
import { asideKey, parseItems } from '../item-store';
import { withLock } from '../locks';
import { entryLock, readEntry, readSent } from './outbox';
import { tellOutboxChange } from './outbox-changes.client';
import { deviceRecords } from '../records.client';
import { oldSharedKey, oldWaitingKey } from '../old-keys';
import { setShared } from '../shared.client';
import { deleteKeys, storeValue, valueAt } from '../storage.client';

/** How long (ms) such a page may take for an attempt. */
const patienceMs = 30_000;

async function takeOverLog(): Promise<void> {
  const text = valueAt(appliedStore.key);
  const { items, skipped } = parseItems(appliedStore, text);
  if (text !== null && skipped > 0) storeValue(asideKey(appliedStore.key), text);
  // Missing on plain HTTP, whatever the types say.
  const { locks } = navigator as Partial<Navigator>;
  for (const item of items) {
    const move = () =>
      deviceRecords.change('outbox', item.id, (value) => {
        const sent = readSent(value);
        const entry = readEntry(value);
        const { text: letter, payload, endpoint, formId } = entry ?? {};
        // Sent by a page of an earlier version, which ended before it could take the entry away.
        const copy =
          letter && payload && endpoint && formId ? { text: letter, payload, endpoint, formId } : undefined;
        return {
          ...(sent ? appliedStore.mergeItem(sent, item) : { ...item, ...(copy && { copy }) }),
          state: 'sent',
        };
      });
    // A page of an earlier version takes its entry away after it has noted it in the log.
    await withLock(locks, entryLock(item.id), patienceMs, move);
  }
  // Unless such a page has written to it meanwhile.
  if (text !== null && valueAt(appliedStore.key) === text) deleteKeys([appliedStore.key]);
}

/** Where the database fails, everything stays where it is. Doing it twice, or in two tabs, changes nothing more. */
export async function takeOverOldKeys(): Promise<void> {
  const keys = [oldSharedKey, oldWaitingKey].filter((key) => valueAt(key) !== null);
  if (keys.length === 0 && valueAt(appliedStore.key) === null) return;
  try {
    if (valueAt(appliedStore.key) !== null) await takeOverLog();
    if (valueAt(oldSharedKey) === 'yes') await setShared(true);
    deleteKeys(keys);
  } catch {
    return;
  }
  tellOutboxChange();
}
