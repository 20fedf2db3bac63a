/** What a pull has to do: each entry of the space against the content folder's. Pure. */
import { isDeepStrictEqual } from 'node:util';
import { isLocale } from '@/i18n/locales';
import type { RawEntry, RawFields } from '@/model/types/entry';
import { contentTypes } from '@/model/types/types';
import { isRecord } from '@/sources/contentful/json';
import { decode, type LocaleCodes, type WireFields } from '@/sources/contentful/wire';
import { parseYaml } from '@/sources/files/parse-yaml';
import { entryFile, writeEntry } from '@/sources/files/write-entry';
import { encodePruned, entryKey } from '../push/push-plan';
import { getContentType, type SpaceEntry } from '../space-content';
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

/** An entry of a space as a pull reads it: published where it is, else its draft. */
export interface PulledEntry {
  readonly latest: SpaceEntry;
  readonly live: SpaceEntry | undefined;
  readonly theirs: RawEntry;
}

/**
 * What becomes of an entry’s file. `new`: there is none. `write`: it gets what only the space has changed. `edited`: only
 * the file was changed, and stays. `conflict`: writing it would overwrite a change, and nobody has agreed to that.
 */
export type PullVerdict = 'new' | 'same' | 'write' | 'overwrite' | 'edited' | 'conflict' | 'keep';

/** What is to be done about one entry’s file. */
export interface FilePlan {
  readonly key: string;
  readonly file: string;
  readonly text: string;
  readonly verdict: PullVerdict;
  /** Fields that are written: `fr.title`, `closes`. */
  readonly changes: readonly string[];
  readonly differences: readonly SyncDifference[];
  /** To be remembered once the file is as planned; undefined where what is remembered is newer. */
  readonly agreed: SyncState | undefined;
  readonly pulled: PulledEntry;
  readonly inSpace: WireFields;
  readonly inFiles: WireFields;
}

/**
 * A space's entry as one of ours. One that isn't published is a draft, whatever it says of itself; settings, which have
 * no status, give undefined then.
 */
export function decodeStoredEntry(
  stored: SpaceEntry,
  codes: LocaleCodes,
  isPublished: boolean,
): RawEntry | undefined {
  const type = getContentType(stored);
  if (!type) return undefined;
  const { id } = stored.sys;
  const { locales, shared } = decode(type, stored.fields, codes);
  const entry = { id, type, locales, origin: { label: `Contentful entry ${id}` } };
  const status = shared['status'];
  if (isPublished || status === 'draft' || status === 'review') return { ...entry, shared };
  if (!Object.hasOwn(contentTypes[type].shared.shape, 'status')) return undefined;
  return { ...entry, shared: { ...shared, status: 'draft' } };
}

function pickUnknownFields(fields: RawFields, shape: object): RawFields {
  return Object.fromEntries(Object.entries(fields).filter(([key]) => !Object.hasOwn(shape, key)));
}

/** The space's entry with what the space has no place for: languages without a locale, fields that aren't the model's. */
function addLocalParts(theirs: RawEntry, ours: RawEntry | undefined, codes: LocaleCodes): RawEntry {
  if (!ours) return theirs;
  const { localized, shared } = contentTypes[theirs.type];
  const locales = { ...theirs.locales };
  for (const [locale, fields] of Object.entries(ours.locales)) {
    if (!isLocale(locale)) continue;
    if (!codes.of.has(locale)) locales[locale] = fields;
    else {
      const unknown = pickUnknownFields(fields, localized.shape);
      if (Object.keys(unknown).length > 0) locales[locale] = { ...locales[locale], ...unknown };
    }
  }
  return {
    ...theirs,
    locales,
    shared: { ...theirs.shared, ...pickUnknownFields(ours.shared, shared.shape) },
  };
}

/** Dotted names of what differs between two files, a language's fields each by itself. */
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

/** Hashes of an entry that was remembered, with the status that a pull gives to what isn’t published. */
function normalizeRememberedFields(base: SyncState, { default: code }: LocaleCodes): FieldHashes {
  const key = `${code}.status`;
  const heldBack = ['draft', 'review'].map((status) => hashFields({ status: { [code]: status } })[key]);
  const status = base.fields[key];
  if (status === undefined || base.publishedVersion !== undefined || heldBack.includes(status))
    return base.fields;
  return { ...base.fields, [key]: heldBack[0] ?? '' };
}

/** Where a pull found a difference, what it decides with it. */
export interface PullDecision {
  readonly differences: readonly SyncDifference[];
  readonly verdict: PullVerdict;
  readonly agreed: SyncState | undefined;
}

/** The two sides of a pull, as hashes of what can be compared. */
export interface PullSides {
  readonly base: SyncState | undefined;
  readonly files: FieldHashes;
  readonly space: FieldHashes;
  /** What is pulled, with what only the space has. */
  readonly pulled: SyncState;
  /** False for what was never published. */
  readonly isLive: boolean;
}

/** Compares, and decides by what was chosen. */
export function decidePull(
  { base, files, space, pulled, isLive }: PullSides,
  choice: SyncChoice,
): PullDecision {
  const found = compareFields(base?.fields, files, space);
  // What was remembered is as new as what is published, or newer: a push may have been stopped before it published.
  const isNothingNew = isLive && base !== undefined && base.publishedVersion === pulled.publishedVersion;
  const differences: SyncDifference[] = isNothingNew
    ? found.map(({ field }) => ({ field, changedIn: 'files' }))
    : found;
  const verdict = choosePullVerdict(differences, choice);
  const isAgreed = verdict === 'write' || verdict === 'overwrite' || (verdict === 'same' && !isNothingNew);
  return { differences, verdict, agreed: isAgreed ? pulled : undefined };
}

/** Some values of one entry in another’s fields. */
function copyValues(fields: WireFields, from: WireFields, keys: readonly string[]): WireFields {
  const merged: Record<string, Record<string, unknown>> = structuredClone(fields) as typeof merged;
  for (const key of keys) {
    const [code = '', id = ''] = key.split('.');
    (merged[id] ??= {})[code] = from[id]?.[code];
  }
  return merged;
}

/**
 * What becomes of a file. Where both sides have changed it, but not the same fields, it gets what is new in the space and
 * keeps what is new in the folder.
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
 * What is to be done about an entry’s file. What differs only in how it is written, by hand and with comments, is left as
 * it is.
 */
export function planFile(
  pulled: PulledEntry,
  ours: RawEntry | undefined,
  codes: LocaleCodes,
  known: KnownStates,
  choice: SyncChoice,
): FilePlan {
  const { latest, live, theirs } = pulled;
  const key = entryKey(theirs);
  const file = entryFile(theirs);
  const inSpace = encodePruned(theirs, codes);
  const state = { ...buildEntryState(live ?? latest), publishedVersion: latest.sys.publishedVersion };
  if (!ours) {
    const plan = { key, file, text: writeEntry(theirs), agreed: state, pulled, inSpace, inFiles: {} };
    return { ...plan, verdict: 'new', changes: [], differences: [] };
  }
  const inFiles = encodePruned(ours, codes);
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
  const { locales, shared } = decode(theirs.type, copyValues(inFiles, inSpace, fieldsFromSpace), codes);
  const text = writeEntry(addLocalParts({ ...theirs, locales, shared }, ours, codes));
  const changes = listChanges(writeEntry(ours), text);
  return { ...decision, key, file, text, changes, pulled, inSpace, inFiles };
}
