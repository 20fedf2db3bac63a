/** The records as a page has them: on the device, or only in the page where the device stores nothing or is shared. */
import { recordLists, type RecordList, type RecordStore, type StoredRecord } from '../records';

export type PageRecords = ReturnType<typeof openPageRecords>;

const idOf = (record: unknown) => (Object(record) as StoredRecord).id;

/** Opens the records of a page. They never reject: what the device refuses lives as long as the page. */
export function openPageRecords(device: RecordStore) {
  const page = { drafts: new Map<string, StoredRecord>(), outbox: new Map<string, StoredRecord>() };
  let isShared = false;
  let isOwn: (record: unknown) => boolean = () => false;

  const stored = (list: RecordList) => device.all(list).catch((): readonly unknown[] => []);

  /** Puts the page's record on the device. */
  async function moveToDevice(list: RecordList, id: string): Promise<void> {
    const record = page[list].get(id);
    await device
      .change(list, id, () => record)
      .then(
        // Unless it has changed meanwhile.
        () => page[list].get(id) === record && page[list].delete(id),
        () => {},
      );
  }

  const removeFromDevice = (list: RecordList, id: string) =>
    device.change(list, id, () => undefined).catch(() => {});

  const change: RecordStore['change'] = async (list, id, next) => {
    const kept = page[list];
    const wasKept = kept.has(id);
    const find = async () => (await stored(list)).find((record) => idOf(record) === id);
    const found = isShared ? await find() : undefined;
    if (!wasKept && (!isShared || (found !== undefined && !isOwn(found)))) {
      try {
        await device.change(list, id, next);
        return;
      } catch {
        // Full or forbidden: the page has it from now on.
      }
    }
    const present = kept.get(id) ?? (await find());
    const record = next(present);
    if (record) kept.set(id, record);
    else kept.delete(id);
    // On a device without any room left, not sending it twice counts more than the log.
    if (!record || isShared || Object(record).state === 'sent') await removeFromDevice(list, id);
    if (record && wasKept && !isShared) await moveToDevice(list, id);
  };

  let moving = Promise.resolve();

  async function move(toPage: boolean): Promise<void> {
    for (const list of recordLists) {
      if (toPage)
        for (const record of (await stored(list)).filter(isOwn)) {
          const id = idOf(record);
          // In this order: an interruption leaves it in both places, under one number.
          if (!page[list].has(id)) page[list].set(id, record as StoredRecord);
          await removeFromDevice(list, id);
        }
      else for (const id of page[list].keys()) await moveToDevice(list, id);
    }
  }

  const all: RecordStore['all'] = async (list) => {
    const records = new Map([...(await stored(list)).map((one) => [idOf(one), one] as const), ...page[list]]);
    return [...records.values()];
  };

  return {
    all,
    change,
    /** False for a record that only the page has. */
    isStored: (id: string) => !page.outbox.has(id) && !page.drafts.has(id),
    /**
     * Sets whether the device is shared: then it gets no new records, nor changes of those that are `isOwn`. With `moves`,
     * these move into the page now; or, where it isn't shared any more, all in the page move back.
     */
    setShared: (shared: boolean, own: (record: unknown) => boolean, moves = false) => {
      isShared = shared;
      isOwn = own;
      // One after the other: unticking the box during a move must not leave it half done.
      if (moves) moving = moving.then(() => move(shared));
      return moving;
    },
  };
}
