/** One form's application from the first word to its arrival, in one tab. Without a page: views show what it says. */
import type { AppliedItem } from '@/device/applied';
import type { Draft, DraftMark } from '@/device/storage/draft';
import { withLock } from '@/device/storage/locks';
import { entryLock, type OutboxEntry } from '@/device/storage/outbox';
import type { Records } from '@/device/storage/records';
import { deliver, deliverAll, type Delivered } from './deliver';
import { keepDrafts, type Answers, type DraftKeeper } from './draft-keeper';
import { entryOf, itemOf, openFormOutbox, type Target } from './form-outbox';
import type { Post } from './post';
import type { Outcome } from '../transport/formspree';
import { grace, isUnderWay, patienceFor } from './under-way';

/** How long (ms) another tab may take to store what is sent from the same form. */
const prepareMs = 10_000;

/** What somebody sends. */
export interface Message {
  readonly answers: Answers;
  /** How long (ms) it is kept before it goes out, against programs that send at once and go. */
  readonly notBefore?: number;
  /** What goes out under a number, and after which earlier application. */
  readonly payload: (id: string, followsUp: string | undefined) => Readonly<Record<string, string>>;
  /** The file that goes with it. */
  readonly file?: Blob | undefined;
}

/** An application to this opportunity that has not arrived. */
export interface Pending {
  readonly entry: OutboxEntry;
  /** True where it is the one in this form; else another tab wrote it, or an earlier visit. */
  readonly mine: boolean;
  /** False where it will be gone with the page, since the device keeps nothing. */
  readonly kept: boolean;
  readonly sending: boolean;
}

/** What became of pressing Send. */
export type Submitted =
  | Extract<Outcome, { kind: 'invalid' | 'refused' | 'unconfirmed' }>
  | { readonly kind: 'sent'; readonly item: AppliedItem }
  /** Kept, to be sent when there is a line. */
  | { readonly kind: 'waiting' }
  /** Nothing was sent: there is an earlier application that the visitor hasn't been told of here. */
  | { readonly kind: 'earlier' }
  /** Nothing was sent: an earlier one still waits, whose place this one takes if Send is pressed once more. */
  | { readonly kind: 'pending' }
  | { readonly kind: 'closed' }
  /** Nothing was done: the press before this one is still being dealt with. */
  | { readonly kind: 'busy' };

export interface Dependencies extends Omit<Post, 'records'> {
  /** Where the device stores things. */
  readonly records: Records;
  /** True on a shared device, on which nothing is to stay. */
  readonly isShared: boolean;
  readonly newId: () => string;
  /** How long (ms) a page that is just going away may still hold its draft. */
  readonly patienceMs: number;
  /** The visitor's log of this opportunity, the latest first. */
  readonly log: () => readonly AppliedItem[];
  /** Told when it may be said otherwise how the draft stands. */
  readonly draftChanged: () => void;
}

export interface Submitting {
  readonly drafts: DraftKeeper;
  /** What was sent to this opportunity before, the latest first. Who has been given it counts as told. */
  readonly earlier: () => readonly AppliedItem[];
  /** What hasn't arrived yet, the oldest first. */
  readonly pending: () => Promise<readonly Pending[]>;
  readonly submit: (message: Message) => Promise<Submitted>;
  /** Tries a pending one now. */
  readonly retry: (entry: OutboxEntry) => Promise<Delivered>;
  /** Deletes a pending one. If it may have arrived its number stays, so that the next one says what it follows. */
  readonly withdraw: (entry: OutboxEntry) => Promise<void>;
  /** Moves what was written here off the device, or back to it. Numbers stay. */
  readonly setShared: (shared: boolean) => Promise<void>;
  /** True where something would be lost with the page: it is to be sent, and the device doesn't have it. */
  readonly isAtRisk: () => boolean;
  /** Tries everything for which it is time, on the device and in this page; all that waits where `evenEarly`. */
  readonly flush: (evenEarly?: boolean) => Promise<void>;
  /** Brings back what was written here before, where it goes with what stands in the form. To be waited for first. */
  readonly restore: (fits: (answers: Answers) => boolean) => Promise<Answers | undefined>;
  /** True while a press on Send is being dealt with. */
  readonly busy: () => boolean;
}

