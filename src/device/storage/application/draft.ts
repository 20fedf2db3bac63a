/** The draft of a form. Pure. */
import { readId, readInstant, readLanguage, readObject, readPath, readShortText } from '../read-value';
import type { RecordStore } from '../records';

export interface Draft {
  /** The draft's own id: two tabs with the same form have separate drafts, so that neither overwrites the other's. */
  readonly id: string;
  /** The form's id: `apply.translate-sheets`. */
  readonly form: string;
  /** What the form is for, the language of that, and its page. */
  readonly title: string;
  readonly lang: string;
  readonly path: string;
  /** The answers in the form, by name. */
  readonly answers: Readonly<Record<string, string>>;
  /** ISO instant of the last change. */
  readonly savedAt: string;
  /** Increases with each change of the answers. */
  readonly revision: number;
}

/** Lifetime (ms) of a draft. */
export const draftLifetimeMs = 30 * 86_400_000;

/** The longest stored answer in UTF-16 units: more than any form accepts, but too little to fill a phone. */
const longestAnswer = 2_000_000;

function readDraftAnswers(value: unknown): Draft['answers'] | undefined {
  const record = readObject(value);
  if (!record) return undefined;
  return Object.fromEntries(
    Object.entries(record).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1].length <= longestAnswer,
    ),
  );
}

/** Reads a draft from any stored value; undefined if it isn't one. */
export function readDraft(value: unknown): Draft | undefined {
  const record = readObject(value);
  const id = readId(record?.['id']);
  const form = readShortText(record?.['form']);
  const answers = readDraftAnswers(record?.['answers']);
  const savedAt = readInstant(record?.['savedAt']);
  const title = readShortText(record?.['title']);
  const lang = readLanguage(record?.['lang']);
  const path = readPath(record?.['path']);
  if (!id || !form || !answers || !savedAt || !title || !lang || !path) return undefined;
  const revision = typeof record?.['revision'] === 'number' ? record['revision'] : 0;
  return { id, form, title, lang, path, answers, savedAt, revision };
}

/** Reads the valid drafts, unsorted; empty if the device stores nothing. */
export async function readDrafts(records: Pick<RecordStore, 'all'>): Promise<readonly Draft[]> {
  const all = await records.all('drafts').catch(() => []);
  return all.flatMap((value) => readDraft(value) ?? []);
}

/** A revision of a draft. */
export type DraftRevision = Pick<Draft, 'id' | 'revision'>;

/** True for a draft that is too old. A clock that was put back expires none. */
export function isDraftExpired({ savedAt }: Draft, now: number): boolean {
  return now - Date.parse(savedAt) > draftLifetimeMs;
}

/** Sorts drafts, the latest first. */
export function sortLatestFirst(drafts: readonly Draft[]): readonly Draft[] {
  return [...drafts].sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1));
}
