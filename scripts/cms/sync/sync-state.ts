/** What a push or pull remembers of an entry or asset: which values it had, without the values themselves. */
import { createHash } from 'node:crypto';
import { prune } from '@/model/fields/prune';
import { isRecord } from '@/sources/contentful/json';
import type { WireFields } from '@/sources/contentful/wire';
import type { StoredState } from '../space-content';

/** A short hash of each value that isn’t empty, by locale code and field: `fr.title`. */
export type FieldHashes = Readonly<Record<string, string>>;

/** An entry or asset as files and space last agreed on it. */
export interface SyncState {
  readonly fields: FieldHashes;
  /** `sys.publishedVersion`; undefined where it wasn’t published. */
  readonly publishedVersion?: number | undefined;
}

/** What is known about an entry or asset from earlier runs. */
export interface KnownStates {
  /** Undefined where no push or pull from here has had it yet. */
  readonly seen?: SyncState | undefined;
  /** What a push was about to write when it was interrupted: the space may have it. */
  readonly intended?: SyncState | undefined;
}

/** JSON that doesn’t depend on the order of keys. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    isRecord(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** 64 bits of SHA-256, in hexadecimal: enough to tell two versions of one field apart. */
export function shortHash(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex').slice(0, 16);
}

/**
 * Hashes of values by locale code and field. The model trims texts, and files end long ones with a line break, so that
 * white space at either end is no difference; neither are two ways to leave a field empty.
 */
export function hashFields(fields: WireFields): FieldHashes {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([id, values]) =>
      Object.entries(values).flatMap(([code, raw]): [string, string][] => {
        const value = prune(typeof raw === 'string' ? raw.trim() : raw);
        return value === undefined ? [] : [[`${code}.${id}`, shortHash(canonicalJson(value))]];
      }),
    ),
  );
}

/** What is remembered of an entry of a space. */
export function buildEntryState({ fields, sys }: StoredState): SyncState {
  return { fields: hashFields(fields), publishedVersion: sys.publishedVersion };
}

/** True where both have the same values. */
export function hasSameFields(a: FieldHashes, b: FieldHashes): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}

/** The state that a space’s present fields are compared with: where it has what a push intended, that. */
export function chooseBaseState(
  { seen, intended }: KnownStates,
  present: FieldHashes,
): SyncState | undefined {
  return intended && hasSameFields(intended.fields, present) ? intended : seen;
}
