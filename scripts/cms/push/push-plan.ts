/** Decides what a push has to do, by comparing each entry of the content folder with the space's. Pure. */
import path from 'node:path';
import { contentTypes } from '@/model/types/types';
import { entryKey, contentTypeNames, type ContentTypeName, type RawEntry } from '@/model/types/entry';
import { entryId } from '@/model/fields/fields';
import { pruneFields } from '@/model/fields/prune';
import { picturesOf } from '@/model/fields/walk';
import { joinFields } from '@/sources/contentful/flat-fields';
import { listModelFields } from '@/sources/contentful/stored-fields';
import { encodeFields, type LocaleCodes, type WireFields } from '@/sources/contentful/wire';
import {
  isFullyPublished,
  getContentType,
  listPlaceless,
  type SpaceContent,
  type SpaceEntry,
  type SpaceLayout,
} from '../space-content';
import { picturePath } from '@/sources/files/media';
import { noSyncChoices, type SyncChoice, type SyncChoices } from '../sync/choices';
import { areAllChangedIn, compareForPush, type SyncDifference } from '../sync/compare';
import type { KnownStates } from '../sync/sync-state';

/**
 * The decision about an entry or picture. `edited`: only the space has changed it, so it stays as it is there.
 * `conflict`: writing it would overwrite a change without `--overwrite`. `keep`: the space’s version was chosen.
 */
export type PushVerdict = 'same' | 'write' | 'overwrite' | 'edited' | 'conflict' | 'keep';

/** The decision about one entry, with its fields as they would be in the space, a value for each field of the model. */
export interface EntryPlan {
  readonly key: string;
  readonly entry: RawEntry;
  readonly fields: WireFields;
  readonly stored: SpaceEntry | undefined;
  readonly differences: readonly SyncDifference[];
  /** Fields that differ, with their language if they have one: `fr.title`. Empty if nothing is to be written. */
  readonly changes: readonly string[];
  readonly publication: 'publish' | 'unpublish' | 'none';
  readonly verdict: PushVerdict;
}

export interface PushPlan {
  readonly entries: readonly EntryPlan[];
  /** Entries of our types that only the space has. They stay there. */
  readonly onlyThere: readonly string[];
  /** Messages about faults that prevent the push. */
  readonly faults: readonly string[];
  /** Messages about pictures that no space can have, and about the entries with them: neither is pushed. */
  readonly leftOut: readonly string[];
  /** Messages about texts and fields that the space can't store. */
  readonly notes: readonly string[];
  /** The space on which it depends how values are stored. */
  readonly layout: SpaceLayout;
  /** Plans an entry again, by its present state in the space. */
  readonly replan: (entry: RawEntry, stored: SpaceEntry | undefined) => EntryPlan;
}

/** True for an entry that isn’t to be published yet. */
export function isDraftOrInReview({ shared }: RawEntry): boolean {
  return shared['status'] === 'draft' || shared['status'] === 'review';
}

const listModelIds = (type: ContentTypeName) => new Set(listModelFields(type).map(({ id }) => id));

/** Adds the fields that only the space has, so that an editor's own fields stay. */
function addForeignFields(type: ContentTypeName, fields: WireFields, stored: SpaceEntry): WireFields {
  const known = listModelIds(type);
  const foreign = Object.entries(stored.fields).filter(([id]) => !known.has(id));
  return { ...fields, ...Object.fromEntries(foreign) };
}

/** Returns a raw entry's fields for Contentful, without empty ones. */
export function encodePruned({ type, locales, shared }: RawEntry, codes: LocaleCodes): WireFields {
  const pruned = {
    shared: pruneFields(shared),
    locales: Object.fromEntries(
      Object.entries(locales).map(([locale, fields]) => [locale, pruneFields(fields)]),
    ),
  };
  return joinFields(type, encodeFields(type, pruned, codes), codes.default) as WireFields;
}

/** Decides about an entry or picture that differs, by the side on which its differences arose. */
export function choosePushVerdict(differences: readonly SyncDifference[], choice: SyncChoice): PushVerdict {
  if (choice === 'keep') return 'keep';
  if (areAllChangedIn(differences, 'files')) return 'write';
  if (choice === 'overwrite') return 'overwrite';
  return areAllChangedIn(differences, 'space') ? 'edited' : 'conflict';
}

/** Returns fields without those that the space has no place for. */
export function dropPlaceless(
  type: ContentTypeName,
  fields: WireFields,
  layout: Pick<SpaceLayout, 'fieldIds'>,
) {
  const placeless = listPlaceless(type, layout);
  return Object.fromEntries(Object.entries(fields).filter(([id]) => !placeless.includes(id)));
}

