/** What of an application is on the device while it is written, and once Send is pressed: records by id, in two lists. */

/** Drafts; and what waits to be sent, with what has been sent. */
export type RecordList = 'drafts' | 'outbox';

export const recordLists: readonly RecordList[] = ['drafts', 'outbox'];

export interface StoredRecord {
  readonly id: string;
}

/** Among the drafts: a record by which the visitor says that others use the device too. */
export const sharedDeviceId = 'shared-device';

/** Where records are. `records.client.ts` has them in the browser's database, `memoryRecords` only in the page. */
export interface RecordStore {
  /** Everything in a list, unchecked: anybody may have written it. Rejects where the device gives nothing. */
  readonly all: (list: RecordList) => Promise<readonly unknown[]>;
  /**
   * Replaces a record in one step by what `change` makes of it; undefined takes it away. Resolves when that is on the
   * device. Rejects, with everything as it was, where there is no room or nothing may be kept.
   */
  readonly change: (
    list: RecordList,
    id: string,
    change: (record: unknown) => StoredRecord | undefined,
  ) => Promise<void>;
}

/** Deletes a record, or leaves it where the device fails. */
export const removeRecord = (records: RecordStore, list: RecordList, id: string): Promise<void> =>
  records.change(list, id, () => undefined).catch(() => {});

/** Records that live as long as the page. */
export function memoryRecords(): RecordStore {
  const lists = { drafts: new Map<string, StoredRecord>(), outbox: new Map<string, StoredRecord>() };
  return {
    all: (list) => Promise.resolve([...lists[list].values()]),
    change: (list, id, change) => {
      const next = change(lists[list].get(id));
      if (next) lists[list].set(id, next);
      else lists[list].delete(id);
      return Promise.resolve();
    },
  };
}
