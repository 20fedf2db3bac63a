/** What somebody has begun to write in a form. Pure. */
import { readId, readInstant, readRecord, readText } from '../read-value';
import type { RecordStore } from '../records';

export interface Draft {
  /** Of this draft: two tabs that write in the same form have one each, so that neither takes the other's away. */
  readonly id: string;
  /** Which form it is of: `apply.translate-sheets`. */
  readonly form: string;
  /** By name, as they stand in the form. */
  readonly answers: Readonly<Record<string, string>>;
  /** ISO instant of the last change. */
  readonly savedAt: string;
  /** The number under which it was sent, or at least tried. */
  readonly submissionId?: string | undefined;
  /** Higher with each change of the answers. */
  readonly revision: number;
}

/** How long (ms) a draft stays. */
export const draftLife = 30 * 86_400_000;

/** Longest answer that is kept: more than any form takes, and no reason to fill a phone. UTF-16 units. */
const longestAnswer = 2_000_000;

function readAnswers(value: unknown): Draft['answers'] | undefined {
  const record = readRecord(value);
  if (!record) return undefined;
  return Object.fromEntries(
    Object.entries(record).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1].length <= longestAnswer,
    ),
  );
}

/** A draft out of whatever was stored; undefined where it isn't one. */
export function readDraft(value: unknown): Draft | undefined {
  const record = readRecord(value);
  const id = readId(record?.['id']);
  const form = readText(record?.['form']);
  const answers = readAnswers(record?.['answers']);
  const savedAt = readInstant(record?.['savedAt']);
  const submissionId = readId(record?.['submissionId']);
  if (!id || !form || !answers || !savedAt) return undefined;
  const revision = typeof record?.['revision'] === 'number' ? record['revision'] : 0;
  return { id, form, answers, savedAt, revision, ...(submissionId ? { submissionId } : {}) };
}

/** Those that can be read, in no order; none where the device stores nothing. */
export async function readDrafts(records: Pick<RecordStore, 'all'>): Promise<readonly Draft[]> {
  const all = await records.all('drafts').catch(() => []);
  return all.flatMap((value) => readDraft(value) ?? []);
}

/** Which state of which draft something is. */
export type DraftMark = Pick<Draft, 'id' | 'revision'>;

/**
 * What of a draft stays when a state of it has arrived: nothing, or, where more was written since, the draft as one of
 * something new.
 */
export function afterArrival(draft: Draft, revision: number): Draft | undefined {
  return draft.revision === revision ? undefined : { ...draft, submissionId: undefined };
}

/** True where a draft is too old to stay. A clock that was put back makes none too old. */
export function isExpired({ savedAt }: Draft, now: number): boolean {
  return now - Date.parse(savedAt) > draftLife;
}

/** The latest first. */
export function latestFirst(drafts: readonly Draft[]): readonly Draft[] {
  return [...drafts].sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1));
}
