/** The state of an entry or asset that a push or pull records: hashes of its values, not the values. */
import { createHash } from 'node:crypto';
import { prune } from '@/model/fields/prune';
import { isRecord } from '@/model/json';
import type { WireFields } from '@/sources/contentful/wire';
import type { StoredState } from '../space-content';

/** A short hash of each nonempty value, by locale code and field: `fr.title`. */
export type FieldHashes = Readonly<Record<string, string>>;

/** An entry or asset as files and space last agreed on it. */
export interface SyncState {
  readonly fields: FieldHashes;
  /** `sys.publishedVersion`; undefined if it wasn’t published. */
  readonly publishedVersion?: number | undefined;
}

/** The states of an entry or asset that earlier runs recorded. */
export interface KnownStates {
  /** Undefined if no push or pull of this folder has handled it yet. */
  readonly seen?: SyncState | undefined;
  /** The state that an interrupted push was about to write. The space may have it. */
  readonly intended?: SyncState | undefined;
}

/** Writes JSON that doesn’t depend on the order of keys. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    isRecord(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** Returns 64 bits of SHA-256 in hexadecimal: enough to tell two versions of one field apart. */
export function hashVersion(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex').slice(0, 16);
}

/**
 * Hashes values by locale code and field. White space at either end is no difference: the model trims texts, and files
 * end long ones with a line break. Different kinds of empty values are no difference either.
 */
export function hashFields(fields: WireFields): FieldHashes {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([id, values]) =>
      Object.entries(values).flatMap(([code, raw]): [string, string][] => {
        const value = prune(typeof raw === 'string' ? raw.trim() : raw);
        return value === undefined ? [] : [[`${code}.${id}`, hashVersion(canonicalJson(value))]];
      }),
    ),
  );
}

/** Returns the state of a space's entry that is recorded. */
export function buildEntryState({ fields, sys }: StoredState): SyncState {
  return { fields: hashFields(fields), publishedVersion: sys.publishedVersion };
}

/** True if both have the same values. */
export function hasSameFields(a: FieldHashes, b: FieldHashes): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}

/** Returns the state to compare with: the intended one if the space has it, else the one last seen. */
export function chooseBaseState(
  { seen, intended }: KnownStates,
  present: FieldHashes,
): SyncState | undefined {
  return intended && hasSameFields(intended.fields, present) ? intended : seen;
}
