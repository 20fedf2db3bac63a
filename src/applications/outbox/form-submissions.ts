/** The submissions of one form in one tab, from the first draft to arrival. Without a DOM: views show its state. */
import type { Draft, DraftRevision } from '@/device/storage/application/draft';
import { withLock } from '@/device/storage/application/locks';
import { entryLock, type OutboxEntry, type SentRecord } from '@/device/storage/application/outbox-entry';
import type { SubmissionOutcome } from '../transport/transport';
import type { OutboxDependencies } from './outbox-dependencies';
import { openDraftStore, type DraftAnswers, type DraftStore } from './draft-store';
import { openFormOutbox, type LocatedEntry, type FormTarget } from './form-outbox';
import { answerTimeoutMs, graceMs, isInFlight } from './submit/in-flight';
import { nextRecord, createSentRecord, type Submission } from './entry-states';
import {
  markNewsSeen,
  submitDue,
  submitEntry,
  submitLockedEntry,
  type AttemptResult,
} from './submit/submit-entry';

/** Time limit (ms) for another tab to store a submission of the same form. */
const prepareTimeoutMs = 10_000;

const dayMs = 86_400_000;

/** The message to send when Send is pressed. */
export interface FormMessage {
  readonly answers: DraftAnswers;
  /** Delay (ms) before it is sent, against bots that send at once and leave. */
  readonly notBefore?: number;
  /**
   * Builds the data to send, by number and by the earlier application it follows up; a correction follows up its own
   * number.
   */
  readonly payload: (id: string, followsUp: string | undefined) => Readonly<Record<string, string>>;
  /** Builds the same as readable text. */
  readonly text?: (id: string) => string;
  /** The file that is sent with it. */
  readonly file?: Blob | undefined;
}

/** An application to this opportunity that has not arrived. */
export interface PendingEntry extends LocatedEntry {
  /** True if it was written in this form; false where it comes from another tab or an earlier visit. */
  readonly mine: boolean;
  readonly isSending: boolean;
}

/** The result of pressing Send. */
export type SubmitResult =
  | Extract<SubmissionOutcome, { kind: 'invalid' | 'refused' | 'unconfirmed' }>
  | { readonly kind: 'sent'; readonly item: SentRecord }
  /** Stored, to be sent when there is a connection. */
  | { readonly kind: 'waiting' }
  /** Nothing was sent: there is an earlier application that the visitor hasn't seen here. */
  | { readonly kind: 'earlier' }
  /** Nothing was sent: an earlier one still waits, which this one replaces if Send is pressed once more. */
  | { readonly kind: 'pending' }
  | { readonly kind: 'closed' }
  /** Nothing was done: the previous press is still in progress. */
  | { readonly kind: 'busy' };

export interface FormSubmissionsDependencies extends OutboxDependencies {
  /** True on a shared device, which must not store anything. */
  readonly isShared: boolean;
  readonly newId: () => string;
  /** Time (ms) for which a closing page may still hold its draft. */
  readonly patienceMs: number;
  /** Called when the draft may have changed. */
  readonly draftChanged: () => void;
}

export interface FormSubmissions {
  readonly drafts: DraftStore;
  /** Reads earlier applications to this opportunity, the latest first; they then count as seen by the visitor. */
  readonly earlier: () => Promise<readonly SentRecord[]>;
  /** Reads unsent ones, the oldest first. */
  readonly pending: () => Promise<readonly PendingEntry[]>;
  readonly submit: (message: FormMessage) => Promise<SubmitResult>;
  /** Tries a pending one now. */
  readonly retry: (entry: OutboxEntry) => Promise<AttemptResult>;
  /** Deletes a pending one. If it may have arrived its number stays, so that the next one can refer to it. */
  readonly withdraw: (entry: OutboxEntry) => Promise<void>;
  /** Moves all text of this form off the device, or back to it. Numbers stay. */
  readonly setShared: (shared: boolean) => Promise<void>;
  /** True if closing the page would lose an unsent submission that isn't on the device. */
  readonly isAtRisk: () => boolean;
  /** Tries all due entries, on the device and in this page; with `evenEarly` all waiting ones. */
  readonly flush: (evenEarly?: boolean) => Promise<void>;
  /** Restores an earlier draft that fits the answers in the form. To be awaited before anything else. */
  readonly restore: (fits: (answers: DraftAnswers) => boolean) => Promise<DraftAnswers | undefined>;
  /** True while a press on Send is in progress. */
  readonly busy: () => boolean;
}

