/** The list of stored data on the privacy page: counts it, deletes it, and restores it after a mistake. */
import { showPart } from '@/components/late-parts.client';
import { pluralize, type PluralForms } from '@/i18n/interpolate';
import { onOutboxChange, notifyOutboxChange } from '../outbox-changes.client';
import type { StoredRecord } from '../records';
import { deviceRecords } from '../records.client';
import { deleteKeys, onStorageChange, readStoredText } from '../storage.client';
import { databaseParts, storedLists, storedPages, storagePrefix, type DatabasePart } from './stored-data';

/** A part of the data. */
interface Kept {
  readonly count: () => Promise<number>;
  /** Deletes it. Resolves to a function that restores it, where that can be. */
  readonly remove: () => Promise<(() => void | Promise<void>) | undefined>;
}

/** The number of entries under a key; an unreadable value counts as one. */
function entriesAt(key: string): number {
  try {
    const value: unknown = JSON.parse(readStoredText(key) ?? '');
    return Array.isArray(value) ? value.length : 1;
  } catch {
    return 1;
  }
}

/** The keys that begin so, none if the browser allows none. */
function storedKeys(isOwn: (key: string) => boolean): readonly string[] {
  try {
    return Object.keys(localStorage).filter(isOwn);
  } catch {
    return [];
  }
}

/** What is in `localStorage` under these keys. */
function inKeys(isOwn: (key: string) => boolean): Kept {
  return {
    count: async () => storedKeys(isOwn).reduce((sum, key) => sum + entriesAt(key), 0),
    remove: async () => deleteKeys(storedKeys(isOwn)),
  };
}

function inDatabase({ list, has }: DatabasePart): Kept {
  /** None if the browser allows none. */
  const read = async () =>
    ((await deviceRecords.all(list).catch(() => [])) as readonly StoredRecord[]).filter(has);
  const changeEach = async (
    records: readonly StoredRecord[],
    next: (present: unknown, record: StoredRecord) => StoredRecord | undefined,
  ) => {
    for (const record of records)
      await deviceRecords.change(list, record.id, (present) => next(present, record));
    notifyOutboxChange();
  };
  return {
    count: async () => (await read()).length,
    remove: async () => {
      const records = await read();
      await changeEach(records, () => undefined);
      return () => changeEach(records, (present, record) => (present as StoredRecord | undefined) ?? record);
    },
  };
}

/** The caches with stored pages; none if the browser allows none. */
async function pageCaches(): Promise<readonly string[]> {
  try {
    return (await caches.keys()).filter((name) => name.startsWith(storagePrefix));
  } catch {
    return [];
  }
}

const pages: Kept = {
  count: async () => {
    const opened = await Promise.all((await pageCaches()).map((name) => caches.open(name)));
    const entries = await Promise.all(opened.map((cache) => cache.keys()));
    return entries.flat().length;
  },
  // Pages are stored again as the visitor reads.
  remove: async () => {
    for (const name of await pageCaches()) await caches.delete(name);
    return undefined;
  },
};

/** The parts by their keys; a list with its unreadable copy. */
const parts = new Map<string, Kept>([
  ...storedLists.map(
    ({ key }) => [key, inKeys((stored) => stored === key || stored.startsWith(`${key}:`))] as const,
  ),
  ...databaseParts.map((part) => [part.key, inDatabase(part)] as const),
  [storedPages.key, pages],
]);

/** Everything: also what has no part of its own. */
const everything = [
  inKeys((key) => key.startsWith(storagePrefix)),
  ...databaseParts.map((part) => inDatabase(part)),
  pages,
];

const list = document.querySelector<HTMLElement>('[data-on-device]');

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
      void parts
        .get(place.dataset['kept'] ?? '')
        ?.count()
        .then(showCount);
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
    const part = parts.get(key);
    const removing = Promise.all((part ? [part] : everything).map(({ remove }) => remove())).finally(show);
    restore = () =>
      void removing.then((undos) => Promise.all(undos.map((undoOne) => undoOne?.()))).finally(show);
    if (undo) undo.hidden = part === pages;
    say(strings['deleted']);
  });
  onStorageChange(show);
  onOutboxChange(show);
  show();
}
