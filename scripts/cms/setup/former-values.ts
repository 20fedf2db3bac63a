/** Finds the values of former fields, entry by entry. */
import { isDeepStrictEqual } from 'node:util';
import { prune } from '@/model/fields/prune';
import type { ContentTypeName } from '@/model/types/entry';
import type { WireFields } from '@/sources/contentful/wire';
import { readAllItems, type RequestRunner } from '../management';
import { joinEntry, splitEntryFields, type SpaceEntry, type SpaceLayout } from '../space-content';
import { listReplacements } from './former-fields';

/** An entry with its published state, if it has one. */
export interface EntryStates {
  readonly latest: SpaceEntry;
  readonly live: SpaceEntry | undefined;
}

/** The values of former fields in the entries of a type. */
export interface FormerValues {
  readonly entries: readonly EntryStates[];
  /** Former fields in which no entry has a value. */
  readonly empty: ReadonlySet<string>;
  /** For each entry with values that are yet to be moved: the fields that they are in. */
  readonly movable: readonly (readonly string[])[];
  /** Values that aren't what the model expects, so that nothing can be done with them: `x: closes`. */
  readonly odd: readonly string[];
  /** Values that differ from those in the fields in their place, in words. */
  readonly doubled: readonly string[];
  /** Entries whose published state has values in former fields, and whose draft is another one. */
  readonly unpublished: readonly string[];
}

/** Lists the fields with a value. A flag that is off has none: that is what absence means. */
export function listFilledFields(fields: WireFields, former: readonly string[]): string[] {
  return former.filter((id) =>
    Object.values(fields[id] ?? {}).some((value) => value !== null && value !== false),
  );
}

/** Returns the fields of an entry as a space with the layout stores them, with every value moved that can be. */
export function moveValues(type: ContentTypeName, entry: SpaceEntry, layout: SpaceLayout) {
  return splitEntryFields(type, joinEntry(entry, layout).fields, layout);
}

/** Says which values of former fields an entry has otherwise in the fields in their place, which count. */
export function describeDoubled(
  type: ContentTypeName,
  entry: SpaceEntry,
  former: readonly string[],
  layout: SpaceLayout,
): string[] {
  const counting = joinEntry(entry, layout).fields;
  const replacements = listReplacements(type);
  return listFilledFields(entry.fields, former).flatMap((id) =>
    Object.entries(entry.fields[id] ?? {}).flatMap(([code, value]): string[] => {
      const isSame = isDeepStrictEqual(prune(value), prune(counting[id]?.[code]));
      if (isSame || value === null || value === false) return [];
      const instead = replacements.get(id)?.join(', ') ?? '';
      return [
        `${type} ${entry.sys.id}: ${id} is ${JSON.stringify(value)} in the former field, and otherwise in ${instead}, which counts. The former value goes.`,
      ];
    }),
  );
}

async function readEntryStates(ask: RequestRunner, type: ContentTypeName): Promise<EntryStates[]> {
  const latest = await ask(`reading the entries of type ${type}`, (client) =>
    readAllItems((query) => client.entry.getMany<WireFields>({ query: { ...query, content_type: type } })),
  );
  const published = await ask(`reading the published entries of type ${type}`, (client) =>
    readAllItems((query) =>
      client.entry.getPublished<WireFields>({ query: { ...query, content_type: type } }),
    ),
  );
  const live = new Map(published.map((entry) => [entry.sys.id, entry]));
  return latest.map((entry) => ({ latest: entry, live: live.get(entry.sys.id) }));
}

/** Reads which entries have values in the former fields of a type of a space. */
export async function readFormerValues(
  ask: RequestRunner,
  type: ContentTypeName,
  former: readonly string[],
  layout: SpaceLayout,
): Promise<FormerValues> {
  const entries = former.length === 0 ? [] : await readEntryStates(ask, type);
  const replacements = listReplacements(type);
  const present = layout.fieldIds.get(type) ?? new Set();
  const replaced = former.filter((id) => replacements.get(id)?.every((one) => present.has(one)) ?? false);
  const found = entries.map(({ latest, live }) => {
    const inDraft = listFilledFields(latest.fields, former);
    const odd = listFilledFields(moveValues(type, latest, layout), replaced);
    const published = listFilledFields(live?.fields ?? {}, former);
    return { id: latest.sys.id, latest, inDraft, odd, published };
  });
  const used = new Set(found.flatMap(({ inDraft, published }) => [...inDraft, ...published]));
  return {
    entries,
    empty: new Set(former.filter((id) => !used.has(id))),
    movable: found
      .map(({ inDraft, odd }) => inDraft.filter((id) => !odd.includes(id)))
      .filter(({ length }) => length > 0),
    odd: found.flatMap(({ id, odd }) => odd.map((field) => `${id}: ${field}`)),
    doubled: found.flatMap(({ latest }) => describeDoubled(type, latest, former, layout)),
    unpublished: found.flatMap(({ id, inDraft, published }) =>
      published.some((field) => !inDraft.includes(field)) ? [id] : [],
    ),
  };
}
