/** The list of what is kept, on the privacy page: counts it, deletes it, and puts it back if that was a slip. */
import { showPart } from '@/components/late-parts.client';
import { pluralize, type PluralForms } from '@/i18n/interpolate';
import type { RecordList, Stored } from './records';
import { deviceRecords } from './records.client';
import { databaseLists, pages, prefix } from './registry';
import { deleteKeys, onChange, storedKeys, valueAt } from './storage.client';

/** The caches in which opened pages are kept; none where the browser has none for us. */
async function pageCaches(): Promise<readonly string[]> {
  try {
    return (await caches.keys()).filter((name) => name.startsWith(prefix));
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

const listAt = (key: string) => databaseLists.find((list) => list.key === key)?.key;

/** What is in a list of the database; nothing where the browser has none for us. */
async function recordsIn(list: RecordList): Promise<readonly Stored[]> {
  const records = await deviceRecords.all(list).catch(() => []);
  return records as readonly Stored[];
}

async function setRecord(list: RecordList, id: string, record: Stored | undefined): Promise<void> {
  await deviceRecords.change(list, id, (present) =>
    record ? ((present as Stored | undefined) ?? record) : record,
  );
}

/** Deletes lists of the database. Gives what puts them back. */
async function deleteLists(lists: readonly RecordList[]): Promise<() => Promise<void>> {
  const gone: (readonly [RecordList, Stored])[] = [];
  for (const list of lists) {
    for (const record of await recordsIn(list)) {
      await setRecord(list, record.id, undefined);
      gone.push([list, record]);
    }
  }
  return async () => {
    for (const [list, record] of gone) await setRecord(list, record.id, record);
  };
}

const list = document.querySelector<HTMLElement>('[data-on-device]');

/** The stored keys of a list, with what was put aside; all of ours for an empty one. */
const keysOf = (key: string) =>
  storedKeys(prefix).filter((stored) => key === '' || stored === key || stored.startsWith(`${key}:`));

/** How many entries are under a key; what can't be read is one. */
function entriesAt(key: string): number {
  try {
    const value: unknown = JSON.parse(valueAt(key) ?? '');
    return Array.isArray(value) ? value.length : 1;
  } catch {
    return 1;
  }
}

if (list) {
  showPart(list);
  for (const button of list.querySelectorAll<HTMLElement>('[data-name]'))
    button.ariaLabel = button.dataset['name'] ?? null;
  const words = list.dataset;
  const forms: PluralForms = { one: words['one'] ?? '', other: words['other'] ?? '' };
  const undo = list.querySelector<HTMLButtonElement>('[data-undo]');
  const status = list.querySelector('[role=status]');
  let restore: () => void = () => {};

  const show = () => {
    for (const place of list.querySelectorAll<HTMLElement>('[data-kept]')) {
      const say = (entries: number) => {
        place.closest('li')?.classList.toggle('has-some', entries > 0);
        place.textContent =
          entries === 0 ? (words['nothing'] ?? '') : pluralize(forms, entries, document.documentElement.lang);
      };
      const { kept = '' } = place.dataset;
      const inDatabase = listAt(kept);
      if (kept === pages.key) void countPages().then(say);
      else if (inDatabase) void recordsIn(inDatabase).then((records) => say(records.length));
      else say(keysOf(kept).reduce((sum, key) => sum + entriesAt(key), 0));
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
      say(words['restored']);
      return;
    }
    const { delete: key = '' } = button.dataset;
    if (key === '' || key === pages.key) void deletePages().then(show);
    const lists = key === '' ? databaseLists.map((one) => one.key) : [listAt(key) ?? []].flat();
    const undoLists = deleteLists(lists).finally(show);
    const undoKeys = key === pages.key || listAt(key) ? () => {} : deleteKeys(keysOf(key));
    restore = () => {
      undoKeys();
      void undoLists.then((undoAll) => undoAll()).finally(show);
    };
    // Pages come back by themselves, as one reads.
    if (undo) undo.hidden = key === pages.key;
    say(words['deleted']);
  });
  onChange(show);
  show();
}
