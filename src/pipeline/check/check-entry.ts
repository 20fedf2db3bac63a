import { isDeepStrictEqual } from 'node:util';
import type { RawEntry } from '@/model/types/entry';
import { createProblems, type Problem } from '@/model/problems';
import { normalizeEntry } from './normalize';
import type { Entry } from '@/model/types/types';
import { validate } from './validate';

function isUnpublished(raw: RawEntry): boolean {
  const status = raw.shared['status'];
  return status === 'draft' || status === 'review';
}

/**
 * Normalizes and validates an entry, without looking at others or at the clock. Drafts and entries in review are held: they are
 * only normalized, and nothing is reported. An entry is missing if a problem blocks it.
 */
export function checkEntry(raw: RawEntry): {
  readonly held?: RawEntry;
  readonly entry?: Entry;
  readonly problems: readonly Problem[];
} {
  const { entry: normalized, findings } = normalizeEntry(raw);
  if (isUnpublished(normalized)) return { held: normalized, problems: [] };
  const { entry, problems } = validate(normalized);
  return { ...(entry && { entry }), problems: [...createProblems(normalized, findings), ...problems] };
}

/** Writes a checked entry as JSON; undefined if JSON can't tell it exactly, as with `.nan` in a draft's number. */
export function serializeChecked(checked: ReturnType<typeof checkEntry>): string | undefined {
  const json = JSON.stringify(checked);
  // The model accepts only plain data. A draft may contain anything.
  return checked.held && !isDeepStrictEqual(JSON.parse(json), checked) ? undefined : json;
}
