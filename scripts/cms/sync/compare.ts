/** Compares three states of an entry or asset: last seen, in the files and in the space. Pure. */
import type { WireFields } from '@/sources/contentful/wire';
import { isFullyPublished, type StoredState } from '../space-content';
import { chooseBaseState, hashFields, hasSameFields, type FieldHashes, type KnownStates } from './sync-state';

/** The side that changed a value since files and space agreed; `unknown` if this folder has no record of that. */
export type ChangeSide = 'files' | 'space' | 'both' | 'unknown';

/** A value that differs between files and space. */
export interface SyncDifference {
  /** `fr.title`, or a state of the whole entry: `published`, `archived`, `deleted`. */
  readonly field: string;
  readonly changedIn: ChangeSide;
}

/** Compares field by field. Without a `base` it can’t be known on which side a value is newer. */
export function compareFields(
  base: FieldHashes | undefined,
  files: FieldHashes,
  space: FieldHashes,
): SyncDifference[] {
  const changedIn = (field: string): ChangeSide => {
    if (!base) return 'unknown';
    if (space[field] === base[field]) return 'files';
    return files[field] === base[field] ? 'space' : 'both';
  };
  return [...new Set([...Object.keys(files), ...Object.keys(space)])]
    .filter((field) => files[field] !== space[field])
    .map((field) => ({ field, changedIn: changedIn(field) }));
}

/** An entry or asset as it should be in the space. */
interface WantedState {
  readonly fields: WireFields;
  readonly isPublished: boolean;
  /** False for fields that only the space has. A push leaves these as they are. */
  readonly isOwn: (field: string) => boolean;
}

const isPublished = ({ sys }: StoredState) => sys.publishedVersion !== undefined;

function wasEverPublished({ sys }: StoredState): boolean {
  return sys.firstPublishedAt !== undefined || (sys.publishedCounter ?? 0) > 0;
}

/** Finds what a push would change in the space, and on which side each difference arose. */
export function compareForPush(
  wanted: WantedState,
  stored: StoredState | undefined,
  known: KnownStates,
): SyncDifference[] {
  const files = hashFields(wanted.fields);
  if (!stored) {
    if (!known.seen) return [];
    const seen = Object.entries(known.seen.fields).filter(([field]) => wanted.isOwn(field));
    const isUnchanged = hasSameFields(Object.fromEntries(seen), files);
    return [{ field: 'deleted', changedIn: isUnchanged ? 'space' : 'both' }];
  }
  const space = hashFields(stored.fields);
  const base = chooseBaseState(known, space);
  // Publishing includes fields that only the space has, and a draft of these may be unfinished.
  const publishesDraft = wanted.isPublished && !isFullyPublished(stored);
  const foreign = Object.keys(space).flatMap((field): [string, string][] => {
    if (wanted.isOwn(field)) return [];
    const value = publishesDraft ? base?.fields[field] : space[field];
    return value === undefined ? [] : [[field, value]];
  });
  const differences = compareFields(base?.fields, { ...files, ...Object.fromEntries(foreign) }, space);
  if (wanted.isPublished !== isPublished(stored)) {
    // An interrupted push may have left an entry that was never published and has no record.
    const isNew = !base && wanted.isPublished && !wasEverPublished(stored);
    const wasPublished = base?.publishedVersion !== undefined;
    const changedIn = isNew
      ? 'files'
      : !base
        ? 'unknown'
        : wasPublished === isPublished(stored)
          ? 'files'
          : 'space';
    differences.push({ field: 'published', changedIn });
  }
  if (differences.length > 0 && stored.sys.archivedVersion !== undefined)
    differences.push({ field: 'archived', changedIn: 'space' });
  return differences;
}

/** True if every difference arose on this side. */
export function areAllChangedIn(differences: readonly SyncDifference[], side: 'files' | 'space'): boolean {
  return differences.every(({ changedIn }) => changedIn === side);
}