/** The life of the application in one form. */
export function openSubmitting(target: Target, dependencies: Dependencies): Submitting {
  const { now, newId, log, locks } = dependencies;
  /** Sent from here, where the device has no log of it. */
  const sentHere: AppliedItem[] = [];
  const outbox = openFormOutbox(target, dependencies, dependencies.isShared, () => sentHere);
  const drafts = keepDrafts(target.form, {
    ...dependencies,
    records: outbox.drafts,
    changed: dependencies.draftChanged,
  });
  /** Numbers of earlier ones, sent or waiting, of which the visitor has been told here. */
  const told = new Set<string>();
  /** The number of what stands in this form, once it was tried. */
  let own: string | undefined;
  let busy = false;
  let isAtRisk = false;

  async function look() {
    const found = await outbox.look();
    isAtRisk = found.waiting.some(({ kept }) => !kept);
    return found;
  }

  /** What is to be sent now, kept; or why nothing is. */
  function prepare(
    message: Message,
    asSent: Draft | undefined,
  ): Promise<{ entry: OutboxEntry; kept: boolean } | Submitted> {
    return withLock(locks, `ov:${target.form}`, prepareMs, async () => {
      const { waiting, sent, withdrawn } = await look();
      // What was in this form has arrived, told by another tab or by a retry: what is sent now is another one.
      if (own !== undefined && sent.some(({ id }) => id === own)) own = undefined;
      if (sent.some(({ id }) => !told.has(id))) return { kind: 'earlier' };
      const other = waiting.find(({ entry }) => entry.id !== own)?.entry;
      if (other) {
        told.add(other.id);
        return { kind: 'pending' };
      }
      own ??= newId();
      // Before the entry: a page that ends between the two then comes back with the number that it has. What was written
      // since Send was pressed stays in the draft.
      // Unless it was deleted meanwhile, and something else begun.
      if (asSent && asSent.id === drafts.draft()?.id) await drafts.mark(own);
      const mine = waiting.find(({ entry }) => entry.id === own)?.entry;
      const followsUp = mine?.about.followsUp ?? sent[0]?.id ?? withdrawn[0];
      const entry = entryOf(target, {
        id: own,
        payload: message.payload(own, followsUp),
        file: message.file,
        before: mine,
        followsUp,
        draft: asSent && { id: asSent.id, revision: asSent.revision },
        at: now(),
      });
      return { entry, kept: await outbox.put(entry) };
    });
  }

  /** The number of an earlier one of which the visitor was told: what is sent now takes its place. */
  async function waitingAndTold(): Promise<string | undefined> {
    const { waiting } = await look();
    return waiting.find(({ entry }) => told.has(entry.id))?.entry.id;
  }

  async function submitOnce(message: Message): Promise<Submitted> {
    if (target.closesAt !== undefined && now() >= target.closesAt) return { kind: 'closed' };
    // At once, so that what is typed from here on is newer.
    const keeping = drafts.keep(message.answers);
    const asSent = drafts.draft();
    await keeping;
    if (target.kind === undefined && (await dependencies.askSite?.(target))?.isOpen === false)
      return { kind: 'closed' };
    const number = own ?? (await waitingAndTold());
    own = number;
    const prepared = await (number === undefined
      ? prepare(message, asSent)
      : withLock(locks, entryLock(number), patienceFor(message, dependencies.timeoutMs) + grace, () =>
          prepare(message, asSent),
        ));
    if (!('entry' in prepared)) return prepared;
    const { entry, kept } = prepared;
    dependencies.changed();
    await new Promise((resolve) => setTimeout(resolve, message.notBefore ?? 0));
    const delivered = await deliver(outbox.post(kept), entry, 'person');
    return settle(entry, delivered);
  }

  async function settle(entry: OutboxEntry, delivered: Delivered): Promise<Submitted> {
    const { waiting, sent } = await look();
    const item =
      sent.find(({ id }) => id === entry.id) ?? (delivered.kind === 'sent' ? itemOf(entry) : undefined);
    if (item) {
      await arrived(item, delivered.kind === 'sent' ? entry.draft : undefined);
      return { kind: 'sent', item };
    }
    const present = waiting.find((one) => one.entry.id === entry.id)?.entry;
    if (present?.state === 'waiting') return { kind: 'waiting' };
    if (delivered.kind !== 'elsewhere' && delivered.kind !== 'sent') return delivered;
    return { kind: 'unconfirmed', reason: 'network' };
  }

  /** What is in the form has arrived, as it was in this state of the draft, or in one that this tab doesn't know. */
  async function arrived(item: AppliedItem, sent?: DraftMark): Promise<void> {
    told.add(item.id);
    if (!sentHere.some(({ id }) => id === item.id)) sentHere.push(item);
    if (own === item.id) own = undefined;
    if (drafts.draft()?.submissionId === item.id) await drafts.arrived(sent);
  }

  return {
    drafts,
    busy: () => busy,
    earlier: () => {
      const items = [...new Map([...log(), ...sentHere].map((item) => [item.id, item])).values()];
      for (const { id } of items) told.add(id);
      return items;
    },
    pending: async () => {
      const { waiting, sent } = await look();
      const mine = sent.find(({ id }) => id === own);
      if (mine && !busy) await arrived(mine);
      return Promise.all(
        waiting.map(async ({ entry, kept }) => ({
          entry,
          kept,
          mine: entry.id === own,
          // A page that ended in the middle of an attempt has let go of the lock.
          sending:
            isUnderWay(entry, now(), dependencies.timeoutMs) &&
            (await (dependencies.isHeld?.(entryLock(entry.id)) ?? true)),
        })),
      );
    },
    submit: async (message) => {
      if (busy) return { kind: 'busy' };
      busy = true;
      try {
        return await submitOnce(message);
      } finally {
        busy = false;
      }
    },
    retry: async (entry) => {
      const { waiting } = await look();
      const present = waiting.find((one) => one.entry.id === entry.id);
      if (!present) return { kind: 'elsewhere' };
      return deliver(outbox.post(present.kept), present.entry, 'person');
    },
    withdraw: async ({ id }) => {
      if (own === id) own = undefined;
      await outbox.withdraw(id);
      dependencies.changed();
    },
    setShared: async (shared) => {
      await outbox.setShared(shared);
      await look();
      dependencies.changed();
    },
    isAtRisk: () => isAtRisk,
    flush: async (evenEarly = false) => {
      for (const post of outbox.posts()) await deliverAll(post, evenEarly);
      await look();
    },
    restore: async (fits) => {
      const draft = await drafts.restore(fits);
      if (!draft) return undefined;
      own = draft.submissionId;
      const { sent, withdrawn } = await look();
      if (own !== undefined && withdrawn.includes(own)) own = undefined;
      const item = sent.find(({ id }) => id === own);
      if (item) await arrived(item);
      return drafts.draft()?.answers;
    },
  };
}
