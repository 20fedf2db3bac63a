/** What of the outbox is about one form's subject, on the device and in this page. */
import type { AppliedItem } from '@/device/applied';
import type { Application } from '@/device/applied.client';
import type { DraftMark } from '@/device/storage/draft';
import type { OutboxEntry, OutboxKind } from '@/device/storage/outbox';
import type { Records } from '@/device/storage/records';
import { readOutbox } from './deliver';
import type { Post } from './post';

/** What is applied for, or written about, and where that goes. */
export interface Target {
  /** Which form this is, for drafts: `apply.translate-sheets`. */
  readonly form: string;
  /** Missing for an application. */
  readonly kind?: OutboxKind | undefined;
  readonly endpoint: string;
  readonly formId: string;
  /** From when (ms) on nothing is taken any more. */
  readonly closesAt?: number | undefined;
  readonly about: Omit<Application, 'id' | 'replyBy' | 'followsUp'>;
  /** Within how many days an answer is promised. */
  readonly replyDays?: number | undefined;
}

/** What an entry is made of, besides what its form always gives. */
export interface Making {
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
  /** What hasn't arrived, with whether the device has it; and what has, the latest first. */
  readonly look: () => Promise<{
    readonly waiting: readonly { readonly entry: OutboxEntry; readonly kept: boolean }[];
    readonly sent: readonly AppliedItem[];
  }>;
  /** Keeps an entry where that is possible. True where the device has it. */
  readonly put: (entry: OutboxEntry) => Promise<boolean>;
  readonly forget: (id: string) => Promise<void>;
  /** What sends entries that the device has, or has not. */
  readonly post: (kept: boolean) => Post;
  readonly onDevice: Post | undefined;
  readonly inMemory: Post;
}

const dayMs = 86_400_000;

/** What the log says of an entry that has arrived. */
export const itemOf = ({ id, about, sentAt, createdAt }: OutboxEntry): AppliedItem => {
  return { ...about, id, appliedAt: sentAt ?? createdAt, followUps: [] };
};

/** An entry as it first waits, or waits again with what was written since. */
export function entryOf(
  target: Target,
  { id, payload, file, before, followsUp, draft, at }: Making,
): OutboxEntry {
  const { kind, about, replyDays, endpoint, formId, closesAt } = target;
  return {
    id,
    ...(kind ? { kind } : {}),
    state: 'waiting',
    createdAt: before?.createdAt ?? new Date(at).toISOString(),
    attempts: before?.attempts ?? 0,
    ...(before?.triedAt ? { triedAt: before.triedAt } : {}),
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

interface World extends Omit<Post, 'records'> {
  readonly records: Records | undefined;
  readonly log: () => readonly AppliedItem[];
}

/** The outbox of a form. `inPage` has what the device doesn't take; `sentHere` gives what was sent from this page. */
export function openFormOutbox(
  { kind, about: { opportunity } }: Target,
  world: World,
  inPage: Records,
  sentHere: () => readonly AppliedItem[],
): FormOutbox {
  const onDevice: Post | undefined = world.records && { ...world, records: world.records };
  // On a shared device the log isn't written either; it counts as noted.
  const inMemory: Post = { ...world, records: inPage, ...(onDevice ? {} : { note: () => true }) };

  async function forget(id: string): Promise<void> {
    await inPage.change('outbox', id, () => undefined);
    await onDevice?.records.change('outbox', id, () => undefined).catch(() => {});
  }

  return {
    onDevice,
    inMemory,
    post: (kept) => (kept && onDevice ? onDevice : inMemory),
    forget,
    // The outbox first: what leaves it is in the log before.
    look: async () => {
      const [kept, unkept] = await Promise.all([onDevice ? readOutbox(onDevice) : [], readOutbox(inMemory)]);
      const here = (entry: OutboxEntry) => entry.kind === kind && entry.about.opportunity === opportunity;
      const entries = [
        ...kept.filter(here).map((entry) => ({ entry, kept: true })),
        ...unkept.filter(here).map((entry) => ({ entry, kept: false })),
      ];
      const arrived = entries.filter(({ entry }) => entry.state === 'sent').map(({ entry }) => itemOf(entry));
      const all = new Map([...world.log(), ...arrived, ...sentHere()].map((item) => [item.id, item]));
      // Sent from the page while the device was full: what the device still has of it is done with.
      for (const { entry, kept: isKept } of entries)
        if (isKept && entry.state !== 'sent' && all.has(entry.id)) await forget(entry.id);
      return {
        waiting: entries.filter(({ entry }) => entry.state !== 'sent' && !all.has(entry.id)),
        sent: [...all.values()].sort((a, b) => (a.appliedAt < b.appliedAt ? 1 : -1)),
      };
    },
    put: async (entry) => {
      try {
        if (onDevice) {
          await onDevice.records.change('outbox', entry.id, () => entry);
          await inPage.change('outbox', entry.id, () => undefined);
          return true;
        }
      } catch {
        // Full or forbidden: what was pressed is sent all the same, from this page.
      }
      await inPage.change('outbox', entry.id, () => entry);
      return false;
    },
  };
}