/** Opens the submissions of one form. */
export function openFormSubmissions(
  target: FormTarget,
  dependencies: FormSubmissionsDependencies,
): FormSubmissions {
  const { now, newId, locks } = dependencies;
  const outbox = openFormOutbox(target, dependencies, dependencies.isShared);
  const drafts = openDraftStore(target.form, {
    ...dependencies,
    records: outbox.drafts,
    changed: dependencies.draftChanged,
  });
  /** Numbers of earlier ones, sent or waiting, that the visitor has seen here. */
  const seen = new Set<string>();
  /** The id of this form's own record, once it was tried. */
  let ownId: string | undefined;
  /** The ids of all records that this form has created. */
  const createdIds = new Set<string>();
  let busy = false;
  let isAtRisk = false;

  function setOwnId(id: string | undefined): void {
    ownId = id;
    if (id !== undefined) createdIds.add(id);
  }

  /** Messages are independent of each other; two applications to one opportunity are not. */
  const isRelated = ({ id }: SentRecord) => target.kind === undefined || createdIds.has(id);

  async function read() {
    const found = await outbox.read();
    isAtRisk = found.waiting.some(({ isStored }) => !isStored);
    return { ...found, sent: found.sent.filter(isRelated) };
  }

  /** Builds the submission: a new one, the same with another text, or the correction of a sent one. */
  function createSubmission(
    message: FormMessage,
    id: string,
    {
      before,
      sent,
      isWithdrawn,
      withdrawn,
    }: {
      before: OutboxEntry | undefined;
      sent: SentRecord | undefined;
      /** True if the sent one is withdrawn, or will be. */
      isWithdrawn: boolean;
      withdrawn: string | undefined;
    },
    draft: DraftRevision | undefined,
  ): Submission {
    const { kind, about, replyDays, endpoint, formId, closesAt } = target;
    const corrects = isWithdrawn ? undefined : before ? before.corrects : sent?.id;
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

  /** Prepares and stores the entry to send, or returns why nothing is sent. */
  function prepare(
    message: FormMessage,
    draftAsSent: Draft | undefined,
    freshId: string,
  ): Promise<LocatedEntry | SubmitResult> {
    return withLock(locks, `ov:${target.form}`, prepareTimeoutMs, async () => {
      const { waiting, sent, withdrawing, withdrawn } = await read();
      // This form's record has arrived or was deleted, in another tab or by a retry: this is another submission.
      if (ownId !== undefined && (sentAs(ownId, sent) || withdrawn.includes(ownId))) setOwnId(undefined);
      if (sent.some(({ id }) => !seen.has(id))) return { kind: 'earlier' };
      const other = waiting.find(({ entry }) => entry.id !== ownId)?.entry;
      if (other) {
        seen.add(other.id);
        return { kind: 'pending' };
      }
      const id = ownId ?? freshId;
      setOwnId(id);
      // Before the entry: a page that ends between the two then restores the draft with its number. Text written since
      // Send was pressed stays in the draft. Skipped where the draft was deleted meanwhile, and another one begun.
      if (draftAsSent && draftAsSent.id === drafts.draft()?.id) await drafts.mark(id);
      const before = waiting.find(({ entry }) => entry.id === id)?.entry;
      const draft = draftAsSent && { id: draftAsSent.id, revision: draftAsSent.revision };
      const [latest] = sent;
      const isWithdrawn = latest?.withdrawnAt !== undefined || withdrawing.includes(latest?.id ?? '');
      const submission = createSubmission(
        message,
        id,
        { before, sent: latest, isWithdrawn, withdrawn: withdrawn[0] },
        draft,
      );
      const press = { type: 'press', submission, pause: message.notBefore ?? 0 } as const;
      const entry = nextRecord(before, press, now()) as OutboxEntry;
      return { entry, isStored: await outbox.put(entry) };
    });
  }

  /** The sent record of this form's entry: its own, or the correction of an earlier one. */
  const sentAs = (id: string | undefined, sent: readonly SentRecord[]) =>
    id === undefined ? undefined : sent.find((record) => record.id === id || record.correction === id);

  /** The id of an earlier waiting entry that the visitor has seen: this submission replaces it. */
  async function findSeenWaiting(): Promise<string | undefined> {
    const { waiting } = await read();
    return waiting.find(({ entry }) => seen.has(entry.id))?.entry.id;
  }

  async function submitOnce(message: FormMessage): Promise<SubmitResult> {
    if (target.closesAt !== undefined && now() >= target.closesAt) return { kind: 'closed' };
    // Before anything is awaited, so that later input is newer.
    const keeping = drafts.saveAnswers(message.answers);
    const asSent = drafts.draft();
    await keeping;
    await outbox.whenMoved();
    if (target.kind === undefined && (await dependencies.checkSiteForm?.(target))?.isOpen === false)
      return { kind: 'closed' };
    const id = ownId ?? (await findSeenWaiting());
    setOwnId(id);
    const freshId = newId();
    // Both are held until the attempt is over: from the moment the entry is stored, no other page and no service worker
    // begins one.
    const patience = answerTimeoutMs(message, dependencies.timeoutMs) + graceMs;
    const lockFresh = () =>
      withLock(locks, entryLock(freshId), patience, () => prepareAndSubmit(message, asSent, freshId));
    return id === undefined ? lockFresh() : withLock(locks, entryLock(id), patience, lockFresh);
  }

  async function prepareAndSubmit(
    message: FormMessage,
    draftAsSent: Draft | undefined,
    freshId: string,
  ): Promise<SubmitResult> {
    const prepared = await prepare(message, draftAsSent, freshId);
    if (!('entry' in prepared)) return prepared;
    const { entry, isStored } = prepared;
    // The entry stays there until the attempt is over, even if the visitor says meanwhile that the device is shared.
    const place = outbox.dependenciesFor(isStored);
    dependencies.onOutboxChanged();
    await new Promise((resolve) => setTimeout(resolve, message.notBefore ?? 0));
    return settle(entry, await submitLockedEntry(place, entry, 'person'));
  }

  async function settle(entry: OutboxEntry, submission: AttemptResult): Promise<SubmitResult> {
    const { waiting, sent } = await read();
    const present = waiting.find((one) => one.entry.id === entry.id)?.entry;
    const item = sentAs(entry.id, sent);
    if (item || submission.kind === 'sent') {
      const record = item ?? createSentRecord(entry, 'person', now());
      await handleArrival(entry.id, record, submission.kind === 'sent' ? entry.draft : undefined);
      return { kind: 'sent', item: record };
    }
    if (present?.state === 'waiting') return { kind: 'waiting' };
    if (submission.kind !== 'elsewhere') return submission;
    return { kind: 'unconfirmed', reason: 'network' };
  }

  /** Other pages need not show them any more. */
  async function markAllNewsSeen(records: readonly SentRecord[]): Promise<void> {
    for (const { id, isNews } of records)
      if (isNews) for (const of of outbox.allDependencies()) await markNewsSeen(of, id);
  }

  /** Handles the arrival of this form's record: in this revision of the draft, or in one that this tab doesn't know. */
  async function handleArrival(id: string, record: SentRecord, sent?: DraftRevision): Promise<void> {
    seen.add(record.id);
    if (ownId === id) setOwnId(undefined);
    if (drafts.draft()?.submissionId === id) await drafts.arrived(sent);
    await markAllNewsSeen([record]);
  }

  return {
    drafts,
    busy: () => busy,
    earlier: async () => {
      const { sent } = await read();
      for (const { id } of sent) seen.add(id);
      await markAllNewsSeen(sent);
      return sent;
    },
    pending: async () => {
      const { waiting, sent } = await read();
      const mine = sentAs(ownId, sent);
      if (ownId !== undefined && mine && !busy) await handleArrival(ownId, mine);
      return Promise.all(
        waiting.map(async ({ entry, isStored }) => ({
          entry,
          isStored,
          mine: entry.id === ownId,
          // A page that was closed in the middle of an attempt has released the lock.
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
      const { waiting } = await read();
      const present = waiting.find((one) => one.entry.id === entry.id);
      if (!present) return { kind: 'elsewhere' };
      return submitEntry(outbox.dependenciesFor(present.isStored), present.entry, 'person');
    },
    withdraw: async ({ id }) => {
      if (ownId === id) setOwnId(undefined);
      await outbox.withdraw(id);
      dependencies.onOutboxChanged();
    },
    setShared: async (shared) => {
      await outbox.setShared(shared);
      await read();
      dependencies.onOutboxChanged();
    },
    isAtRisk: () => isAtRisk,
    flush: async (evenEarly = false) => {
      for (const of of outbox.allDependencies()) await submitDue(of, evenEarly);
      await read();
    },
    restore: async (fits) => {
      const draft = await drafts.restore(fits);
      if (!draft) return undefined;
      setOwnId(draft.submissionId);
      const { sent, withdrawn } = await read();
      if (ownId !== undefined && withdrawn.includes(ownId)) setOwnId(undefined);
      const item = sentAs(ownId, sent);
      if (ownId !== undefined && item) await handleArrival(ownId, item);
      return drafts.draft()?.answers;
    },
  };
}
