/** Decides what a pull has to do, by comparing each entry of the space with the content folder's. Pure. */
import { isDeepStrictEqual } from 'node:util';
import { isLocale } from '@/i18n/locales';
import { entryKey, type RawEntry, type RawFields } from '@/model/types/entry';
import { contentTypes } from '@/model/types/types';
import { isRecord } from '@/model/json';
import { decodeFields, type LocaleCodes, type WireFields } from '@/sources/contentful/wire';
import { parseYaml } from '@/sources/files/parse-yaml';
import { entryFilePath, formatEntry } from '@/sources/files/format-entry';
import { dropPlaceless, encodePruned } from '../push/push-plan';
import { getContentType, listPlaceless, type SpaceEntry, type SpaceLayout } from '../space-content';
import type { SyncChoice } from '../sync/choices';
import { areAllChangedIn, compareFields, type SyncDifference } from '../sync/compare';
import {
  chooseBaseState,
  buildEntryState,
  hashFields,
  type FieldHashes,
  type KnownStates,
  type SyncState,
} from '../sync/sync-state';

/** An entry of a space with the state that is pulled: the published one, else the draft. */
export interface PulledEntry {
  readonly latest: SpaceEntry;
  readonly live: SpaceEntry | undefined;
  readonly theirs: RawEntry;
}

/**
 * The decision about an entry’s file. `new`: there is none yet. `write`: it gets the changes of the space. `edited`: only
 * the file was changed, and stays. `conflict`: writing it would overwrite a change without `--overwrite`.
 */
export type PullVerdict = 'new' | 'same' | 'write' | 'overwrite' | 'edited' | 'conflict' | 'keep';

/** The decision about one entry’s file, with its new text. */
export interface FilePlan {
  readonly key: string;
  readonly file: string;
  readonly text: string;
  readonly verdict: PullVerdict;
  /** Fields that are written: `fr.title`, `closes`. */
  readonly changes: readonly string[];
  readonly differences: readonly SyncDifference[];
  /** The state to record once the file is written; undefined if the recorded one is newer. */
  readonly agreed: SyncState | undefined;
  readonly pulled: PulledEntry;
  readonly inSpace: WireFields;
  readonly inFiles: WireFields;
}

/**
 * Converts a space's entry to one of ours. An unpublished one gets the status draft, whatever its field says. Returns
 * undefined for unpublished settings, which have no status.
 */
export function decodeStoredEntry(
  stored: SpaceEntry,
  codes: LocaleCodes,
  isPublished: boolean,
): RawEntry | undefined {
  const type = getContentType(stored);
  if (!type) return undefined;
  const { id } = stored.sys;
  const { locales, shared } = decodeFields(type, stored.fields, codes);
  const entry = { id, type, locales, origin: { label: `Contentful entry ${id}` } };
  const status = shared['status'];
  if (isPublished || status === 'draft' || status === 'review') return { ...entry, shared };
  if (!Object.hasOwn(contentTypes[type].shared.shape, 'status')) return undefined;
  return { ...entry, shared: { ...shared, status: 'draft' } };
}

function pickUnknownFields(fields: RawFields, shape: object, placeless: readonly string[] = []): RawFields {
  return Object.fromEntries(
    Object.entries(fields).filter(([key]) => !Object.hasOwn(shape, key) || placeless.includes(key)),
  );
}

/** The parts of a space on which it depends how files are written. */
interface PullLayout extends Pick<SpaceLayout, 'fieldIds'> {
  readonly codes: LocaleCodes;
}

/** Returns the flags that a file says are off. A space of the present model has only those that are on. */
function pickFlagsOff(shared: RawFields): RawFields {
  return Object.fromEntries(Object.entries(shared).filter(([, value]) => value === false));
}

/**
 * Adds what a space can't store: texts in languages without a locale, fields that aren't in the model, and flags that
 * are off.
 */
function addLocalParts(theirs: RawEntry, ours: RawEntry, { codes, fieldIds }: PullLayout): RawEntry {
  const { localized, shared } = contentTypes[theirs.type];
  const locales = { ...theirs.locales };
  for (const [locale, fields] of Object.entries(ours.locales)) {
    if (!isLocale(locale)) continue;
    if (!codes.byLocale.has(locale)) locales[locale] = fields;
    else {
      const unknown = pickUnknownFields(fields, localized.shape);
      if (Object.keys(unknown).length > 0) locales[locale] = { ...locales[locale], ...unknown };
    }
  }
  return {
    ...theirs,
    locales,
    shared: {
      ...pickFlagsOff(ours.shared),
      ...theirs.shared,
      ...pickUnknownFields(ours.shared, shared.shape, listPlaceless(theirs.type, { fieldIds })),
    },
  };
}

/** Lists the fields that differ between two files by their dotted names: `fr.title`, `closes`. */
function listChanges(before: string, after: string): string[] {
  const flattenFields = (text: string) => {
    const fields = parseYaml(text);
    return new Map(
      Object.entries(isRecord(fields) ? fields : {}).flatMap(([key, value]): [string, unknown][] =>
        isLocale(key) && isRecord(value)
          ? Object.entries(value).map(([part, inner]) => [`${key}.${part}`, inner])
          : [[key, value]],
      ),
    );
  };
  const [old, now] = [flattenFields(before), flattenFields(after)];
  return [...new Set([...old.keys(), ...now.keys()])].filter(
    (name) => !isDeepStrictEqual(old.get(name), now.get(name)),
  );
}

