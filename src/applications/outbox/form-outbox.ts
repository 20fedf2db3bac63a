/** What of the outbox is about one form's subject, on the device and in this page. */
import type { AppliedItem } from '@/device/applied';
import type { Application } from '@/device/applied.client';
import { readDraft, type DraftMark } from '@/device/storage/draft';
import { withLock } from '@/device/storage/locks';
import {
  entryLock,
  isUnsent,
  readEntry,
  withdrawn,
  type OutboxEntry,
  type OutboxKind,
} from '@/device/storage/outbox';
import { memoryRecords, type RecordList, type Records, type Stored } from '@/device/storage/records';
import { readOutbox } from './deliver';
import type { Post } from './post';
import { grace, patienceFor } from './under-way';

/** What is applied for, or written about, and where that goes. */
export interface Target {
  /** Which form this is, for drafts: `apply.translate-sheets`. */
  readonly form: string;
  /** Missing for an application. */
  readonly kind?: OutboxKind | undefined;
  readonly endpoint: string;
  readonly formId: string;
  /** The closing date (ms). */
  readonly closesAt?: number | undefined;
  readonly about: Omit<Application, 'id' | 'replyBy' | 'followsUp'>;
  /** Within how many days an answer is promised. */
  readonly replyDays?: number | undefined;
}

/** What an entry is made of, besides what its form always gives. */
export interface NewEntry {
  readonly id: string;
  readonly payload: OutboxEntry['payload'];
  readonly file: Blob | undefined;
  /** The entry that it takes the place of. */
  readonly before: OutboxEntry | undefined;
  readonly followsUp: string | undefined;
  readonly draft: DraftMark | undefined;
  /** ms */
  readonly at: number;
}

export interface FormOutbox {
  /** What of this form's subject hasn't arrived, with whether the device has it; what has, and what was withdrawn. */
  readonly look: () => Promise<{
    readonly waiting: readonly { readonly entry: OutboxEntry; readonly kept: boolean }[];
    readonly sent: readonly AppliedItem[];
    /** Numbers of those that were deleted after they were tried, the latest first. */
    readonly withdrawn: readonly string[];
  }>;
  /** Stores an entry where that is possible. True where the device has it. */
  readonly put: (entry: OutboxEntry) => Promise<boolean>;
  /** Deletes an entry, but for its number where it may have arrived. */
  readonly withdraw: (id: string) => Promise<void>;
  /** What sends entries that the device has, or has not. */
  readonly post: (kept: boolean) => Post;
  /** What sends, on the device and in the page. */
  readonly posts: () => readonly Post[];
  /** Where drafts go: to the device, or into the page where the device is shared. */
  readonly drafts: Records;
  /** Moves everything of this form off the device, into the page, or back. */
  readonly setShared: (shared: boolean) => Promise<void>;
}

const dayMs = 86_400_000;

/** What the log says of an entry that has arrived. */
export const itemOf = ({ id, about, sentAt, createdAt }: OutboxEntry): AppliedItem => {
  return { ...about, id, appliedAt: sentAt ?? createdAt, followUps: [] };
};

/** An entry as it first waits, or waits again with what was written since. */
export function entryOf(
  target: Target,
  { id, payload, file, before, followsUp, draft, at }: NewEntry,
): OutboxEntry {
  const { kind, about, replyDays, endpoint, formId, closesAt } = target;
  return {
    id,
    ...(kind ? { kind } : {}),
    state: 'waiting',
    createdAt: before?.createdAt ?? new Date(at).toISOString(),
    pressedAt: new Date(at).toISOString(),
    attempts: before?.attempts ?? 0,
    ...(before?.triedAt ? { triedAt: before.triedAt } : {}),
    ...(before && (before.mayHaveArrived || before.state === 'sending') ? { mayHaveArrived: true } : {}),
    about: {
      ...about,
      ...(replyDays === undefined ? {} : { replyBy: new Date(at + replyDays * dayMs).toISOString() }),
      ...(followsUp === undefined ? {} : { followsUp }),
    },
    ...(closesAt === undefined ? {} : { closesAt }),
    endpoint,
    formId,
    payload,
    ...(file ? { file } : {}),
    ...(draft ? { draft } : {}),
  };
}

