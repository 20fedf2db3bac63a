/** The draft of a form. Pure. */
import {
  readCount,
  readFields,
  readId,
  readInstant,
  readLanguage,
  readPath,
  readShortText,
  readTextRecord,
  type ReadValue,
} from '../read-value';
import type { RecordStore } from '../records';

/** Lifetime (ms) of a draft. */
export const draftLifetimeMs = 30 * 86_400_000;

/** A revision of a draft. */
const revision = {
  /** The draft's own id: two tabs with the same form have separate drafts, so that neither overwrites the other's. */
  id: readId,
  /** Increases with each change of the answers. */
  revision: readCount,
};

export const readDraftRevision = (value: unknown) => readFields(value, revision);

export type DraftRevision = ReadValue<typeof readDraftRevision>;

/** Reads a draft from any stored value; undefined if it isn't one. */
export const readDraft = (value: unknown) =>
  readFields(value, {
    ...revision,
    /** The form's id: `apply.translate-sheets`. */
    form: readShortText,
    /** The subject of the form, the language of its title, and its page. */
    title: readShortText,
    lang: readLanguage,
    path: readPath,
    /** The answers in the form, by name. */
    answers: readTextRecord,
    /** ISO instant of the last change. */
    savedAt: readInstant,
  });

export type Draft = ReadValue<typeof readDraft>;

/** Reads the valid drafts, unsorted; empty if the device stores nothing. */
export async function readDrafts(records: Pick<RecordStore, 'all'>): Promise<readonly Draft[]> {
  const all = await records.all('drafts').catch(() => []);
  return all.flatMap((value) => readDraft(value) ?? []);
}

/** True for a draft that is too old. A clock that was put back expires none. */
export function isDraftExpired({ savedAt }: Draft, now: number): boolean {
  return now - Date.parse(savedAt) > draftLifetimeMs;
}

/** Sorts drafts, the latest first. */
export function sortLatestFirst(drafts: readonly Draft[]): readonly Draft[] {
  return [...drafts].sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1));
}
