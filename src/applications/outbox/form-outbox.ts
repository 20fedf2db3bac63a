/** The part of the outbox that belongs to one form, on the device and in this page. */
import type { ApplicationSubject } from '@/device/storage/application/applied-item';
import { readDrafts } from '@/device/storage/application/draft';
import { withLock } from '@/device/storage/application/locks';
import {
  entryLock,
  isUnsent,
  readOutboxEntry,
  readSentRecord,
  type OutboxEntry,
  type OutboxKind,
  type SentRecord,
} from '@/device/storage/application/outbox-entry';
import {
  memoryRecords,
  removeRecord,
  type RecordList,
  type RecordStore,
  type StoredRecord,
} from '@/device/storage/records';
import type { OutboxDependencies } from './outbox-dependencies';
import { answerTimeoutMs, graceMs } from './submit/in-flight';
import { isFinal, nextRecord } from './entry-states';
import { readOutbox, type OutboxContents } from './submit/submit-entry';

/** The form's subject, and where it sends. */
export interface FormTarget {
  /** The id of this form, for drafts: `apply.translate-sheets`. */
  readonly form: string;
  /** Missing for an application. */
  readonly kind?: OutboxKind | undefined;
  readonly endpoint: string;
  readonly formId: string;
  /** The closing date (ms). */
  readonly closesAt?: number | undefined;
  readonly about: Omit<ApplicationSubject, 'replyBy' | 'followsUp'>;
  /** The number of days within which the organization promises to reply. */
  readonly replyDays?: number | undefined;
}

/** An entry, and where it is. */
export interface LocatedEntry {
  readonly entry: OutboxEntry;
  /** False if only the page has it, and it is lost with the page. */
  readonly isStored: boolean;
}

interface FormOutbox {
  /** Reads this form's entries: unsent ones, sent ones with the latest first, and those deleted after an attempt. */
  readonly read: () => Promise<{
    readonly waiting: readonly LocatedEntry[];
    readonly sent: readonly SentRecord[];
    /** Numbers of sent ones whose withdrawal waits to be sent. */
    readonly withdrawing: readonly string[];
    /** Numbers, the latest first. */
    readonly withdrawn: readonly string[];
  }>;
  /** Stores an entry, on the device where that is possible. True if it is on the device. */
  readonly put: (entry: OutboxEntry) => Promise<boolean>;
  /** Deletes an entry; its number stays where it may have arrived. */
  readonly withdraw: (id: string) => Promise<void>;
  /** The dependencies for entries on the device, or in the page. */
  readonly dependenciesFor: (isStored: boolean) => OutboxDependencies;
  /** The dependencies for both places. */
  readonly allDependencies: () => readonly OutboxDependencies[];
  /** The storage of drafts: the device, or the page where the device is shared. */
  readonly drafts: RecordStore;
  /** Moves everything of this form from the device into the page, or back. */
  readonly setShared: (shared: boolean) => Promise<void>;
  /** Resolves when the last move is done. Don't await it while holding an entry's lock: moving needs that lock. */
  readonly whenMoved: () => Promise<void>;
}

const emptyContents: OutboxContents = { entries: [], sent: [] };

/** Opens the outbox of a form. */
export function openFormOutbox(
  { form, kind, about: { opportunity } }: FormTarget,
  dependencies: OutboxDependencies,
  isSharedAtFirst: boolean,
): FormOutbox {
  const device = dependencies.records;
  const page = memoryRecords();
  let isShared = isSharedAtFirst;
  const inPage: OutboxDependencies = { ...dependencies, records: page };

  const ownContents = async (records: RecordStore): Promise<OutboxContents> => {
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
      // It has arrived since the page was last refreshed: the log has it, without its text.
      const sent = readSentRecord(value);
      return sent
        ? { ...sent, copy: undefined }
        : nextRecord(readOutboxEntry(value), { type: 'delete' }, dependencies.now());
    };
    await page.change('outbox', id, change);
    // A shared device keeps no trace of the text.
    await device.change('outbox', id, isShared ? () => undefined : change).catch(() => {});
  }

  /** Moves a record in this order: an interruption leaves it in both places, under one number. */
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

  /** One move after the other: unticking the box during a move must not leave it half done. */
  function setShared(shared: boolean): Promise<void> {
    if (shared !== isShared) {
      isShared = shared;
      moving = moving.then(() => moveAll(shared));
    }
    return moving;
  }

  async function moveAll(shared: boolean): Promise<void> {
    const [from, to] = shared ? [device, page] : [page, device];
    // If the device fails, records stay in the page.
    const skip = () => {};
    for (const { id } of await draftsIn(from)) await move('drafts', id, from, to).catch(skip);
    const { entries, sent } = await ownContents(from);
    // A correction first: if it is sent meanwhile, it writes into the log.
    for (const record of [...entries, ...sent]) {
      const patience = answerTimeoutMs(record as Pick<OutboxEntry, 'file'>, dependencies.timeoutMs) + graceMs;
      const moveRecord = () => move('outbox', record.id, from, to).catch(skip);
      // Not while it is being sent: the end of that would put it back.
      await withLock(dependencies.locks, entryLock(record.id), patience, moveRecord);
    }
  }

  /** Deletes entries from the device that were sent from the page while the device had no room. */
  async function dropSent(stored: OutboxContents, sent: ReadonlySet<string>): Promise<void> {
    for (const { id } of stored.entries) if (sent.has(id)) await removeRecord(device, 'outbox', id);
  }

  return {
    drafts: {
      all: (list) => (isShared ? page : device).all(list),
      change: (list, id, change) => (isShared ? page : device).change(list, id, change),
    },
    setShared,
    whenMoved: () => moving,
    dependenciesFor: (isStored) => (isStored && !isShared ? dependencies : inPage),
    allDependencies: () => (isShared ? [inPage] : [dependencies, inPage]),
    withdraw,
    read: async () => {
      const [stored, unstored] = await Promise.all([
        isShared ? emptyContents : ownContents(device),
        ownContents(page),
      ]);
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
        withdrawing: entries.flatMap(({ entry }) =>
          isUnsent(entry) && !isFinal(entry) ? (entry.withdraws ?? []) : [],
        ),
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
          dependencies.onStored?.();
          return true;
        }
      } catch {
        // Full or forbidden: the entry is sent all the same, from this page.
      }
      await page.change('outbox', entry.id, () => entry);
      return false;
    },
  };
}
