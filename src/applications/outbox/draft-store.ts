/** The draft of a form: saved while the visitor writes, and restored later. */
import {
  isDraftExpired,
  sortLatestFirst,
  readDrafts,
  type Draft,
  type DraftRevision,
} from '@/device/storage/application/draft';
import { holdLock } from '@/device/storage/application/locks';
import { removeRecord } from '@/device/storage/records';
import type { OutboxDependencies } from './outbox-dependencies';

export type DraftAnswers = Draft['answers'];

interface DraftDependencies extends Pick<OutboxDependencies, 'locks' | 'now' | 'records'> {
  readonly newId: () => string;
  readonly changed: () => void;
  /** Time (ms) for which a closing page may still hold its draft. */
  readonly patienceMs: number;
}

/** Opens the draft store of one form in one tab. */
export function openDraftStore(
  about: Pick<Draft, 'form' | 'title' | 'lang' | 'path'>,
  dependencies: DraftDependencies,
) {
  const { form } = about;
  const { records, locks, now, newId, changed, patienceMs } = dependencies;
  /** `unsaved`: the device refuses to store it; undefined while it is being saved, and where nothing was written. */
  let state: 'saved' | 'unsaved' | undefined;
  let draft: Draft | undefined;
  let release: (() => void) | undefined;
  let other: Draft | undefined;
  /** Writes run one after the other, so that the last one wins. */
  let writing = Promise.resolve();

  const setState = (next: typeof state) => {
    state = next;
    changed();
  };
  const lockOf = (id: string) => `ov:draft:${id}`;

  /** The draft as the device has it now. */
  const stored = async ({ id }: Draft) => (await readDrafts(records)).find((one) => one.id === id);

  /**
   * Restores the latest draft of this form that no other tab holds and that `fill` puts into the form: at once, for what is
   * typed a moment later must come after it. `fill` returns false, and changes nothing, if the form has other answers.
   * Deletes expired drafts. To be called before anything else.
   */
  async function restore(fill: (answers: DraftAnswers) => boolean): Promise<Draft | undefined> {
    for (const one of sortLatestFirst(await readDrafts(records))) {
      if (one.form !== form && !isDraftExpired(one, now())) continue;
      const unlock = await holdLock(locks, lockOf(one.id), draft ? 0 : patienceMs);
      if (!unlock) continue;
      // Another tab may have changed or sent it while this one waited.
      const found = await stored(one);
      if (found && isDraftExpired(found, now())) await removeRecord(records, 'drafts', found.id);
      else if (found?.form === form) {
        if (!draft && fill(found.answers)) {
          draft = found;
          release = unlock;
          setState('saved');
          continue;
        }
        other ??= found;
      }
      unlock();
    }
    return draft;
  }

  async function write(next: Draft): Promise<void> {
    await records.change('drafts', next.id, () => next);
    if (draft === next) setState(records.isStored(next.id) ? 'saved' : 'unsaved');
  }

  function saveDraft(next: Draft): Promise<void> {
    draft = next;
    setState(undefined);
    writing = writing.then(async () => {
      release ??= await holdLock(locks, lockOf(next.id), patienceMs);
      // Of several waiting writes only the last one is made.
      if (draft === next) await write(next);
    });
    return writing;
  }

  /** Saves the answers of the form. The draft changes at once; the promise is for the storage. */
  function saveAnswers(answers: DraftAnswers): Promise<void> {
    const same = draft !== undefined && JSON.stringify(draft.answers) === JSON.stringify(answers);
    return saveDraft({
      ...about,
      id: draft?.id ?? newId(),
      answers,
      savedAt: new Date(now()).toISOString(),
      revision: (draft?.revision ?? 0) + (same ? 0 : 1),
    });
  }

  /** Deletes the draft, but not the answers in the form. */
  async function discard(): Promise<void> {
    const deleted = draft;
    draft = undefined;
    setState(undefined);
    if (!deleted) return;
    writing = writing.then(async () => {
      await removeRecord(records, 'drafts', deleted.id);
      release?.();
      release = undefined;
    });
    await writing;
  }

  return {
    state: () => state,
    draft: () => draft,
    /** The latest other draft of this form, once `restore` is done: a part of it may have been typed over. */
    conflicting: () => other,
    /** Deletes that draft, after the visitor has used or refused it. */
    dropOther: async () => {
      const gone = other;
      other = undefined;
      if (gone) await removeRecord(records, 'drafts', gone.id);
    },
    restore,
    saveAnswers,
    /**
     * Forgets the draft if it is the one that was sent, which the sender has deleted. It stays where another tab sent
     * other text under its number; later text stays as the draft of something new.
     */
    arrived: async (sent: DraftRevision | undefined) => {
      await writing;
      const present = draft;
      if (!present || sent?.id !== present.id || sent.revision !== present.revision) return;
      const isDeleted = (await stored(present)) === undefined;
      if (isDeleted && draft === present) await discard();
    },
    discard,
  };
}
