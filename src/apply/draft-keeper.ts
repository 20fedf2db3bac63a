/** Keeps what somebody writes in a form while they write it, and brings it back. */
import { isExpired, latestFirst, readDraft, type Draft } from '@/device/draft';
import type { Records } from '@/device/records';
import type { Post } from './post';

/** `none`: nothing written; `keeping`: being kept just now; `kept`; `unkept`: the device doesn't let us. */
export type DraftState = 'none' | 'keeping' | 'kept' | 'unkept';

export type Answers = Draft['answers'];

export interface DraftKeeper {
  readonly state: () => DraftState;
  readonly draft: () => Draft | undefined;
  /** The latest draft of this form that no other tab has, if there is one. Those that are too old are deleted. */
  readonly restore: () => Promise<Draft | undefined>;
  /** Keeps what stands in the form now, and the number that it is sent under where there is one. */
  readonly keep: (
    answers: Answers,
    submission?: Pick<Draft, 'submissionId' | 'changedSince'>,
  ) => Promise<void>;
  /** Deletes the draft. What stands in the form stays there. */
  readonly discard: () => Promise<void>;
}

interface World extends Pick<Post, 'locks' | 'now'> {
  readonly records: Records;
  readonly newId: () => string;
  readonly changed: () => void;
  /** How long (ms) a page that is just going away may still hold its draft. */
  readonly patienceMs: number;
}

/** Takes a lock and keeps it until the page ends or it is given back; undefined where another tab has it. */
async function hold(
  { locks, patienceMs }: Pick<World, 'locks' | 'patienceMs'>,
  name: string,
): Promise<(() => void) | undefined> {
  if (!locks) return () => {};
  return new Promise((resolve) => {
    const held = () => new Promise<void>((release) => resolve(release));
    locks.request(name, { signal: AbortSignal.timeout(patienceMs) }, held).catch(() => resolve(undefined));
  });
}

/** The keeper of one form in one tab. */
export function keepDrafts(form: string, world: World): DraftKeeper {
  const { records, now, newId, changed } = world;
  let state: DraftState = 'none';
  let draft: Draft | undefined;
  let release: (() => void) | undefined;
  /** Writes come one after the other, so that the last one stays. */
  let writing = Promise.resolve();

  const say = (next: DraftState) => {
    state = next;
    changed();
  };
  const lockOf = (id: string) => `ov:draft:${id}`;

  async function restore(): Promise<Draft | undefined> {
    const all = await records.all('drafts').catch(() => []);
    const drafts = all.flatMap((value) => readDraft(value) ?? []);
    for (const one of latestFirst(drafts)) {
      const expired = isExpired(one, now());
      if (one.form !== form && !expired) continue;
      const free = await hold(world, lockOf(one.id));
      if (!free) continue;
      // Another tab may have written on, and gone, while this one waited.
      const present = (await records.all('drafts').catch(() => [])).find(
        (value) => readDraft(value)?.id === one.id,
      );
      const found = readDraft(present);
      if (found && !expired) {
        draft = found;
        release = free;
        say('kept');
        return found;
      }
      if (expired) await records.change('drafts', one.id, () => undefined).catch(() => {});
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

  return {
    state: () => state,
    draft: () => draft,
    restore,
    keep: async (answers, submission) => {
      const { submissionId, changedSince = false } = submission ?? {
        submissionId: draft?.submissionId,
        changedSince: true,
      };
      const next: Draft = {
        id: draft?.id ?? newId(),
        form,
        answers,
        savedAt: new Date(now()).toISOString(),
        ...(submissionId === undefined ? {} : { submissionId, changedSince }),
      };
      draft = next;
      say('keeping');
      writing = writing.then(async () => {
        release ??= await hold(world, lockOf(next.id));
        // Of several that wait only the last one is written.
        if (draft === next) await write(next);
      });
      await writing;
    },
    discard: async () => {
      const gone = draft;
      draft = undefined;
      say('none');
      if (!gone) return;
      writing = writing.then(async () => {
        await records.change('drafts', gone.id, () => undefined).catch(() => {});
        release?.();
        release = undefined;
      });
      await writing;
    },
  };
}
