/** What a push has to do: each entry of the content folder against the space's. Pure. */
import { contentTypes } from '@/model/types/types';
import type { ContentTypeName, RawEntry } from '@/model/types/entry';
import { entryId } from '@/model/fields/fields';
import { pruneFields } from '@/model/fields/prune';
import { listStoredFields } from '@/sources/contentful/stored-fields';
import { encodeFields, type LocaleCodes, type WireFields } from '@/sources/contentful/wire';
import { isCurrent, typeOf, type SpaceContent, type SpaceEntry } from '../space-content';
import { noChoices, type SyncChoice, type SyncChoices } from '../sync/choices';
import { areAllIn, differencesForPush, type SyncDifference } from '../sync/compare';
import type { KnownStates } from '../sync/state';

/**
 * What becomes of an entry or picture. `edited`: only the space has changed it, so it stays as it is there. `conflict`:
 * writing it would overwrite a change, and nobody has agreed to that. `keep`: the space’s version was chosen.
 */
export type PushVerdict = 'same' | 'write' | 'overwrite' | 'edited' | 'conflict' | 'keep';

/** What is to be done about one entry. */
export interface EntryPlan {
  readonly key: string;
  readonly entry: RawEntry;
  readonly fields: WireFields;
  readonly stored: SpaceEntry | undefined;
  readonly differences: readonly SyncDifference[];
  /** Fields that differ, with their language where they have one: `fr.title`. Empty where nothing is to be written. */
  readonly changes: readonly string[];
  readonly publication: 'publish' | 'unpublish' | 'none';
  readonly verdict: PushVerdict;
}

export interface PushPlan {
  readonly entries: readonly EntryPlan[];
  /** Entries of our types that only the space has: they stay. */
  readonly onlyThere: readonly string[];
  /** What keeps the push from beginning, in words. */
  readonly faults: readonly string[];
  /** What is left behind, in words. */
  readonly notes: readonly string[];
  /** Plans an entry again, as the space has it now. */
  readonly replan: (entry: RawEntry, stored: SpaceEntry | undefined) => EntryPlan;
}

/** `opportunity/x` */
export const entryKey = ({ type, id }: Pick<RawEntry, 'type' | 'id'>) => `${type}/${id}`;

/** True for what isn’t to be published. */
export function isHeldBack({ shared }: RawEntry): boolean {
  return shared['status'] === 'draft' || shared['status'] === 'review';
}

const ownFields = (type: ContentTypeName) => new Set(listStoredFields(type).map(({ id }) => id));

/** The space's fields that the model has: an editor's own further ones stay as they are. */
function withForeignFields(type: ContentTypeName, fields: WireFields, stored: SpaceEntry): WireFields {
  const known = ownFields(type);
  const foreign = Object.entries(stored.fields).filter(([id]) => !known.has(id));
  return { ...fields, ...Object.fromEntries(foreign) };
}

/** A raw entry's fields as Contentful stores them, without empty ones. */
export function encodePruned({ type, locales, shared }: RawEntry, codes: LocaleCodes): WireFields {
  const pruned = {
    shared: pruneFields(shared),
    locales: Object.fromEntries(
      Object.entries(locales).map(([locale, fields]) => [locale, pruneFields(fields)]),
    ),
  };
  return encodeFields(type, pruned, codes);
}

/** What becomes of something that is due to be written, by the sides on which its differences arose. */
export function pushVerdict(differences: readonly SyncDifference[], choice: SyncChoice): PushVerdict {
  if (choice === 'keep') return 'keep';
  if (areAllIn(differences, 'files')) return 'write';
  if (choice === 'overwrite') return 'overwrite';
  return areAllIn(differences, 'space') ? 'edited' : 'conflict';
}

