/** The list of stored data on the privacy page: counts it, deletes it, and restores it after a mistake. */
import { showPart } from '@/components/late-parts.client';
import { pluralize, type PluralForms } from '@/i18n/interpolate';
import { onOutboxChange, notifyOutboxChange } from '../outbox-changes.client';
import type { RecordList, StoredRecord } from '../records';
import { deviceRecords } from '../records.client';
import { databaseParts, storedPages, storagePrefix, type DatabasePart } from './stored-data';
import { deleteKeys, onStorageChange, storedKeys, readStoredText } from '../storage.client';

/** The caches with stored pages; none if the browser allows none. */
async function pageCaches(): Promise<readonly string[]> {
  try {
    return (await caches.keys()).filter((name) => name.startsWith(storagePrefix));
  } catch {
    return [];
  }
}

async function countPages(): Promise<number> {
  const opened = await Promise.all(
    (await pageCaches()).map(async (name) => (await (await caches.open(name)).keys()).length),
  );
  return opened.reduce((sum, entries) => sum + entries, 0);
}

async function deletePages(): Promise<void> {
  for (const name of await pageCaches()) await caches.delete(name);
}

const databasePart = (key: string): DatabasePart | undefined =>
  databaseParts.find((part) => part.key === key);

/** The records of a part of the database; none if the browser allows none. */
async function recordsOf({ list, has }: DatabasePart): Promise<readonly StoredRecord[]> {
  const records = await deviceRecords.all(list).catch(() => []);
  return (records as readonly StoredRecord[]).filter(has);
}

async function setRecord(list: RecordList, id: string, record: StoredRecord | undefined): Promise<void> {
  await deviceRecords.change(list, id, (present) =>
    record ? ((present as StoredRecord | undefined) ?? record) : record,
  );
}

/** Deletes parts of the database. Returns a function that restores them. */
async function deleteParts(parts: readonly DatabasePart[]): Promise<() => Promise<void>> {
  const deleted: (readonly [RecordList, StoredRecord])[] = [];
  for (const part of parts) {
    for (const record of await recordsOf(part)) {
      await setRecord(part.list, record.id, undefined);
      deleted.push([part.list, record]);
    }
  }
  notifyOutboxChange();
  return async () => {
    for (const [list, record] of deleted) await setRecord(list, record.id, record);
    notifyOutboxChange();
  };
}

const list = document.querySelector<HTMLElement>('[data-on-device]');

/** The stored keys of a list, with its unreadable copy; all of ours for an empty key. */
const keysOf = (key: string) =>
  storedKeys(storagePrefix).filter((stored) => key === '' || stored === key || stored.startsWith(`${key}:`));

/** The number of entries under a key; an unreadable value counts as one. */
function entriesAt(key: string): number {
  try {
    const value: unknown = JSON.parse(readStoredText(key) ?? '');
    return Array.isArray(value) ? value.length : 1;
  } catch {
    return 1;
  }
}

const entriesUnder = (key: string) => keysOf(key).reduce((sum, stored) => sum + entriesAt(stored), 0);

if (list) {
  showPart(list);
  for (const button of list.querySelectorAll<HTMLElement>('[data-name]'))
    button.ariaLabel = button.dataset['name'] ?? null;
  const strings = list.dataset;
  const forms: PluralForms = { one: strings['one'] ?? '', other: strings['other'] ?? '' };
  const undo = list.querySelector<HTMLButtonElement>('[data-undo]');
  const status = list.querySelector('[role=status]');
  let restore: () => void = () => {};

  const show = () => {
    for (const place of list.querySelectorAll<HTMLElement>('[data-kept]')) {
      const showCount = (entries: number) => {
        place.closest('li')?.classList.toggle('has-some', entries > 0);
        place.textContent =
          entries === 0
            ? (strings['nothing'] ?? '')
            : pluralize(forms, entries, document.documentElement.lang);
      };
      const { kept = '' } = place.dataset;
      const part = databasePart(kept);
      if (kept === storedPages.key) void countPages().then(showCount);
      else if (part) void recordsOf(part).then((records) => showCount(records.length));
      else showCount(entriesUnder(kept));
    }
  };
  const say = (message: string | undefined) => {
    if (status) status.textContent = message ?? '';
  };

  list.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLButtonElement>('button') : null;
    if (!button) return;
    if (button === undo) {
      restore();
      button.hidden = true;
      say(strings['restored']);
      return;
    }
    const { delete: key = '' } = button.dataset;
    if (key === '' || key === storedPages.key) void deletePages().then(show);
    const part = databasePart(key);
    const undoParts = deleteParts(key === '' ? databaseParts : part ? [part] : []).finally(show);
    const undoKeys = part || key === storedPages.key ? () => {} : deleteKeys(keysOf(key));
    restore = () => {
      undoKeys();
      void undoParts.then((undoAll) => undoAll()).finally(show);
    };
    // Pages are stored again as the visitor reads.
    if (undo) undo.hidden = key === storedPages.key;
    say(strings['deleted']);
  });
  onStorageChange(show);
  onOutboxChange(show);
  show();
}
