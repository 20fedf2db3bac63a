/** What of the outbox is about one form's subject, on the device and in this page. */
import type { ApplicationSubject } from '@/device/applied/applied';
import { readDrafts } from '@/device/storage/application/draft';
import { withLock } from '@/device/storage/locks';
import {
  entryLock,
  isUnsent,
  readEntry,
  readSent,
  type OutboxEntry,
  type OutboxKind,
  type SentRecord,
} from '@/device/storage/application/outbox';
import {
  memoryRecords,
  removeRecord,
  type RecordList,
  type RecordStore,
  type StoredRecord,
} from '@/device/storage/records';
import type { OutboxDependencies } from './dependencies';
import { answerTime, grace } from './in-flight';
import { nextRecord } from './states';
import { readOutbox, type OutboxContents } from './submit-entry';

/** What the form is for, and where it sends. */
export interface FormTarget {
  /** Which form this is, for drafts: `apply.translate-sheets`. */
  readonly form: string;
  /** Missing for an application. */
  readonly kind?: OutboxKind | undefined;
  readonly endpoint: string;
  readonly formId: string;
  /** The closing date (ms). */
  readonly closesAt?: number | undefined;
  readonly about: Omit<ApplicationSubject, 'replyBy' | 'followsUp'>;
  /** Within how many days an answer is promised. */
  readonly replyDays?: number | undefined;
}

/** An entry, and whether it is on the device. */
export interface FoundEntry {
  readonly entry: OutboxEntry;
  /** False where it will be gone with the page. */
  readonly isStored: boolean;
}

export interface FormOutbox {
  /** What of this form's subject hasn't arrived; what has, the latest first; and what was deleted after it was tried. */
  readonly look: () => Promise<{
    readonly waiting: readonly FoundEntry[];
    readonly sent: readonly SentRecord[];
    /** Numbers, the latest first. */
    readonly withdrawn: readonly string[];
  }>;
  /** Stores an entry where that is possible. True where it is on the device. */
  readonly put: (entry: OutboxEntry) => Promise<boolean>;
  /** Deletes an entry, but for its number where it may have arrived. */
  readonly withdraw: (id: string) => Promise<void>;
  /** What sends entries that are on the device, or are not. */
  readonly dependenciesFor: (isStored: boolean) => OutboxDependencies;
  /** What sends, on the device and in the page. */
  readonly allDependencies: () => readonly OutboxDependencies[];
  /** Where drafts go: to the device, or into the page where the device is shared. */
  readonly drafts: RecordStore;
  /** Moves everything of this form off the device, into the page, or back. */
  readonly setShared: (shared: boolean) => Promise<void>;
  /** Resolves when nothing is being moved. Must not be waited for under an entry's lock, which moving waits for. */
  readonly moved: () => Promise<void>;
}

const nothing: OutboxContents = { entries: [], sent: [] };