function entryPlan(
  entry: RawEntry,
  stored: SpaceEntry | undefined,
  codes: LocaleCodes,
  known: KnownStates,
  choice: SyncChoice,
): EntryPlan {
  const key = entryKey(entry);
  const own = encodePruned(entry, codes);
  const ids = ownFields(entry.type);
  const isOwn = (field: string) => ids.has(field.slice(field.indexOf('.') + 1));
  const isPublished = !isHeldBack(entry);
  const differences = differencesForPush({ fields: own, isPublished, isOwn }, stored, known);
  if (!stored) {
    const verdict = pushVerdict(differences, choice);
    const publication = isPublished ? 'publish' : 'none';
    return { key, entry, fields: own, stored, differences, changes: ['everything'], publication, verdict };
  }
  const fields = withForeignFields(entry.type, own, stored);
  const changes = differences.map(({ field }) => field).filter(isOwn);
  const wasPublished = stored.sys.publishedVersion !== undefined;
  const isLive = changes.length === 0 && isCurrent(stored);
  const publication = isPublished ? (isLive ? 'none' : 'publish') : wasPublished ? 'unpublish' : 'none';
  const isDue = changes.length > 0 || publication !== 'none';
  const verdict = isDue ? pushVerdict(differences, choice) : 'same';
  return { key, entry, fields, stored, differences, changes, publication, verdict };
}

function faultsOf(entries: readonly RawEntry[], assetIds: readonly string[], space: SpaceContent): string[] {
  const first = new Map<string, RawEntry>();
  const faults: string[] = [];
  for (const entry of entries) {
    const other = first.get(entry.id);
    if (other) {
      faults.push(
        `${other.origin.label} and ${entry.origin.label} have the same id; a space has each id once`,
      );
    }
    first.set(entry.id, entry);
    const stored = space.entries.get(entry.id);
    if (stored && typeOf(stored) !== entry.type) {
      faults.push(
        `${entry.origin.label} has the id of an entry of type ${stored.sys.contentType.sys.id} in the space`,
      );
    }
  }
  for (const id of assetIds) {
    if (!entryId.safeParse(id).success) {
      faults.push(
        `the picture ${id} has a name that Contentful can’t take as an id (1 to 64 of A–Z a–z 0–9 . _ -)`,
      );
    }
  }
  return faults;
}

/** What a space has no place for: it would be missing after a pull. */
function leftBehind({ type, locales, shared, origin }: RawEntry, space: SpaceContent): string[] {
  const known = contentTypes[type];
  const languages = Object.keys(locales).filter(
    (locale) => !space.locales.locales.some((one) => one === locale),
  );
  const unknown = [
    ...Object.keys(shared).filter((key) => !Object.hasOwn(known.shared.shape, key)),
    ...Object.entries(locales).flatMap(([locale, fields]) =>
      Object.keys(fields)
        .filter((key) => !Object.hasOwn(known.localized.shape, key))
        .map((key) => `${locale}.${key}`),
    ),
  ];
  return [
    ...languages.map((locale) => `${origin.label}: its text in ${locale}, which the space has no locale for`),
    ...unknown.map((field) => `${origin.label}: the field ${field}, which the model doesn’t have`),
  ];
}

/** Compares the content folder with a space, and with what both had when they last agreed. */
export function planPush(
  entries: readonly RawEntry[],
  assetIds: readonly string[],
  space: SpaceContent,
  known: (key: string) => KnownStates = () => ({}),
  choices: SyncChoices = noChoices,
): PushPlan {
  const ours = new Set(entries.map(({ id }) => id));
  const plan = (entry: RawEntry, stored: SpaceEntry | undefined, choice: SyncChoice) =>
    entryPlan(entry, stored, space.locales.codes, known(entryKey(entry)), choice);
  return {
    entries: entries.map((entry) => plan(entry, space.entries.get(entry.id), choices(entryKey(entry)))),
    onlyThere: [...space.entries.values()].flatMap((stored) =>
      ours.has(stored.sys.id) ? [] : [`${stored.sys.contentType.sys.id} ${stored.sys.id}`],
    ),
    faults: faultsOf(entries, assetIds, space),
    notes: entries.flatMap((entry) => leftBehind(entry, space)),
    // What was agreed to before was another state of it.
    replan: (entry, stored) => plan(entry, stored, undefined),
  };
}
