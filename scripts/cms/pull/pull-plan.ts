/** What a pull has to do: each entry of the space against the content folder's. Pure. */
import { isDeepStrictEqual } from 'node:util';
import { isLocale } from '@/i18n/locales';
import type { RawEntry, RawFields } from '@/model/types/entry';
import { contentTypes } from '@/model/types/types';
import { isRecord } from '@/sources/contentful/json';
import { decodeFields, type LocaleCodes, type WireFields } from '@/sources/contentful/wire';
import { parseYaml } from '@/sources/files/parse-yaml';
import { entryFilePath, formatEntry } from '@/sources/files/format-entry';
import { encodePruned, entryKey } from '../push/push-plan';
import { typeOf, type SpaceEntry } from '../space-content';
import type { SyncChoice } from '../sync/choices';
import { areAllIn, compareFields, type SyncDifference } from '../sync/compare';
import {
  baseState,
  entryState,
  hashFields,
  type FieldHashes,
  type KnownStates,
  type SyncState,
} from '../sync/state';

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
export function rawEntryOf(
  stored: SpaceEntry,
  codes: LocaleCodes,
  isPublished: boolean,
): RawEntry | undefined {
  const type = typeOf(stored);
  if (!type) return undefined;
  const { id } = stored.sys;
  const { locales, shared } = decodeFields(type, stored.fields, codes);
  const entry = { id, type, locales, origin: { label: `Contentful entry ${id}` } };
  const status = shared['status'];
  if (isPublished || status === 'draft' || status === 'review') return { ...entry, shared };
  if (!Object.hasOwn(contentTypes[type].shared.shape, 'status')) return undefined;
  return { ...entry, shared: { ...shared, status: 'draft' } };
}

function unknownOf(fields: RawFields, shape: object): RawFields {
  return Object.fromEntries(Object.entries(fields).filter(([key]) => !Object.hasOwn(shape, key)));
}

/** The space's entry with what the space has no place for: languages without a locale, fields that aren't the model's. */
function withLocalParts(theirs: RawEntry, ours: RawEntry | undefined, codes: LocaleCodes): RawEntry {
  if (!ours) return theirs;
  const { localized, shared } = contentTypes[theirs.type];
  const locales = { ...theirs.locales };
  for (const [locale, fields] of Object.entries(ours.locales)) {
    if (!isLocale(locale)) continue;
    if (!codes.byLocale.has(locale)) locales[locale] = fields;
    else {
      const unknown = unknownOf(fields, localized.shape);
      if (Object.keys(unknown).length > 0) locales[locale] = { ...locales[locale], ...unknown };
    }
  }
  return { ...theirs, locales, shared: { ...theirs.shared, ...unknownOf(ours.shared, shared.shape) } };
}

/** Dotted names of what differs between two files, a language's fields each by itself. */
function changesBetween(before: string, after: string): string[] {
  const flat = (text: string) => {
    const fields = parseYaml(text);
    return new Map(
      Object.entries(isRecord(fields) ? fields : {}).flatMap(([key, value]): [string, unknown][] =>
        isLocale(key) && isRecord(value)
          ? Object.entries(value).map(([part, inner]) => [`${key}.${part}`, inner])
          : [[key, value]],
      ),
    );
  };
  const [old, now] = [flat(before), flat(after)];
  return [...new Set([...old.keys(), ...now.keys()])].filter(
    (name) => !isDeepStrictEqual(old.get(name), now.get(name)),
  );
}

/** Hashes of an entry that was remembered, with the status that a pull gives to what isn’t published. */
function rememberedFields(base: SyncState, { default: code }: LocaleCodes): FieldHashes {
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
  const verdict = pullVerdict(differences, choice);
  const isAgreed = verdict === 'write' || verdict === 'overwrite' || (verdict === 'same' && !isNothingNew);
  return { differences, verdict, agreed: isAgreed ? pulled : undefined };
}

/** Some values of one entry in another’s fields. */
function withValues(fields: WireFields, from: WireFields, keys: readonly string[]): WireFields {
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
function pullVerdict(differences: readonly SyncDifference[], choice: SyncChoice): PullVerdict {
  if (differences.length === 0) return 'same';
  if (choice === 'keep') return 'keep';
  if (areAllIn(differences, 'space')) return 'write';
  if (choice === 'overwrite') return 'overwrite';
  if (areAllIn(differences, 'files')) return 'edited';
  const isClash = differences.some(({ changedIn }) => changedIn === 'both' || changedIn === 'unknown');
  return isClash ? 'conflict' : 'write';
}

/**
 * What is to be done about an entry’s file. What differs only in how it is written, by hand and with comments, is left as
 * it is.
 */
export function filePlan(
  pulled: PulledEntry,
  ours: RawEntry | undefined,
  codes: LocaleCodes,
  known: KnownStates,
  choice: SyncChoice,
): FilePlan {
  const { latest, live, theirs } = pulled;
  const key = entryKey(theirs);
  const file = entryFilePath(theirs);
  const inSpace = encodePruned(theirs, codes);
  const state = { ...entryState(live ?? latest), publishedVersion: latest.sys.publishedVersion };
  if (!ours) {
    const plan = { key, file, text: formatEntry(theirs), agreed: state, pulled, inSpace, inFiles: {} };
    return { ...plan, verdict: 'new', changes: [], differences: [] };
  }
  const inFiles = encodePruned(ours, codes);
  const base = baseState(known, state.fields);
  const decision = decidePull(
    {
      base: base && { ...base, fields: rememberedFields(base, codes) },
      files: hashFields(inFiles),
      space: hashFields(inSpace),
      pulled: state,
      isLive: live !== undefined,
    },
    choice,
  );
  const taken = decision.differences.flatMap(({ field, changedIn }) =>
    decision.verdict === 'overwrite' || changedIn === 'space' ? field : [],
  );
  const { locales, shared } = decodeFields(theirs.type, withValues(inFiles, inSpace, taken), codes);
  const text = formatEntry(withLocalParts({ ...theirs, locales, shared }, ours, codes));
  const changes = changesBetween(formatEntry(ours), text);
  return { ...decision, key, file, text, changes, pulled, inSpace, inFiles };
}