/** The outbox of a form. */
export function openFormOutbox(
  { form, kind, about: { opportunity } }: FormTarget,
  dependencies: OutboxDependencies,
  isSharedAtFirst: boolean,
): FormOutbox {
  const device = dependencies.records;
  const page = memoryRecords();
  let isShared = isSharedAtFirst;
  const inPage: OutboxDependencies = { ...dependencies, records: page };

  const here = async (records: RecordStore): Promise<OutboxContents> => {
    const { entries, sent } = await readOutbox({ records });
    return {
      entries: entries.filter(
        (entry) =>
          // The message that withdraws an application belongs to the application's form.
          (entry.withdraws === undefined ? entry.kind : undefined) === kind &&
          entry.about.opportunity === opportunity,
      ),
      sent: sent.filter((record) => record.kind === kind && record.opportunity === opportunity),
    };
  };

  async function withdraw(id: string): Promise<void> {
    const change = (value: unknown) => {
      // It has arrived since the page was last shown: the log has that, without what was written.
      const sent = readSent(value);
      return sent
        ? { ...sent, copy: undefined }
        : nextRecord(readEntry(value), { type: 'delete' }, dependencies.now());
    };
    await page.change('outbox', id, change);
    // A shared device has no trace of what was written on it.
    await device.change('outbox', id, isShared ? () => undefined : change).catch(() => {});
  }

  /** Moves a record, in this order: what ends in between leaves it in both places, under one number. */
  async function move(list: RecordList, id: string, from: RecordStore, to: RecordStore): Promise<void> {
    const record = (await from.all(list)).find((value) => (value as StoredRecord).id === id) as
      StoredRecord | undefined;
    if (!record) return;
    await to.change(list, id, () => record);
    await from.change(list, id, () => undefined);
  }

  const draftsIn = async (records: RecordStore) =>
    (await readDrafts(records)).filter((draft) => draft.form === form);

  let moving = Promise.resolve();

  /** One after the other: a tick that is taken back while something is still moved must not leave it in the middle. */
  function setShared(shared: boolean): Promise<void> {
    if (shared !== isShared) {
      isShared = shared;
      moving = moving.then(() => moveAll(shared));
    }
    return moving;
  }

  async function moveAll(shared: boolean): Promise<void> {
    const [from, to] = shared ? [device, page] : [page, device];
    // Where the device fails, what is in the page stays in the page.
    const skip = () => {};
    for (const { id } of await draftsIn(from)) await move('drafts', id, from, to).catch(skip);
    const { entries, sent } = await here(from);
    // A correction first: where its end comes meanwhile, that writes into the log.
    for (const record of [...entries, ...sent]) {
      const patience = answerTime(record as Pick<OutboxEntry, 'file'>, dependencies.timeoutMs) + grace;
      const moveRecord = () => move('outbox', record.id, from, to).catch(skip);
      // Not while it is being sent: the end of that would put it back.
      await withLock(dependencies.locks, entryLock(record.id), patience, moveRecord);
    }
  }

  /** What was sent from the page while the device had no room: what the device still has of it is done with. */
  async function dropSent(stored: OutboxContents, sent: ReadonlySet<string>): Promise<void> {
    for (const { id } of stored.entries) if (sent.has(id)) await removeRecord(device, 'outbox', id);
  }

  return {
    drafts: {
      all: (list) => (isShared ? page : device).all(list),
      change: (list, id, change) => (isShared ? page : device).change(list, id, change),
    },
    setShared,
    moved: () => moving,
    dependenciesFor: (isStored) => (isStored && !isShared ? dependencies : inPage),
    allDependencies: () => (isShared ? [inPage] : [dependencies, inPage]),
    withdraw,
    look: async () => {
      const [stored, unstored] = await Promise.all([isShared ? nothing : here(device), here(page)]);
      const isInPage = new Set([...unstored.entries, ...unstored.sent].map(({ id }) => id));
      await dropSent(stored, new Set(unstored.sent.map(({ id }) => id)));
      const entries = [
        ...stored.entries.filter(({ id }) => !isInPage.has(id)).map((entry) => ({ entry, isStored: true })),
        ...unstored.entries.map((entry) => ({ entry, isStored: false })),
      ];
      const sent = new Map([...stored.sent, ...unstored.sent].map((record) => [record.id, record]));
      return {
        waiting: entries.filter(({ entry }) => isUnsent(entry) && entry.withdraws === undefined),
        sent: [...sent.values()].sort((a, b) => (a.appliedAt < b.appliedAt ? 1 : -1)),
        withdrawn: entries
          .filter(({ entry }) => entry.state === 'withdrawn')
          .map(({ entry }) => entry.id)
          .reverse(),
      };
    },
    put: async (entry) => {
      try {
        if (!isShared) {
          await device.change('outbox', entry.id, () => entry);
          await page.change('outbox', entry.id, () => undefined);
          dependencies.stored?.();
          return true;
        }
      } catch {
        // Full or forbidden: what was pressed is sent all the same, from this page.
      }
      await page.change('outbox', entry.id, () => entry);
      return false;
    },
  };
}
