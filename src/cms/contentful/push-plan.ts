/** What a push has to do: each entry of the content folder against the space's. Pure. */
import { isDeepStrictEqual } from 'node:util';
import { contentTypes } from '@/model/types';
import type { RawEntry } from '@/model/entry';
import { entryId } from '@/model/fields';
import { pruneFields } from '@/model/prune';
import { storedFields } from '@/sources/contentful/fields';
import { encode, type WireFields } from '@/sources/contentful/wire';
import { isCurrent, typeOf, type SpaceContent, type StoredEntry } from './space-content';

/** What is to be done about one entry. */
export interface EntryPlan {
  readonly entry: RawEntry;
  readonly fields: WireFields;
  readonly stored: StoredEntry | undefined;
  /** Fields that differ, with their language where they have one: `fr.title`. Empty where nothing is to be written. */
  readonly changes: readonly string[];
  readonly publication: 'publish' | 'unpublish' | 'none';
}

export interface PushPlan {
  readonly entries: readonly EntryPlan[];
  /** Entries of our types that only the space has: they stay. */
  readonly onlyThere: readonly string[];
  /** What keeps the push from beginning, in words. */
  readonly faults: readonly string[];
  /** What is left behind, in words. */
  readonly notes: readonly string[];
}

function isHeldBack({ shared }: RawEntry): boolean {
  return shared['status'] === 'draft' || shared['status'] === 'review';
}

/** The model trims texts, and files end long ones with a line break: that is no difference. */
const tidy = (value: unknown) => (typeof value === 'string' ? value.trim() : value);

/** `fr.title` of two sets of fields by locale code. */
function changedFields(ours: WireFields, theirs: WireFields): string[] {
  const ids = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])];
  return ids.flatMap((id) => {
    const [mine, other] = [ours[id] ?? {}, theirs[id] ?? {}];
    const codes = [...new Set([...Object.keys(mine), ...Object.keys(other)])];
    return codes.flatMap((code) =>
      isDeepStrictEqual(tidy(mine[code]), tidy(other[code])) ? [] : [`${code}.${id}`],
    );
  });
}

/** The space's fields that the model has: an editor's own further ones stay as they are. */
function withForeignFields(entry: RawEntry, fields: WireFields, stored: StoredEntry | undefined): WireFields {
  const known = new Set(storedFields(entry.type).map(({ id }) => id));
  const foreign = Object.entries(stored?.fields ?? {}).filter(([id]) => !known.has(id));
  return { ...fields, ...Object.fromEntries(foreign) };
}

function entryPlan(entry: RawEntry, space: SpaceContent): EntryPlan {
  const stored = space.entries.get(entry.id);
  const pruned = {
    shared: pruneFields(entry.shared),
    locales: Object.fromEntries(
      Object.entries(entry.locales).map(([locale, fields]) => [locale, pruneFields(fields)]),
    ),
  };
  const fields = withForeignFields(entry, encode(entry.type, pruned, space.locales.codes), stored);
  const changes = stored ? changedFields(fields, stored.fields) : ['everything'];
  const isPublished = stored?.sys.publishedVersion !== undefined;
  const needsPublishing = changes.length > 0 || (stored !== undefined && !isCurrent(stored));
  const publication = isHeldBack(entry)
    ? isPublished
      ? 'unpublish'
      : 'none'
    : needsPublishing
      ? 'publish'
      : 'none';
  return { entry, fields, stored, changes, publication };
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

/** Compares the content folder with a space. */
export function planPush(
  entries: readonly RawEntry[],
  assetIds: readonly string[],
  space: SpaceContent,
): PushPlan {
  const ours = new Set(entries.map(({ id }) => id));
  return {
    entries: entries.map((entry) => entryPlan(entry, space)),
    onlyThere: [...space.entries.values()].flatMap((stored) =>
      ours.has(stored.sys.id) ? [] : [`${stored.sys.contentType.sys.id} ${stored.sys.id}`],
    ),
    faults: faultsOf(entries, assetIds, space),
    notes: entries.flatMap((entry) => leftBehind(entry, space)),
  };
}
