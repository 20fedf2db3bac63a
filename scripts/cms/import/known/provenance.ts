/** Reads and writes which row of which source an entry was imported from. */
import { isRecord } from '@/model/json';
import type { RawEntry } from '@/model/types/entry';
import type { EntryChange } from '../../edit/entry-store';

/** The row of an entry; see `importedFrom` in the model. */
interface ImportOrigin {
  readonly source: string;
  readonly row: string;
  readonly date: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly missing?: string;
}

/** Returns an entry's origin; undefined if it wasn't imported from a sheet. */
export function readOrigin({ shared }: Pick<RawEntry, 'shared'>): ImportOrigin | undefined {
  const provenance = shared['provenance'];
  const origin = isRecord(provenance) ? provenance['importedFrom'] : undefined;
  return isRecord(origin) && typeof origin['source'] === 'string' && typeof origin['row'] === 'string'
    ? (origin as unknown as ImportOrigin)
    : undefined;
}

/** Returns an entry with this origin. What else its provenance says stays. */
export function setOrigin<E extends Pick<RawEntry, 'shared'>>(entry: E, importedFrom: ImportOrigin): E {
  const provenance = entry.shared['provenance'];
  const others = isRecord(provenance) ? provenance : {};
  return { ...entry, shared: { ...entry.shared, provenance: { ...others, importedFrom } } };
}

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
