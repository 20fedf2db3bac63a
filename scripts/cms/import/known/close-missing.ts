/** Closes entries whose rows are no longer in their sheet. */
import type { RawEntry } from '@/model/types/entry';
import type { EntryChange } from '../../edit/entry-store';
import { readOrigin, setOrigin } from './provenance';

/** Statuses of opportunities that still take applications, or may again. */
const running = new Set(['open', 'paused']);

/** True for an entry that closing would change: organizations and drafts aren't closed. */
export function canClose({ type, shared }: RawEntry): boolean {
  return type === 'opportunity' && running.has(String(shared['status']));
}

/** True for an entry without a row that wasn't closed yet. */
export function isStillThere(entry: RawEntry): boolean {
  const status = String(entry.shared['status']);
  return readOrigin(entry)?.missing === undefined && status !== 'closed' && status !== 'filled';
}

/** Closes entries whose rows are missing. They remember it, so that they are opened again if the rows come back. */
export function closeMissing(missing: readonly RawEntry[], today: string): EntryChange[] {
  return missing.filter(canClose).map((before) => {
    const closed = { ...before, shared: { ...before.shared, status: 'closed', updated: today } };
    const origin = readOrigin(before);
    return { before, after: origin ? setOrigin(closed, { ...origin, missing: today }) : closed };
  });
}
