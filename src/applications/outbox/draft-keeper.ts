/** Keeps what somebody writes in a form while they write it, and brings it back. */
import {
  isExpired,
  latestFirst,
  readDrafts,
  type Draft,
  type DraftMark,
} from '@/device/storage/application/draft';
import { holdLock } from '@/device/storage/locks';
import { removeRecord, type RecordStore } from '@/device/storage/records';
import type { OutboxDependencies } from './dependencies';

/** `none`: nothing written; `keeping`: being kept just now; `kept`; `unkept`: the device doesn't let us. */
export type DraftState = 'none' | 'keeping' | 'kept' | 'unkept';

export type DraftAnswers = Draft['answers'];

export interface DraftKeeper {
  readonly state: () => DraftState;
  readonly draft: () => Draft | undefined;
  /**
   * The latest draft of this form that no other tab has and that goes with what stands in the form already. Those that
   * are too old are deleted. Comes before anything else.
   */
  readonly restore: (fits: (answers: DraftAnswers) => boolean) => Promise<Draft | undefined>;
  /** The latest draft of this form that didn't go with what stood in it, once `restore` is done. */
  readonly other: () => Draft | undefined;
  /** Lets go of that one, after its answers were put into the form, or refused. */
  readonly dropOther: () => Promise<void>;
  /** Keeps what stands in the form now. The draft is a new one at once; the promise is for the device. */
  readonly keep: (answers: DraftAnswers) => Promise<void>;
  /** Notes the number under which the draft is sent. */
  readonly mark: (submissionId: string) => Promise<void>;
  /**
   * What the draft was sent as has arrived: this state of it, or one that only the device knows, where another tab sent
   * it. What was written since stays as the draft of something new.
   */
  readonly arrived: (sent: DraftMark | undefined) => Promise<void>;
  /** Deletes the draft. What stands in the form stays there. */
  readonly discard: () => Promise<void>;
}

interface DraftDependencies extends Pick<OutboxDependencies, 'locks' | 'now'> {
  readonly records: RecordStore;
  readonly newId: () => string;
  readonly changed: () => void;
  /** How long (ms) a page that is just going away may still hold its draft. */
  readonly patienceMs: number;
}

/** The keeper of one form in one tab. */
export function keepDrafts(form: string, dependencies: DraftDependencies): DraftKeeper {
  const { records, locks, now, newId, changed, patienceMs } = dependencies;
  let state: DraftState = 'none';
  let draft: Draft | undefined;
  let release: (() => void) | undefined;
  let other: Draft | undefined;
  /** Writes come one after the other, so that the last one stays. */
  let writing = Promise.resolve();

  const say = (next: DraftState) => {
    state = next;
    changed();
  };
  const lockOf = (id: string) => `ov:draft:${id}`;

  /** A draft as the device has it now. */
  const stored = async ({ id }: Draft) => (await readDrafts(records)).find((one) => one.id === id);

  async function restore(fits: (answers: DraftAnswers) => boolean): Promise<Draft | undefined> {
    for (const one of latestFirst(await readDrafts(records))) {
      const expired = isExpired(one, now());
      if (one.form !== form && !expired) continue;
      const free = await holdLock(locks, lockOf(one.id), patienceMs);
      if (!free) continue;
      // Another tab may have written on, and gone, while this one waited.
      const found = await stored(one);
      if (found && !expired && fits(found.answers)) {
        draft = found;
        release = free;
        say('kept');
        return found;
      }
      if (found && !expired) other ??= found;
      if (expired) await removeRecord(records, 'drafts', one.id);
      free();
    }
    return undefined;
  }

  async function write(next: Draft): Promise<void> {
    try {
      await records.change('drafts', next.id, () => next);
      if (draft === next) say('kept');
    } catch {
      if (draft === next) say('unkept');
    }
  }

  function keepAs(next: Draft): Promise<void> {
    draft = next;
    say('keeping');
    writing = writing.then(async () => {
      release ??= await holdLock(locks, lockOf(next.id), patienceMs);
      // Of several that wait only the last one is written.
      if (draft === next) await write(next);
    });
    return writing;
  }

  function keep(answers: DraftAnswers): Promise<void> {
    const same = draft !== undefined && JSON.stringify(draft.answers) === JSON.stringify(answers);
    return keepAs({
      id: draft?.id ?? newId(),
      form,
      answers,
      savedAt: new Date(now()).toISOString(),
      revision: (draft?.revision ?? 0) + (same ? 0 : 1),
      ...(draft?.submissionId === undefined ? {} : { submissionId: draft.submissionId }),
    });
  }

  async function discard(): Promise<void> {
    const gone = draft;
    draft = undefined;
    say('none');
    if (!gone) return;
    writing = writing.then(async () => {
      await removeRecord(records, 'drafts', gone.id);
      release?.();
      release = undefined;
    });
    await writing;
  }

  return {
    state: () => state,
    draft: () => draft,
    other: () => other,
    dropOther: async () => {
      const gone = other;
      other = undefined;
      if (gone) await removeRecord(records, 'drafts', gone.id);
    },
    restore,
    keep,
    mark: async (submissionId) => {
      if (draft) await keepAs({ ...draft, submissionId });
    },
    arrived: async (sent) => {
      await writing;
      const present = draft;
      if (!present) return;
      const isSent =
        sent === undefined
          ? state === 'kept' && (await stored(present)) === undefined
          : sent.id === present.id && sent.revision === present.revision;
      if (draft !== present) return;
      if (isSent) return discard();
      return keepAs({ ...present, submissionId: undefined });
    },
    discard,
  };
}
