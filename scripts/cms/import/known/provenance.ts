/** Reads and writes which row of which source an entry was imported from. */
import type { RawEntry, RawFields } from '@/model/types/entry';

/** The row of an entry; see `importedFrom` in the model. */
interface ImportOrigin {
  readonly source: string;
  readonly row: string;
  readonly date: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly missing?: string;
}

const isFields = (value: unknown): value is RawFields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Returns an entry's origin; undefined if it wasn't imported from a sheet. */
export function readOrigin({ shared }: Pick<RawEntry, 'shared'>): ImportOrigin | undefined {
  const provenance = shared['provenance'];
  const origin = isFields(provenance) ? provenance['importedFrom'] : undefined;
  return isFields(origin) && typeof origin['source'] === 'string' && typeof origin['row'] === 'string'
    ? (origin as unknown as ImportOrigin)
    : undefined;
}

/** Returns an entry with this origin. What else its provenance says stays. */
export function setOrigin<E extends Pick<RawEntry, 'shared'>>(entry: E, importedFrom: ImportOrigin): E {
  const provenance = entry.shared['provenance'];
  const others = isFields(provenance) ? provenance : {};
  return { ...entry, shared: { ...entry.shared, provenance: { ...others, importedFrom } } };
}
