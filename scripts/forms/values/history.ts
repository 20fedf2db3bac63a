/** The versions of a form, so that changes can be undone. */
import type { RawFields } from '@/model/types/entry';

export interface History {
  readonly past: readonly RawFields[];
  readonly present: RawFields;
  readonly future: readonly RawFields[];
  /** The last change, if it was typed: what is typed into one field without a pause is undone as a whole. */
  readonly last?: { readonly place: string; readonly at: number } | undefined;
}

/** The pause (ms) after which a further change of the same field is one of its own. */
const pause = 1500;

/** The most versions that are kept. */
const mostVersions = 200;

export const beginHistory = (present: RawFields): History => ({ past: [], present, future: [] });

/** Adds a version. `typed` says where something was typed, and at which instant (ms); without it, the change is one of its own. */
export function addVersion(history: History, present: RawFields, typed?: History['last']): History {
  const { past, last } = history;
  const continues = typed !== undefined && last?.place === typed.place && typed.at - last.at < pause;
  return {
    past: continues ? past : [...past, history.present].slice(-mostVersions),
    present,
    future: [],
    last: typed,
  };
}

export function undo({ past, present, future }: History): History {
  const before = past.at(-1);
  return before
    ? { past: past.slice(0, -1), present: before, future: [present, ...future] }
    : { past, present, future };
}

export function redo({ past, present, future }: History): History {
  const [next, ...rest] = future;
  return next ? { past: [...past, present], present: next, future: rest } : { past, present, future };
}