/** Returns the recorded hashes of an entry, with the status that a pull gives to an unpublished one. */
function normalizeRememberedFields(base: SyncState, { default: code }: LocaleCodes): FieldHashes {
  const key = `${code}.status`;
  const heldBack = ['draft', 'review'].map((status) => hashFields({ status: { [code]: status } })[key]);
  const status = base.fields[key];
  if (status === undefined || base.publishedVersion !== undefined || heldBack.includes(status))
    return base.fields;
  return { ...base.fields, [key]: heldBack[0] ?? '' };
}

/** The differences between file and space, and what a pull does about them. */
interface PullDecision {
  readonly differences: readonly SyncDifference[];
  readonly verdict: PullVerdict;
  readonly agreed: SyncState | undefined;
}

/** The two sides of a pull, as hashes of their fields. */
interface PullSides {
  readonly base: SyncState | undefined;
  readonly files: FieldHashes;
  readonly space: FieldHashes;
  /** The state that is pulled, with fields that only the space has. */
  readonly pulled: SyncState;
  /** False for an entry that was never published. */
  readonly isLive: boolean;
}

/** Compares file and space, and decides what to do, with regard to the person's choice. */
export function decidePull(
  { base, files, space, pulled, isLive }: PullSides,
  choice: SyncChoice,
): PullDecision {
  const found = compareFields(base?.fields, files, space);
  // The record may be newer than the published state: a push may have been stopped before it published.
  const isNothingNew = isLive && base !== undefined && base.publishedVersion === pulled.publishedVersion;
  const differences: SyncDifference[] = isNothingNew
    ? found.map(({ field }) => ({ field, changedIn: 'files' }))
    : found;
  const verdict = choosePullVerdict(differences, choice);
  const isAgreed = verdict === 'write' || verdict === 'overwrite' || (verdict === 'same' && !isNothingNew);
  return { differences, verdict, agreed: isAgreed ? pulled : undefined };
}

/** Returns fields with some values of another entry. */
function copyValues(fields: WireFields, from: WireFields, keys: readonly string[]): WireFields {
  const merged: Record<string, Record<string, unknown>> = structuredClone(fields) as typeof merged;
  for (const key of keys) {
    const [code = '', id = ''] = key.split('.');
    (merged[id] ??= {})[code] = from[id]?.[code];
  }
  return merged;
}

/**
 * Decides what happens to a file. If both sides changed different fields, it gets the changes of the space and keeps
 * those of the folder.
 */
function choosePullVerdict(differences: readonly SyncDifference[], choice: SyncChoice): PullVerdict {
  if (differences.length === 0) return 'same';
  if (choice === 'keep') return 'keep';
  if (areAllChangedIn(differences, 'space')) return 'write';
  if (choice === 'overwrite') return 'overwrite';
  if (areAllChangedIn(differences, 'files')) return 'edited';
  const isClash = differences.some(({ changedIn }) => changedIn === 'both' || changedIn === 'unknown');
  return isClash ? 'conflict' : 'write';
}

/**
 * Decides what happens to an entry’s file, and writes its new text. A file with the same values stays as it is, so that
 * comments and order by hand are not lost.
 */
export function planFile(
  pulled: PulledEntry,
  ours: RawEntry | undefined,
  layout: PullLayout,
  known: KnownStates,
  choice: SyncChoice,
): FilePlan {
  const { latest, live, theirs } = pulled;
  const { codes } = layout;
  const key = entryKey(theirs);
  const file = entryFilePath(theirs);
  const inSpace = encodePruned(theirs, codes);
  const state = { ...buildEntryState(live ?? latest), publishedVersion: latest.sys.publishedVersion };
  if (!ours) {
    const plan = { key, file, text: formatEntry(theirs), agreed: state, pulled, inSpace, inFiles: {} };
    return { ...plan, verdict: 'new', changes: [], differences: [] };
  }
  const inFiles = dropPlaceless(ours.type, encodePruned(ours, codes), layout);
  const base = chooseBaseState(known, state.fields);
  const decision = decidePull(
    {
      base: base && { ...base, fields: normalizeRememberedFields(base, codes) },
      files: hashFields(inFiles),
      space: hashFields(inSpace),
      pulled: state,
      isLive: live !== undefined,
    },
    choice,
  );
  const fieldsFromSpace = decision.differences.flatMap(({ field, changedIn }) =>
    decision.verdict === 'overwrite' || changedIn === 'space' ? field : [],
  );
  const { locales, shared } = decodeFields(theirs.type, copyValues(inFiles, inSpace, fieldsFromSpace), codes);
  const text = formatEntry(addLocalParts({ ...theirs, locales, shared }, ours, layout));
  const changes = listChanges(formatEntry(ours), text);
  return { ...decision, key, file, text, changes, pulled, inSpace, inFiles };
}
