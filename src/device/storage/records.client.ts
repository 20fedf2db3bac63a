/** Records in the browser's database: unlike its simple storage, that has room for long texts and writes to the disk. */
import { deleteKeys, keepValue, valueAt } from './storage.client';
import { outboxMark } from './outbox-mark';
import { recordLists, type RecordList, type Records } from './records';

/** `ov:`, what it is, and its version, as with everything that is kept. */
export const databaseName = 'ov:applications:1';

/** Settles when what the transaction did is on the device, or undone. */
function ended(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new DOMException('', 'AbortError'));
  });
}

/** Records in a database of ours. Nothing is opened or made before it is first used. */
export function recordsIn(factory: () => IDBFactory): Records {
  let opened: Promise<IDBDatabase> | undefined;

  const forget = () => {
    opened = undefined;
  };

  const connect = () =>
    new Promise<IDBDatabase>((resolve, reject) => {
      const request = factory().open(databaseName, 1);
      request.onupgradeneeded = () => {
        for (const list of recordLists) request.result.createObjectStore(list, { keyPath: 'id' });
      };
      request.onsuccess = () => {
        const database = request.result;
        database.onclose = forget;
        database.onversionchange = () => {
          database.close();
          forget();
        };
        resolve(database);
      };
      request.onerror = () => reject(request.error ?? new DOMException('', 'UnknownError'));
    });

  async function transact(list: RecordList, mode: IDBTransactionMode): Promise<IDBTransaction> {
    for (let again = true; ; again = false) {
      opened ??= connect();
      try {
        // Told that it is kept, a visitor may pull the plug.
        return (await opened).transaction(list, mode, { durability: 'strict' });
      } catch (error) {
        // A browser closes a connection when it likes to. Where a second one fails there is none to be had.
        forget();
        if (!again) throw error;
      }
    }
  }

  return {
    all: async (list) => {
      const transaction = await transact(list, 'readonly');
      const reading = transaction.objectStore(list).getAll();
      await ended(transaction);
      return reading.result;
    },
    change: async (list, id, next) => {
      const transaction = await transact(list, 'readwrite');
      const store = transaction.objectStore(list);
      const reading = store.get(id);
      reading.onsuccess = () => {
        const record = next(reading.result);
        if (record) store.put(record);
        else store.delete(id);
      };
      await ended(transaction);
    },
  };
}

const records = recordsIn(() => indexedDB);

/** Those of this browser. */
export const deviceRecords: Records = {
  all: async (list) => {
    const all = await records.all(list);
    if (list === 'outbox' && all.length === 0 && valueAt(outboxMark) !== null) deleteKeys([outboxMark]);
    return all;
  },
  change: async (list, id, change) => {
    if (list !== 'outbox') return records.change(list, id, change);
    // Before and after: another tab that finds the outbox empty in between takes the mark away.
    keepValue(outboxMark, 'yes');
    await records.change(list, id, change);
    keepValue(outboxMark, 'yes');
  },
};
