/** Stored records of applications, from the first draft on: by id, in two lists. */

/** Drafts; and the outbox with unsent and sent records. */
export type RecordList = 'drafts' | 'outbox';

export const recordLists: readonly RecordList[] = ['drafts', 'outbox'];

export interface StoredRecord {
  readonly id: string;
}

/** The record among the drafts that marks a shared device. */
export const sharedDeviceId = 'shared-device';

/** A store of records: in the browser's database (`records.client.ts`). */
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
