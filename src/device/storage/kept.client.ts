/** The list of what is kept, on the privacy page: counts it, deletes it, and puts it back if that was a slip. */
import { showPart } from '@/components/late-parts.client';
import { pluralize, type PluralForms } from '@/i18n/interpolate';
import { onOutboxChange, tellOutboxChange } from './application/outbox-changes.client';
import type { RecordList, StoredRecord } from './records';
import { deviceRecords } from './records.client';
import { databaseParts, pages, prefix, type DatabasePart } from './registry';
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

const partAt = (key: string): DatabasePart | undefined => databaseParts.find((part) => part.key === key);

/** What the database has of a part; nothing where the browser has no database for us. */
async function recordsOf({ list, has }: DatabasePart): Promise<readonly StoredRecord[]> {
  const records = await deviceRecords.all(list).catch(() => []);
  return (records as readonly StoredRecord[]).filter(has);
}

async function setRecord(list: RecordList, id: string, record: StoredRecord | undefined): Promise<void> {
  await deviceRecords.change(list, id, (present) =>
    record ? ((present as StoredRecord | undefined) ?? record) : record,
  );
}

/** Deletes parts of the database. Gives what puts them back. */
async function deleteParts(parts: readonly DatabasePart[]): Promise<() => Promise<void>> {
  const gone: (readonly [RecordList, StoredRecord])[] = [];
  for (const part of parts) {
    for (const record of await recordsOf(part)) {
      await setRecord(part.list, record.id, undefined);
      gone.push([part.list, record]);
    }
  }
  tellOutboxChange();
  return async () => {
    for (const [list, record] of gone) await setRecord(list, record.id, record);
    tellOutboxChange();
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

const entriesUnder = (key: string | undefined) =>
  key === undefined ? 0 : keysOf(key).reduce((sum, stored) => sum + entriesAt(stored), 0);

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
      const part = partAt(kept);
      if (kept === pages.key) void countPages().then(say);
      else if (part) void recordsOf(part).then((records) => say(records.length + entriesUnder(part.oldKey)));
      else say(entriesUnder(kept));
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
    const part = partAt(key);
    const undoParts = deleteParts(key === '' ? databaseParts : part ? [part] : []).finally(show);
    const stored = part ? part.oldKey : key;
    const undoKeys = stored === undefined || key === pages.key ? () => {} : deleteKeys(keysOf(stored));
    restore = () => {
      undoKeys();
      void undoParts.then((undoAll) => undoAll()).finally(show);
    };
    // Pages come back by themselves, as one reads.
    if (undo) undo.hidden = key === pages.key;
    say(words['deleted']);
  });
  onChange(show);
  onOutboxChange(show);
  show();
}