interface Dependencies extends Omit<Post, 'records'> {
  readonly records: Records;
  readonly log: () => readonly AppliedItem[];
}

/** The outbox of a form. `sentHere` gives what was sent from this page, which may be in no log. */
export function openFormOutbox(
  { form, kind, about: { opportunity } }: Target,
  dependencies: Dependencies,
  isSharedAtFirst: boolean,
  sentHere: () => readonly AppliedItem[],
): FormOutbox {
  const device = dependencies.records;
  const page = memoryRecords();
  let isShared = isSharedAtFirst;
  const onDevice: Post = dependencies;
  // On a shared device the log isn't written either; it counts as noted.
  const inPage = (): Post => ({ ...dependencies, records: page, ...(isShared ? { note: () => true } : {}) });

  const isHere = (entry: OutboxEntry) => entry.kind === kind && entry.about.opportunity === opportunity;
  const here = async (records: Records) => (await readOutbox({ records })).filter(isHere);

  async function withdraw(id: string): Promise<void> {
    const change = (value: unknown) => {
      const entry = readEntry(value);
      return entry && withdrawn(entry);
    };
    await page.change('outbox', id, change);
    // A shared device keeps no trace of what was written on it.
    await device.change('outbox', id, isShared ? () => undefined : change).catch(() => {});
  }

  /** Moves a record, in this order: what ends in between leaves it in both places, under one number. */
  async function move(list: RecordList, id: string, from: Records, to: Records): Promise<void> {
    const record = (await from.all(list)).find((value) => (value as Stored).id === id) as Stored | undefined;
    if (!record) return;
    await to.change(list, id, () => record);
    await from.change(list, id, () => undefined);
  }

  const draftsIn = async (records: Records) =>
    (await records.all('drafts').catch(() => []))
      .flatMap((value) => readDraft(value) ?? [])
      .filter((draft) => draft.form === form);

  async function setShared(shared: boolean): Promise<void> {
    if (shared === isShared) return;
    isShared = shared;
    const [from, to] = shared ? [device, page] : [page, device];
    // Where the device fails, what is in the page stays in the page.
    const skip = () => {};
    for (const { id } of await draftsIn(from)) await move('drafts', id, from, to).catch(skip);
    for (const entry of await here(from)) {
      const patience = patienceFor(entry, dependencies.timeoutMs) + grace;
      const moveEntry = () => move('outbox', entry.id, from, to).catch(skip);
      // Not while it is being sent: the end of that would put it back.
      await withLock(dependencies.locks, entryLock(entry.id), patience, moveEntry);
    }
  }

  return {
    drafts: {
      all: (list) => (isShared ? page : device).all(list),
      change: (list, id, change) => (isShared ? page : device).change(list, id, change),
    },
    setShared,
    post: (kept) => (kept && !isShared ? onDevice : inPage()),
    posts: () => (isShared ? [inPage()] : [onDevice, inPage()]),
    withdraw,
    // The outbox first: what leaves it is in the log before.
    look: async () => {
      const [stored, unstored] = await Promise.all([isShared ? [] : here(device), here(page)]);
      const isInPage = new Set(unstored.map(({ id }) => id));
      const entries = [
        ...stored.filter(({ id }) => !isInPage.has(id)).map((entry) => ({ entry, kept: true })),
        ...unstored.map((entry) => ({ entry, kept: false })),
      ];
      const arrived = entries.filter(({ entry }) => entry.state === 'sent').map(({ entry }) => itemOf(entry));
      const all = new Map([...dependencies.log(), ...arrived, ...sentHere()].map((item) => [item.id, item]));
      // Sent from the page while the device was full: what the device still has of it is done with.
      for (const { entry, kept } of entries)
        if (kept && entry.state !== 'sent' && all.has(entry.id))
          await device.change('outbox', entry.id, () => undefined).catch(() => {});
      return {
        waiting: entries.filter(({ entry }) => isUnsent(entry) && !all.has(entry.id)),
        sent: [...all.values()].sort((a, b) => (a.appliedAt < b.appliedAt ? 1 : -1)),
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
