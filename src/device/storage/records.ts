/** Stored records of applications, from the first draft on: by id, in two lists. */

/** Drafts; and the outbox with unsent and sent records. */
export type RecordList = 'drafts' | 'outbox';

export const recordLists: readonly RecordList[] = ['drafts', 'outbox'];

export interface StoredRecord {
  readonly id: string;
}

/** The record among the drafts that marks a shared device. */
export const sharedDeviceId = 'shared-device';

/** A store of records: in the browser's database (`records.client.ts`), or only in the page (`memoryRecords`). */
export interface RecordStore {
  /** Reads a whole list, unchecked: the data may come from anywhere. Rejects where the device gives nothing. */
  readonly all: (list: RecordList) => Promise<readonly unknown[]>;
  /**
   * Replaces a record in one step by the result of `change`; undefined deletes it. Resolves when that is on the device.
   * Rejects, with nothing changed, where there is no room or storage is forbidden.
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
