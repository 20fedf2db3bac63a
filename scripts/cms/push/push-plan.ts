/** Decides what a push has to do, by comparing each entry of the content folder with the space's. Pure. */
import { entryKey, type ContentTypeName, type RawEntry } from '@/model/types/entry';
import { rawEntryTitle } from '@/model/fields/entry-title';
import { pruneFields } from '@/model/fields/prune';
import { picturesOf } from '@/model/fields/walk';
import { joinFields } from '@/sources/contentful/flat-fields';
import { listModelFields } from '@/sources/contentful/stored-fields';
import { encodeFields, type LocaleCodes, type WireFields } from '@/sources/contentful/wire';
import type { SpaceContent, SpaceEntry } from '../space-content';
import { listDifferences } from '../transfer/compare';
import type { OverwriteChoice } from '../transfer/overwrite-choice';
import type { ComparedItem } from './format-differences';
import { canBeAsset, describeLosses, describeUnusablePictures, findFaults } from './push-notes';
import { addStates, choosePushVerdict, type PushVerdict } from './push-verdict';

/** The decision about one entry. */
export interface EntryPlan extends ComparedItem {
  readonly entry: RawEntry;
  readonly stored: SpaceEntry | undefined;
  /** The values to write, one for each field of the model; undefined if the space has the same. */
  readonly fields: WireFields | undefined;
  readonly publication: 'publish' | 'unpublish' | 'none';
  readonly verdict: PushVerdict;
}

export type PushPlan = ReturnType<typeof planPush>;

/** True for an entry that isn’t to be published yet. */
function isDraftOrInReview({ shared }: RawEntry): boolean {
  return shared['status'] === 'draft' || shared['status'] === 'review';
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

/** True if a pull makes this draft of the entry, whatever its status there, since it isn’t published. */
function isPulledDraft({ shared }: RawEntry, { sys, fields }: SpaceEntry, code: string): boolean {
  const isPublished = sys.publishedVersion !== undefined;
  return shared['status'] === 'draft' && !isPublished && fields['status']?.[code] !== 'review';
}

/** Picks the values of the model in the site’s languages, which files can have, or else all others. */
function pickValues(
  type: ContentTypeName,
  fields: WireFields,
  { default: code, byLocale }: LocaleCodes,
  isOwn: boolean,
): WireFields {
  const localized = new Map(listModelFields(type).map((field) => [field.id, field.localized]));
  const isOwnValue = (id: string, at: string) =>
    localized.get(id) ? [...byLocale.values()].includes(at) : localized.has(id) && at === code;
  return Object.fromEntries(
    Object.entries(fields).map(([id, values]) => [
      id,
      Object.fromEntries(Object.entries(values).filter(([at]) => isOwnValue(id, at) === isOwn)),
    ]),
  );
}

/** Adds the values that only a space can have, so that an editor’s own fields and other languages stay. */
function addForeignValues(
  fields: WireFields,
  stored: SpaceEntry,
  type: ContentTypeName,
  codes: LocaleCodes,
): WireFields {
  const foreign = pickValues(type, stored.fields, codes, false);
  const ids = new Set([...Object.keys(foreign), ...Object.keys(fields)]);
  return Object.fromEntries([...ids].map((id) => [id, { ...foreign[id], ...fields[id] }]));
}

function planEntry(
  entry: RawEntry,
  stored: SpaceEntry | undefined,
  codes: LocaleCodes,
  isChosen: boolean,
): EntryPlan {
  const inFiles = encodePruned(entry, codes);
  const isPublishedInFiles = !isDraftOrInReview(entry);
  const item = {
    key: entryKey(entry),
    title: rawEntryTitle(entry),
    type: entry.type,
    entry,
    inFiles,
    isPublishedInFiles,
  };
  if (!stored) {
    const publication = isPublishedInFiles ? 'publish' : 'none';
    return { ...item, stored, inSpace: {}, differences: [], fields: inFiles, publication, verdict: 'new' };
  }
  const own = pickValues(entry.type, stored.fields, codes, true);
  const inSpace = isPulledDraft(entry, stored, codes.default)
    ? { ...own, status: inFiles['status'] ?? {} }
    : own;
  const changes = listDifferences(inSpace, inFiles);
  const differences = addStates(changes, isPublishedInFiles, stored);
  const fields = changes.length > 0 ? addForeignValues(inFiles, stored, entry.type, codes) : undefined;
  const wasPublished = stored.sys.publishedVersion !== undefined;
  const publication = isPublishedInFiles ? 'publish' : wasPublished ? 'unpublish' : 'none';
  const plan = { ...item, stored, inSpace, differences, fields, publication } as const;
  return { ...plan, verdict: choosePushVerdict(plan, isChosen) };
}

/** Compares the content folder with a space. */
export function planPush(
  entries: readonly RawEntry[],
  assetIds: readonly string[],
  space: SpaceContent,
  isChosen: OverwriteChoice = () => false,
) {
  const ours = new Set(entries.map(({ id }) => id));
  const isUnusable = (id: string) => assetIds.includes(id) && !canBeAsset(id);
  const usesUnusable = (entry: RawEntry) => picturesOf(entry).some(isUnusable);
  const [unusable, usable] = [entries.filter(usesUnusable), entries.filter((entry) => !usesUnusable(entry))];
  return {
    entries: usable.map((entry) =>
      planEntry(entry, space.entries.get(entry.id), space.locales.codes, isChosen(entryKey(entry))),
    ),
    /** Entries of our types that only the space has. They stay there. */
    onlyThere: [...space.entries.values()].flatMap(({ sys }) =>
      ours.has(sys.id) ? [] : [`${sys.contentType.sys.id}/${sys.id}`],
    ),
    /** Messages about faults that prevent the push. */
    faults: findFaults(entries, space),
    /** Messages about pictures that no space can have, and about the entries with them: neither is pushed. */
    leftOut: [
      ...describeUnusablePictures(assetIds),
      ...unusable.map(({ origin }) => `${origin.label}, because of its picture`),
    ],
    /** The space on which it depends how values are stored. */
    layout: space,
    /** Messages about texts and fields that the space can't store. */
    notes: entries.flatMap((entry) => describeLosses(entry, space)),
  };
}
