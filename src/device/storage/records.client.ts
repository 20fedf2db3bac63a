/** Records in the browser's database: unlike its simple storage, that has room for long texts and writes to the disk. */
import { recordLists, type RecordList, type RecordStore } from './records';

/** `ov:`, what it is, and its version, as with everything that is kept. */
export const databaseName = 'ov:applications:1';

/** How long (ms) a browser may take to open the database, and to read or write in it. */
const openMs = 3000;
const workMs = 10_000;

/** Settles as a promise does, or rejects after so long (ms): a browser that never answers must hold nothing up. */
async function withinPatience<T>(promise: Promise<T>, ms: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DOMException('The database doesn’t answer.', 'TimeoutError')), ms);
  });
  return Promise.race([promise, tooLong]).finally(() => clearTimeout(timer));
}

/** Settles when what the transaction did is on the device, or undone. */
function ended(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new DOMException('', 'AbortError'));
  });
}

/** Records in a database of ours. Nothing is opened or made before it is first used. */
export function recordsIn(factory: () => IDBFactory): RecordStore {
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
      opened ??= withinPatience(connect(), openMs);
      try {
        // Told that it is kept, a visitor may pull the plug.
        return (await opened).transaction(list, mode, { durability: 'strict' });
      } catch (error) {
        const isSilent = error instanceof DOMException && error.name === 'TimeoutError';
        // A browser closes a connection when it likes to. Where a second one fails there is none to be had; where one never
        // came, none is waited for again on this page.
        if (!isSilent) forget();
        if (!again || isSilent) throw error;
      }
    }
  }

  return {
    all: async (list) => {
      const transaction = await transact(list, 'readonly');
      const reading = transaction.objectStore(list).getAll();
      await withinPatience(ended(transaction), workMs);
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
      await withinPatience(ended(transaction), workMs);
    },
  };
}

/** Those of this browser. */
export const deviceRecords: RecordStore = recordsIn(() => indexedDB);

/**
 * Everything in the outbox, unchecked; nothing where the device gives nothing. On a device on which nothing was ever stored
 * no database is made to look into.
 */
export async function storedOutbox(): Promise<readonly unknown[]> {
  try {
    // Missing in old browsers, and silent in some that store nothing.
    const databases = await withinPatience(Promise.resolve(indexedDB.databases?.()), openMs);
    if (databases && !databases.some(({ name }) => name === databaseName)) return [];
    return await deviceRecords.all('outbox');
  } catch {
    return [];
  }
}
