/** The submissions of one form in one tab, from the first draft to arrival. Without a DOM: views show its state. */
import type { ApplicationSubject } from '@/device/storage/application/applied-item';
import { readDraft, type Draft } from '@/device/storage/application/draft';
import { withLock } from '@/device/storage/application/locks';
import {
  followUpId,
  isDeleted,
  numberOf,
  readOutboxEntry,
  readSentRecord,
  type OutboxEntry,
  type SentRecord,
  type Submission,
} from '@/device/storage/application/outbox-entry';
import type { StoredRecord } from '@/device/storage/records';
import type { SubmissionOutcome } from '../transport/transport';
import type { OutboxDependencies } from './outbox-dependencies';
import { openDraftStore, type DraftAnswers } from './draft-store';
import { nextRecord } from './entry-states';
import { deleteEntry, holdQueue, isBeingSent, markNewsSeen, readOutbox, sendEntry } from './submit/queue';

/** Time limit (ms) for another tab to store a submission of the same form. */
const prepareTimeoutMs = 10_000;

const dayMs = 86_400_000;

/** The form's subject, and where it sends. */
export interface FormTarget {
  /** Missing for an application. */
  readonly kind?: 'message' | undefined;
  readonly endpoint: string;
  readonly formId: string;
  /** The address for sending the same by e-mail. */
  readonly contact?: string | undefined;
  /** The closing date (ms). */
  readonly closesAt?: number | undefined;
  readonly about: Omit<ApplicationSubject, 'replyBy' | 'followsUp'>;
  /** The number of days within which the organization promises to reply. */
  readonly replyDays?: number | undefined;
}

/** The message to send when Send is pressed. */
export interface FormMessage {
  readonly answers: DraftAnswers;
  /** Delay (ms) before it is sent, against bots that send at once and leave. */
  readonly notBefore?: number;
  /**
   * Builds the data to send, by number and by the earlier application it follows up; a correction follows up its own
   * number.
   */
  readonly payload: (number: string, followsUp: string | undefined) => Readonly<Record<string, string>>;
  /** Builds the same as readable text. */
  readonly text?: (number: string) => string;
  /** The file that is sent with it. */
  readonly file?: Blob | undefined;
  /** The headers that the form service's client adds to each request. */
  readonly headers?: OutboxEntry['headers'];
}

/** A submission of this form that has not arrived. */
export interface PendingEntry {
  readonly entry: OutboxEntry;
  /** False if only the page has it, and it is lost with the page. */
  readonly isStored: boolean;
  /** True if it was written in this form; false where it comes from another tab or an earlier visit. */
  readonly mine: boolean;
  readonly isSending: boolean;
}

/** The result of pressing Send. */
export type SubmitResult =
  | { readonly kind: 'sent'; readonly item: SentRecord }
  /** Stored and perhaps tried: `pending` has what came of it. */
  | {
      readonly kind: 'waiting';
      readonly id: string;
      readonly outcome: SubmissionOutcome | undefined;
    }
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

export type FormSubmissions = ReturnType<typeof openFormSubmissions>;

