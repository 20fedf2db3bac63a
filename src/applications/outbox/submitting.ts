/** What is written in one form, from the first word to its arrival, in one tab. Without a page: views show what it says. */
import type { Draft, DraftMark } from '@/device/storage/application/draft';
import { withLock } from '@/device/storage/locks';
import { entryLock, type OutboxEntry, type SentRecord } from '@/device/storage/application/outbox';
import type { SubmissionOutcome } from '../transport/formspree';
import type { OutboxDependencies } from './dependencies';
import { keepDrafts, type DraftAnswers, type DraftKeeper } from './draft-keeper';
import { openFormOutbox, type FoundEntry, type FormTarget } from './form-outbox';
import { answerTime, grace, isInFlight } from './in-flight';
import { nextRecord, sentRecord, type PressedSubmission } from './states';
import { markTold, submitDue, submitEntry, type SubmitResult } from './submit-entry';

/** How long (ms) another tab may take to store what is sent from the same form. */
const prepareMs = 10_000;

const dayMs = 86_400_000;

/** What is sent when Send is pressed. */
export interface Message {
  readonly answers: DraftAnswers;
  /** How long (ms) it waits before it goes out, against programs that send at once and go. */
  readonly notBefore?: number;
  /** What goes out under a number, and after which earlier application; a correction follows up its own number. */
  readonly payload: (id: string, followsUp: string | undefined) => Readonly<Record<string, string>>;
  /** The same for people to read. */
  readonly text?: (id: string) => string;
  /** The file that goes with it. */
  readonly file?: Blob | undefined;
}

/** An application to this opportunity that has not arrived. */
export interface Pending extends FoundEntry {
  /** True where it is the one in this form; else another tab wrote it, or an earlier visit. */
  readonly mine: boolean;
  readonly isSending: boolean;
}

/** What became of pressing Send. */
export type Submitted =
  | Extract<SubmissionOutcome, { kind: 'invalid' | 'refused' | 'unconfirmed' }>
  | { readonly kind: 'sent'; readonly item: SentRecord }
  /** Stored, to be sent when there is a connection. */
  | { readonly kind: 'waiting' }
  /** Nothing was sent: there is an earlier application that the visitor hasn't been told of here. */
  | { readonly kind: 'earlier' }
  /** Nothing was sent: an earlier one still waits, whose place this one takes if Send is pressed once more. */
  | { readonly kind: 'pending' }
  | { readonly kind: 'closed' }
  /** Nothing was done: the press before this one is still being dealt with. */
  | { readonly kind: 'busy' };

export interface SubmittingDependencies extends OutboxDependencies {
  /** True on a shared device, on which nothing is to stay. */
  readonly isShared: boolean;
  readonly newId: () => string;
  /** How long (ms) a page that is just going away may still hold its draft. */
  readonly patienceMs: number;
  /** Called when the draft may have changed. */
  readonly draftChanged: () => void;
}

export interface Submitting {
  readonly drafts: DraftKeeper;
  /** What was sent to this opportunity before, the latest first; the visitor counts as told of it then. */
  readonly earlier: () => Promise<readonly SentRecord[]>;
  /** What hasn't arrived yet, the oldest first. */
  readonly pending: () => Promise<readonly Pending[]>;
  readonly submit: (message: Message) => Promise<Submitted>;
  /** Tries a pending one now. */
  readonly retry: (entry: OutboxEntry) => Promise<SubmitResult>;
  /** Deletes a pending one. If it may have arrived its number stays, so that the next one says what it follows. */
  readonly withdraw: (entry: OutboxEntry) => Promise<void>;
  /** Moves what was written here off the device, or back to it. Numbers stay. */
  readonly setShared: (shared: boolean) => Promise<void>;
  /** True where something would be lost with the page: it is to be sent, and isn't on the device. */
  readonly isAtRisk: () => boolean;
  /** Tries everything for which it is time, on the device and in this page; all that waits where `evenEarly`. */
  readonly flush: (evenEarly?: boolean) => Promise<void>;
  /** Brings back what was written here before, where it goes with what the form says already. To be waited for first. */
  readonly restore: (fits: (answers: DraftAnswers) => boolean) => Promise<DraftAnswers | undefined>;
  /** True while a press on Send is being dealt with. */
  readonly busy: () => boolean;
}