function planEntry(
  entry: RawEntry,
  stored: SpaceEntry | undefined,
  space: Pick<SpaceContent, 'locales' | 'fieldIds'>,
  known: KnownStates,
  choice: SyncChoice,
): EntryPlan {
  const key = entryKey(entry);
  const own = dropPlaceless(entry.type, encodePruned(entry, space.locales.codes), space);
  const ids = listModelIds(entry.type);
  const isOwn = (field: string) => ids.has(field.slice(field.indexOf('.') + 1));
  const isPublished = !isDraftOrInReview(entry);
  const differences = compareForPush({ fields: own, isPublished, isOwn }, stored, known);
  if (!stored) {
    const verdict = choosePushVerdict(differences, choice);
    const publication = isPublished ? 'publish' : 'none';
    return { key, entry, fields: own, stored, differences, changes: ['everything'], publication, verdict };
  }
  const fields = addForeignFields(entry.type, own, stored);
  const changes = differences.map(({ field }) => field).filter(isOwn);
  const wasPublished = stored.sys.publishedVersion !== undefined;
  const isLive = changes.length === 0 && isFullyPublished(stored);
  const publication = isPublished ? (isLive ? 'none' : 'publish') : wasPublished ? 'unpublish' : 'none';
  const isDue = changes.length > 0 || publication !== 'none';
  const verdict = isDue ? choosePushVerdict(differences, choice) : 'same';
  return { key, entry, fields, stored, differences, changes, publication, verdict };
}

function findFaults(entries: readonly RawEntry[], space: SpaceContent): string[] {
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
    if (stored && getContentType(stored) !== entry.type) {
      faults.push(
        `${entry.origin.label} has the id of an entry of type ${stored.sys.contentType.sys.id} in the space`,
      );
    }
  }
  return faults;
}

/** True for a picture that a space can have: its name is the asset's id there. */
export const canBeAsset = (id: string) => entryId.safeParse(id).success;

/** Returns a name like that of a picture which a space can have: `logo été 2.png -> logo-ete-2.png`. */
function suggestPictureName(id: string): string {
  const { name, ext } = path.posix.parse(id.normalize('NFKD').replaceAll(/\p{M}/gu, ''));
  const plain = (text: string) => text.replaceAll(/[^A-Za-z0-9._-]+/g, '-');
  return picturePath(`${plain(name).slice(-50) || 'picture'}${plain(ext).slice(0, 10)}`);
}

/** Says which pictures no space can have, and why. */
export function describeUnusablePictures(ids: readonly string[]): string[] {
  return ids
    .filter((id) => !canBeAsset(id))
    .map(
      (id) =>
        `the picture ${picturePath(id)}: its name, with the folder, is its id in Contentful, which has 1 to 64 of A–Z a–z 0–9 . _ -. Rename it, for example to ${suggestPictureName(id)}, and the links to it.`,
    );
}

/** Describes the texts and fields that a space can't store, and that a pull wouldn't bring back. */
function describeLosses({ type, locales, shared, origin }: RawEntry, space: SpaceContent): string[] {
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

/** Describes the fields that the space gets with `setup`, one line for all entries of a type. */
function describePlaceless(entries: readonly RawEntry[], space: SpaceContent): string[] {
  return contentTypeNames.flatMap((type) =>
    listPlaceless(type, space).flatMap((field) => {
      const { length } = entries.filter((entry) => entry.type === type && entry.shared[field] !== undefined);
      return length === 0
        ? []
        : [
            `${field} of type ${type} (in ${length}), which npm run cms -- setup makes room for. It stays in the files`,
          ];
    }),
  );
}

/** Compares the content folder with a space, and with the state on which both last agreed. */
export function planPush(
  entries: readonly RawEntry[],
  assetIds: readonly string[],
  space: SpaceContent,
  known: (key: string) => KnownStates = () => ({}),
  choices: SyncChoices = noSyncChoices,
): PushPlan {
  const ours = new Set(entries.map(({ id }) => id));
  const plan = (entry: RawEntry, stored: SpaceEntry | undefined, choice: SyncChoice) =>
    planEntry(entry, stored, space, known(entryKey(entry)), choice);
  const usesUnusable = (entry: RawEntry) => picturesOf(entry).some((id) => isInFolder(id) && !canBeAsset(id));
  const isInFolder = (id: string) => assetIds.includes(id);
  const [unusable, usable] = [entries.filter(usesUnusable), entries.filter((entry) => !usesUnusable(entry))];
  return {
    entries: usable.map((entry) => plan(entry, space.entries.get(entry.id), choices(entryKey(entry)))),
    onlyThere: [...space.entries.values()].flatMap((stored) =>
      ours.has(stored.sys.id) ? [] : [`${stored.sys.contentType.sys.id} ${stored.sys.id}`],
    ),
    faults: findFaults(entries, space),
    leftOut: [
      ...describeUnusablePictures(assetIds),
      ...unusable.map(({ origin }) => `${origin.label}, because of its picture`),
    ],
    layout: space,
    notes: [
      ...entries.flatMap((entry) => describeLosses(entry, space)),
      ...describePlaceless(entries, space),
    ],
    // The person's choice was about an earlier state, so it doesn't count any more.
    replan: (entry, stored) => plan(entry, stored, undefined),
  };
}
