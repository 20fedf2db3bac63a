import { isDeepStrictEqual } from 'node:util';
import type { RawEntry } from '@/model/types/entry';
import type { Problem } from '@/model/problems';
import { normalizeEntry } from './normalize';
import type { Entry } from '@/model/types/types';
import { createProblems, validate } from './validate';

/** The result of the checks that concern an entry alone. */
export interface CheckedEntry {
  /** The normalized entry, if it is a draft or in review: it isn't validated then, and nothing is reported. */
  readonly held?: RawEntry;
  /** The entry that the model has accepted; missing if a problem blocks it. */
  readonly entry?: Entry;
  /** Problems of parts that were removed, then those of what is left. */
  readonly cleaning: readonly Problem[];
  readonly problems: readonly Problem[];
}

/** Checks an entry without looking at others or at the clock. */
export type CheckEntry = (raw: RawEntry) => CheckedEntry;

function isUnpublished(raw: RawEntry): boolean {
  const status = raw.shared['status'];
  return status === 'draft' || status === 'review';
}

/** Normalizes and validates an entry. Its value depends on the entry alone. */
export function checkEntry(raw: RawEntry): CheckedEntry {
  const { entry: normalized, findings } = normalizeEntry(raw);
  if (isUnpublished(normalized)) return { held: normalized, cleaning: [], problems: [] };
  const { entry, problems } = validate(normalized);
  return { ...(entry && { entry }), cleaning: createProblems(normalized, findings), problems };
}

/** Writes a checked entry as JSON; undefined if JSON can't tell it exactly, as with `.nan` in a draft's number. */
export function serializeChecked(checked: CheckedEntry): string | undefined {
  const json = JSON.stringify(checked);
  // The model accepts only plain data. A draft may contain anything.
  return checked.held && !isDeepStrictEqual(JSON.parse(json), checked) ? undefined : json;
}
