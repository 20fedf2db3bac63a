/** The list of stored data on the privacy page: counts it, and deletes all of it. */
import { showPart } from '@/components/late-parts.client';
import { pluralize } from '@/i18n/interpolate';
import { backupKey } from '../item-store';
import { onOutboxChange, notifyOutboxChange } from '../outbox-changes.client';
import { recordLists, removeRecord, type RecordList, type StoredRecord } from '../records';
import { deviceRecords } from '../records.client';
import { deleteKeys, onStorageChange, readStoredText } from '../storage.client';
import { databaseParts, storedLists, storedPages, storagePrefix } from './stored-data';

/** The number of entries under a key; an unreadable value counts as one. */
function entriesAt(key: string): number {
  const text = readStoredText(key);
  if (text === null) return 0;
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value.length : 1;
  } catch {
    return 1;
  }
}

/** The keys of our data; none if the browser allows none. */
function ownKeys(): readonly string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(storagePrefix));
  } catch {
    return [];
  }
}

/** The records of a list; none if the browser allows none. */
const recordsIn = async (list: RecordList) =>
  (await deviceRecords.all(list).catch(() => [])) as readonly StoredRecord[];

/** The caches with stored pages; none if the browser allows none. */
async function pageCaches(): Promise<readonly string[]> {
  try {
    return (await caches.keys()).filter((name) => name.startsWith(storagePrefix));
  } catch {
    return [];
  }
}

async function countPages(): Promise<number> {
  const opened = await Promise.all((await pageCaches()).map((name) => caches.open(name)));
  const entries = await Promise.all(opened.map((cache) => cache.keys()));
  return entries.flat().length;
}

/** The number of entries of each part, by its key. A list counts with its unreadable copy. */
async function countParts(): Promise<ReadonlyMap<string, number>> {
  const lists = storedLists.map(({ key }) => [key, entriesAt(key) + entriesAt(backupKey(key))] as const);
  const records = databaseParts.map(
    async ({ key, list, has }) => [key, (await recordsIn(list)).filter(has).length] as const,
  );
  return new Map([...lists, ...(await Promise.all(records)), [storedPages.key, await countPages()]]);
}

async function deleteAll(): Promise<void> {
  deleteKeys(ownKeys());
  for (const list of recordLists)
    for (const { id } of await recordsIn(list)) await removeRecord(deviceRecords, list, id);
  notifyOutboxChange();
  // Pages are stored again as the visitor reads.
  for (const name of await pageCaches()) await caches.delete(name);
}

const panel = document.querySelector<HTMLElement>('[data-on-device]');

if (panel) {
  showPart(panel);
  const { one = '', other = '', nothing = '', deleted = '' } = panel.dataset;
  const status = panel.querySelector('[role=status]');
  const show = async () => {
    const counts = await countParts();
    for (const place of panel.querySelectorAll<HTMLElement>('[data-kept]')) {
      const count = counts.get(place.dataset['kept'] ?? '') ?? 0;
      place.textContent =
        count === 0 ? nothing : pluralize({ one, other }, count, document.documentElement.lang);
    }
  };
  panel.querySelector('[data-delete]')?.addEventListener('click', async () => {
    await deleteAll();
    await show();
    if (status) status.textContent = deleted;
  });
  onStorageChange(() => void show());
  onOutboxChange(() => void show());
  void show();
}
