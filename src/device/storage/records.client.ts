/** Records in the browser's database: unlike `localStorage`, it has room for long texts and writes to the disk. */
import { notifyOutboxChange } from './outbox-changes.client';
import { recordLists, type RecordList, type RecordStore } from './records';

/** `ov:`, the name, and a version, as for all stored data. */
const databaseName = 'ov:applications:1';

/** Time limit (ms) for opening the database, and for each read or write. */
const openMs = 3000;
const workMs = 10_000;

/** Rejects where a promise takes longer than so many ms: a browser that never answers must not block anything. */
export async function withTimeout<T>(promise: Promise<T>, ms: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DOMException('', 'TimeoutError')), ms);
  });
  return Promise.race([promise, tooLong]).finally(() => clearTimeout(timer));
}

/** Settles when the transaction is on the device, or undone. */
function whenFinished(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new DOMException('', 'AbortError'));
  });
}

/** Like `withTimeout` for the opening of the database. One that comes too late is told like a change: there may be work in it. */
function whileOpening<T>(promise: Promise<T>): Promise<T> {
  const inTime = withTimeout(promise, openMs);
  inTime.catch(() => promise.then(notifyOutboxChange, () => {}));
  return inTime;
}

/** Creates a record store in our database. The database is opened on first use only. */
export function createRecordStore(factory: () => IDBFactory): RecordStore {
  let opened: Promise<IDBDatabase> | undefined;

  const forget = () => {
    opened = undefined;
  };

  /** A database that comes too late for those who waited is there for the next. */
  function open(): Promise<IDBDatabase> {
    const connecting = connect();
    connecting.then(
      () => (opened = connecting),
      () => {},
    );
    return whileOpening(connecting);
  }

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
      opened ??= open();
      try {
        // Once a page says "saved", the device may lose power.
        return (await opened).transaction(list, mode, { durability: 'strict' });
      } catch (error) {
        const isSilent = error instanceof DOMException && error.name === 'TimeoutError';
        // Browsers may close a connection at any time. If a second one fails there is none; nobody waits twice for one
        // that doesn't come.
        if (!isSilent) forget();
        if (!again || isSilent) throw error;
      }
    }
  }

  return {
    all: async (list) => {
      const transaction = await transact(list, 'readonly');
      const reading = transaction.objectStore(list).getAll();
      await withTimeout(whenFinished(transaction), workMs);
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
      await withTimeout(whenFinished(transaction), workMs);
    },
  };
}

/** The records of this browser. */
export const deviceRecords: RecordStore = createRecordStore(() => indexedDB);

/** True unless nothing was ever stored on this device, which then gets no database for a look into it. */
async function hasStoredRecords(): Promise<boolean> {
  try {
    // Missing in old browsers, and without an answer in some that store nothing.
    const databases = await whileOpening(Promise.resolve(indexedDB.databases?.()));
    return databases?.some(({ name }) => name === databaseName) ?? true;
  } catch {
    return false;
  }
}

/** Reads a whole list, unchecked; empty if the device gives nothing. */
async function readStored(list: RecordList): Promise<readonly unknown[]> {
  return (await hasStoredRecords()) ? deviceRecords.all(list).catch(() => []) : [];
}

export const readStoredOutbox = () => readStored('outbox');

/** True if there is a draft, or something in the outbox that wasn't sent. */
export async function hasUnsentRecords(): Promise<boolean> {
  const [drafts, outbox] = await Promise.all([readStored('drafts'), readStored('outbox')]);
  return [...drafts, ...outbox].some((record) => Object(record).state !== 'sent');
}