/** Opens the submissions of one form. */
export function openFormSubmissions(target: FormTarget, dependencies: FormSubmissionsDependencies) {
  const { records, now, newId, locks, onOutboxChanged } = dependencies;
  const { opportunity, title, lang, path } = target.about;
  /** The id of this form, for drafts: `apply.translate-sheets`. */
  const form = `${target.kind ?? 'apply'}.${opportunity}`;
  const drafts = openDraftStore(
    { form, title, lang, path },
    { ...dependencies, changed: dependencies.draftChanged },
  );
  let isShared = dependencies.isShared;
  /** Ids of earlier ones, sent or waiting, that the visitor has seen here. */
  const seen = new Set<string>();
  /** This form's own entry as it was pressed last, and all that it has made. */
  let own: Pick<OutboxEntry, 'id' | 'draft'> | undefined;
  const created = new Set<string>();
  let busy = false;
  let isAtRisk = false;

  const isMessage = target.kind !== undefined;
  const isMine = ({ kind }: Pick<OutboxEntry, 'kind'>) =>
    isMessage ? kind === target.kind : kind !== 'message' && kind !== 'reply';

  /** True for a stored record of this form. */
  function isOwn(value: unknown): boolean {
    const record = readOutboxEntry(value) ?? readSentRecord(value);
    if (!record) return readDraft(value)?.form === form;
    const about = 'about' in record ? record.about : record;
    return isMine(record) && about.opportunity === opportunity;
  }
  void records.setShared(isShared, isOwn);

  /** Reads this form's sent and waiting records, without those of another visitor on a shared device. */
  async function read() {
    const contents = await readOutbox(dependencies);
    const isVisible = ({ id }: StoredRecord) => !isShared || !records.isStored(id);
    const entries = contents.entries.filter(
      (entry) => isMine(entry) && entry.about.opportunity === opportunity && isVisible(entry),
    );
    const waiting = entries.filter((entry) => !isDeleted(entry) && entry.kind !== 'withdrawal');
    isAtRisk = waiting.some(({ id }) => !records.isStored(id));
    return {
      waiting,
      /** Messages are independent of each other; two applications to one opportunity are not. */
      sent: contents.sent
        .filter((item) => isMine(item) && item.opportunity === opportunity && isVisible(item))
        .filter(({ id }) => !isMessage || created.has(id))
        .sort((a, b) => (a.appliedAt < b.appliedAt ? 1 : -1)),
      isWithdrawing: ({ id }: SentRecord) =>
        entries.some(
          (entry) => entry.id === followUpId(id) && entry.kind === 'withdrawal' && entry.state === 'waiting',
        ),
      /** The number of an application that was deleted, and may have arrived. */
      deleted: isMessage
        ? undefined
        : entries.find((entry) => isDeleted(entry) && entry.kind === undefined)?.id,
    };
  }

  /** Stores what is to be sent, or returns why nothing is sent. */
  async function prepare(
    message: FormMessage,
    draft: Draft | undefined,
  ): Promise<{ readonly entry: OutboxEntry } | Extract<SubmitResult, { kind: 'earlier' | 'pending' }>> {
    const { waiting, sent, isWithdrawing, deleted } = await read();
    if (!isMessage && sent.some(({ id }) => !seen.has(id))) return { kind: 'earlier' };
    const other = waiting.find(({ id }) => id !== own?.id && !seen.has(id));
    if (other) {
      seen.add(other.id);
      return { kind: 'pending' };
    }
    const before = waiting.find(({ id }) => id === own?.id) ?? waiting[0];
    const latest = isMessage ? undefined : sent[0];
    const corrected =
      latest && latest.withdrawnAt === undefined && !isWithdrawing(latest) ? latest.id : undefined;
    const id = before?.id ?? (corrected === undefined ? (deleted ?? newId()) : followUpId(corrected));
    const kind = before ? before.kind : corrected === undefined ? target.kind : 'correction';
    const number = numberOf(id);
    const followsUp = kind === 'correction' ? number : before ? before.about.followsUp : latest?.id;
    const { about, replyDays, endpoint, formId, contact, closesAt } = target;
    const submission: Submission = {
      id,
      kind,
      about: {
        ...about,
        replyBy: replyDays === undefined ? undefined : new Date(now() + replyDays * dayMs).toISOString(),
        followsUp: kind === 'correction' ? undefined : followsUp,
      },
      closesAt,
      endpoint,
      formId,
      contact,
      payload: message.payload(number, followsUp),
      text: message.text?.(number),
      file: message.file,
      headers: message.headers,
      draft: draft && { id: draft.id, revision: draft.revision },
    };
    const press = { type: 'press', submission, pause: message.notBefore ?? 0 } as const;
    const result: { entry?: OutboxEntry | undefined } = {};
    await records.change('outbox', id, (value) => {
      const next = readSentRecord(value) ? undefined : nextRecord(readOutboxEntry(value), press, now());
      // It has arrived, or is being withdrawn, since it was read.
      result.entry = next?.state === 'sent' || next?.kind !== kind ? undefined : next;
      return result.entry ?? (value as StoredRecord);
    });
    return result.entry ? { entry: result.entry } : prepare(message, draft);
  }

  /** The sent record of an entry that isn't there any more. */
  function sentAs({ id, pressedAt }: OutboxEntry, sent: readonly SentRecord[]): SentRecord | undefined {
    const item = sent.find((record) => record.id === numberOf(id));
    // A correction may also have been ended by a withdrawal.
    return id === numberOf(id) || (item?.correctedAt ?? '') >= pressedAt ? item : undefined;
  }

  async function submitOnce(message: FormMessage): Promise<SubmitResult> {
    if (target.closesAt !== undefined && now() >= target.closesAt) return { kind: 'closed' };
    // Before anything is awaited, so that later input is newer.
    const saving = drafts.saveAnswers(message.answers);
    const draft = drafts.draft();
    await saving;
    if (!isMessage && (await dependencies.checkSiteForm?.(target))?.isOpen === false)
      return { kind: 'closed' };
    // Held before it is stored, where it is free: otherwise another sender could be quicker.
    const release = await holdQueue(dependencies, 0);
    const prepared = await withLock(locks, `ov:${form}`, prepareTimeoutMs, () => prepare(message, draft));
    if (!('entry' in prepared)) {
      release?.();
      return prepared;
    }
    const pressed = prepared.entry;
    own = pressed;
    created.add(pressed.id);
    dependencies.onStored?.();
    onOutboxChanged();
    await new Promise((resolve) => setTimeout(resolve, message.notBefore ?? 0));
    const outcome = await sendEntry(dependencies, pressed, 'person', release);
    const { waiting, sent } = await read();
    const isWaiting = waiting.some(({ id }) => id === pressed.id);
    const item = isWaiting ? undefined : sentAs(pressed, sent);
    if (!item) return { kind: 'waiting', id: pressed.id, outcome };
    await settleArrival(item);
    return { kind: 'sent', item };
  }

  /** Other pages need not show this form's arrival any more, and its draft goes, unless more was written since. */
  async function settleArrival({ id, isNews }: SentRecord): Promise<void> {
    seen.add(id);
    if (isNews) await markNewsSeen(dependencies, id);
    if (own === undefined || numberOf(own.id) !== id) return;
    const { draft } = own;
    own = undefined;
    await drafts.arrived(draft);
  }

  return {
    drafts,
    /** True while a press on Send is in progress. */
    busy: () => busy,
    /** Reads earlier ones that have arrived, the latest first; they then count as seen by the visitor. */
    earlier: async (): Promise<readonly SentRecord[]> => {
      const { sent } = await read();
      for (const item of sent) {
        seen.add(item.id);
        if (item.isNews) await markNewsSeen(dependencies, item.id);
      }
      return sent;
    },
    /** Reads unsent ones, the oldest first. */
    pending: async (): Promise<readonly PendingEntry[]> => {
      const { waiting, sent } = await read();
      const arrived =
        !busy &&
        !waiting.some(({ id }) => id === own?.id) &&
        sent.find(({ id }) => id === numberOf(own?.id ?? ''));
      if (arrived) await settleArrival(arrived);
      return Promise.all(
        waiting.map(async (entry) => ({
          entry,
          isStored: records.isStored(entry.id),
          mine: entry.id === own?.id,
          isSending: await isBeingSent(dependencies, entry),
        })),
      );
    },
    submit: async (message: FormMessage): Promise<SubmitResult> => {
      if (busy) return { kind: 'busy' };
      busy = true;
      try {
        return await submitOnce(message);
      } finally {
        busy = false;
      }
    },
    /** Tries a pending one now. */
    retry: (entry: OutboxEntry) => sendEntry(dependencies, entry, 'person'),
    /** Deletes a pending one. If it may have arrived its number stays, for the next one. */
    remove: async ({ id }: OutboxEntry) => {
      if (own?.id === id) own = undefined;
      await deleteEntry(dependencies, id);
    },
    /** Moves all of this form off the device, or back to it. */
    setShared: async (shared: boolean) => {
      await records.setShared(shared, isOwn, true);
      // Only now: what is on its way into the page still shows.
      isShared = shared;
      await read();
      onOutboxChanged();
    },
    /** True if closing the page would lose an unsent submission that isn't on the device. */
    isAtRisk: () => isAtRisk,
    /**
     * Restores and returns an earlier draft. `fill` puts its answers into the form, or returns false if the form has others. To
     * be awaited before anything else.
     */
    restore: async (fill: (answers: DraftAnswers) => boolean): Promise<Draft | undefined> => {
      const draft = isShared ? undefined : await drafts.restore(fill);
      if (!draft) return undefined;
      const { waiting } = await read();
      own = waiting.find((entry) => entry.draft?.id === draft.id);
      if (own) created.add(own.id);
      return draft;
    },
  };
}
