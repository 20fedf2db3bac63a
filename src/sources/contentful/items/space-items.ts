/** The entries and assets of a space, as Contentful delivers them, and how they change by a synchronization. */
import { isDeepStrictEqual } from 'node:util';
import type { ContentTypeName } from '@/model/types/entry';
import type { DeliveryItem } from '../collection';
import { readNested } from '../json';

/** The published items of a space that the site uses. */
export interface SpaceItems {
  /** The entries of each content type that is read, by id. */
  readonly entries: ReadonlyMap<ContentTypeName, ReadonlyMap<string, DeliveryItem>>;
  readonly assets: ReadonlyMap<string, DeliveryItem>;
  /** The ids of entries that synchronizations reported as unpublished, archived or deleted, and that aren't back. */
  readonly unpublished: ReadonlySet<string>;
}

/** An answer of the Sync API: what was published and unpublished since a moment, by id. */
export interface SpaceChanges {
  readonly entries: ReadonlyMap<string, DeliveryItem>;
  readonly assets: ReadonlyMap<string, DeliveryItem>;
  /** Unpublished entries and assets are among them, since Delivery doesn't have those either. */
  readonly deletedEntries: ReadonlySet<string>;
  readonly deletedAssets: ReadonlySet<string>;
  /** The token with which the next changes are asked for. */
  readonly token: string;
}

/** Indexes items by their ids, in code units, so that the order is the same however they were read. */
export const indexItems = (items: Iterable<DeliveryItem>): ReadonlyMap<string, DeliveryItem> =>
  new Map([...items].map((item) => [item.id, item] as const).toSorted(([a], [b]) => (a < b ? -1 : 1)));

/** Applies changes to the items of a space. Entries of content types that aren't read are ignored. */
export function applyChanges(before: SpaceItems, changes: SpaceChanges): SpaceItems {
  const changed = Map.groupBy(changes.entries.values(), ({ value }) =>
    readNested(value, 'sys', 'contentType', 'sys', 'id'),
  );
  const replaced = changes.deletedEntries.union(changes.entries);
  const isLeft = ({ id }: DeliveryItem) => !replaced.has(id);
  const entries = new Map(
    [...before.entries].map(([type, items]) => {
      const own = changed.get(type) ?? [];
      const isSame = own.length === 0 && ![...replaced].some((id) => items.has(id));
      return [type, isSame ? items : indexItems([...[...items.values()].filter(isLeft), ...own])];
    }),
  );
  const assets = [...before.assets.values()].filter(({ id }) => !changes.deletedAssets.has(id));
  return {
    entries,
    assets: indexItems([...assets, ...changes.assets.values()]),
    unpublished: before.unpublished.union(changes.deletedEntries).difference(changes.entries),
  };
}

function isSameItems(a: ReadonlyMap<string, DeliveryItem>, b: ReadonlyMap<string, DeliveryItem>): boolean {
  const isSame = ([id, item]: [string, DeliveryItem]) =>
    isDeepStrictEqual(item.value['fields'] ?? {}, b.get(id)?.value['fields'] ?? {});
  return a.size === b.size && [...a].every((pair) => b.has(pair[0]) && isSame(pair));
}

/** True if both have the same items with the same fields. */
export function isSameSpace(a: SpaceItems, b: SpaceItems): boolean {
  return (
    a.entries.size === b.entries.size &&
    [...a.entries].every(([type, items]) => isSameItems(items, b.entries.get(type) ?? new Map())) &&
    isSameItems(a.assets, b.assets)
  );
}