/** The submissions of one form. */
export function openSubmitting(target: FormTarget, dependencies: SubmittingDependencies): Submitting {
  const { now, newId, locks } = dependencies;
  const outbox = openFormOutbox(target, dependencies, dependencies.isShared);
  const drafts = keepDrafts(target.form, {
    ...dependencies,
    records: outbox.drafts,
    changed: dependencies.draftChanged,
  });
  /** Numbers of earlier ones, sent or waiting, of which the visitor has been told here. */
  const told = new Set<string>();
  /** The record of what is in this form, once it was tried. */
  let own: string | undefined;
  /** Every record that this form has made. */
  const made = new Set<string>();
  let busy = false;
  let isAtRisk = false;

  function setOwn(id: string | undefined): void {
    own = id;
    if (id !== undefined) made.add(id);
  }

  /** Two messages have nothing to do with each other, two applications to one opportunity have. */
  const concerns = ({ id }: SentRecord) => target.kind === undefined || made.has(id);

  async function look() {
    const found = await outbox.look();
    isAtRisk = found.waiting.some(({ isStored }) => !isStored);
    return { ...found, sent: found.sent.filter(concerns) };
  }

  /** What the press gives: a new one, the same with another text, or the correction of one that was sent. */
  function pressed(
    message: Message,
    id: string,
    {
      before,
      sent,
      withdrawn,
    }: { before: OutboxEntry | undefined; sent: SentRecord | undefined; withdrawn: string | undefined },
    draft: DraftMark | undefined,
  ): PressedSubmission {
    const { kind, about, replyDays, endpoint, formId, closesAt } = target;
    const corrects = before ? before.corrects : sent?.withdrawnAt === undefined ? sent?.id : undefined;
    const followsUp = corrects ?? before?.about.followsUp ?? sent?.id ?? withdrawn;
    const number = corrects ?? id;
    return {
      id,
      kind,
      about: {
        ...about,
        replyBy: replyDays === undefined ? undefined : new Date(now() + replyDays * dayMs).toISOString(),
        followsUp: corrects === undefined ? followsUp : undefined,
      },
      corrects,
      closesAt,
      endpoint,
      formId,
      payload: message.payload(number, followsUp),
      text: message.text?.(number),
      file: message.file,
      draft,
    };
  }

  /** What is to be sent now, stored; or why nothing is. */
  function prepare(message: Message, asSent: Draft | undefined): Promise<FoundEntry | Submitted> {
    return withLock(locks, `ov:${target.form}`, prepareMs, async () => {
      const { waiting, sent, withdrawn } = await look();
      // What was in this form has arrived, or was deleted, in another tab or by a retry: what is sent now is another one.
      if (own !== undefined && (sentAs(own, sent) || withdrawn.includes(own))) setOwn(undefined);
      if (sent.some(({ id }) => !told.has(id))) return { kind: 'earlier' };
      const other = waiting.find(({ entry }) => entry.id !== own)?.entry;
      if (other) {
        told.add(other.id);
        return { kind: 'pending' };
      }
      const id = own ?? newId();
      setOwn(id);
      // Before the entry: a page that ends between the two then comes back with the number that it has. What was written
      // since Send was pressed stays in the draft.
      // Unless it was deleted meanwhile, and something else begun.
      if (asSent && asSent.id === drafts.draft()?.id) await drafts.mark(id);
      const before = waiting.find(({ entry }) => entry.id === id)?.entry;
      const draft = asSent && { id: asSent.id, revision: asSent.revision };
      const submission = pressed(message, id, { before, sent: sent[0], withdrawn: withdrawn[0] }, draft);
      const press = { type: 'press', submission, pause: message.notBefore ?? 0 } as const;
      const entry = nextRecord(before, press, now()) as OutboxEntry;
      return { entry, isStored: await outbox.put(entry) };
    });
  }

  /** What a record of this form was sent as: itself, or the correction of an earlier one. */
  const sentAs = (id: string | undefined, sent: readonly SentRecord[]) =>
    id === undefined ? undefined : sent.find((record) => record.id === id || record.correction === id);

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
    await outbox.moved();
    if (target.kind === undefined && (await dependencies.askSite?.(target))?.isOpen === false)
      return { kind: 'closed' };
    const id = own ?? (await waitingAndTold());
    setOwn(id);
    const prepared = await (id === undefined
      ? prepare(message, asSent)
      : withLock(locks, entryLock(id), answerTime(message, dependencies.timeoutMs) + grace, () =>
          prepare(message, asSent),
        ));
    if (!('entry' in prepared)) return prepared;
    const { entry, isStored } = prepared;
    dependencies.changed();
    await new Promise((resolve) => setTimeout(resolve, message.notBefore ?? 0));
    const submission = await submitEntry(outbox.dependenciesFor(isStored), entry, 'person');
    return settle(entry, submission);
  }

  async function settle(entry: OutboxEntry, submission: SubmitResult): Promise<Submitted> {
    const { waiting, sent } = await look();
    const present = waiting.find((one) => one.entry.id === entry.id)?.entry;
    const item = sentAs(entry.id, sent);
    if (item || submission.kind === 'sent') {
      const record = item ?? sentRecord(entry, 'person', now());
      await arrived(entry.id, record, submission.kind === 'sent' ? entry.draft : undefined);
      return { kind: 'sent', item: record };
    }
    if (present?.state === 'waiting') return { kind: 'waiting' };
    if (submission.kind !== 'elsewhere') return submission;
    return { kind: 'unconfirmed', reason: 'network' };
  }

  /** Another page need not tell it any more. */
  async function markAllTold(records: readonly SentRecord[]): Promise<void> {
    for (const { id, isNews } of records)
      if (isNews) for (const of of outbox.allDependencies()) await markTold(of, id);
  }

  /** What is in the form has arrived, as it was in this state of the draft, or in one that this tab doesn't know. */
  async function arrived(id: string, record: SentRecord, sent?: DraftMark): Promise<void> {
    told.add(record.id);
    if (own === id) setOwn(undefined);
    if (drafts.draft()?.submissionId === id) await drafts.arrived(sent);
    await markAllTold([record]);
  }

  return {
    drafts,
    busy: () => busy,
    earlier: async () => {
      const { sent } = await look();
      for (const { id } of sent) told.add(id);
      await markAllTold(sent);
      return sent;
    },
    pending: async () => {
      const { waiting, sent } = await look();
      const mine = sentAs(own, sent);
      if (own !== undefined && mine && !busy) await arrived(own, mine);
      return Promise.all(
        waiting.map(async ({ entry, isStored }) => ({
          entry,
          isStored,
          mine: entry.id === own,
          // A page that ended in the middle of an attempt has let go of the lock.
          isSending:
            isInFlight(entry, now(), dependencies.timeoutMs) &&
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
      return submitEntry(outbox.dependenciesFor(present.isStored), present.entry, 'person');
    },
    withdraw: async ({ id }) => {
      if (own === id) setOwn(undefined);
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
      for (const of of outbox.allDependencies()) await submitDue(of, evenEarly);
      await look();
    },
    restore: async (fits) => {
      const draft = await drafts.restore(fits);
      if (!draft) return undefined;
      setOwn(draft.submissionId);
      const { sent, withdrawn } = await look();
      if (own !== undefined && withdrawn.includes(own)) setOwn(undefined);
      const item = sentAs(own, sent);
      if (own !== undefined && item) await arrived(own, item);
      return drafts.draft()?.answers;
    },
  };
}
