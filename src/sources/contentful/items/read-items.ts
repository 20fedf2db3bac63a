/** Reads the items of a space: everything, or only what has changed since the last build. */
import type { ContentTypeName } from '@/model/types/entry';
import type { Progress } from '../../source';
import type { DeliveryClient } from '../delivery';
import { keepKnownSpace, readKnownSpace, type KnownSpace, type SpaceCache } from './space-cache';
import { applyChanges, indexItems, isSameSpace, type SpaceItems } from './space-items';

/** Where the items are cached, and from when on (ms) everything is read again to compare. */
interface ItemCache extends SpaceCache {
  readonly compareAfterMs: number;
}

async function readAll(
  delivery: DeliveryClient,
  types: readonly ContentTypeName[],
  progress: Progress,
): Promise<SpaceItems> {
  const entries = new Map<ContentTypeName, SpaceItems['assets']>();
  for (const type of types) {
    // One type after the other: this respects the rate limit and shows which type failed.
    const items = await delivery.entries(type);
    progress(`Read ${items.length} of type ${type}`);
    entries.set(type, indexItems(items));
  }
  return { entries, assets: indexItems(await delivery.assets()), unpublished: new Set() };
}

const describe = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** Reads the changes since the last build; undefined if Contentful doesn't give them, as when the token is too old. */
async function readChanges(
  delivery: DeliveryClient,
  known: KnownSpace,
  progress: Progress,
): Promise<KnownSpace | undefined> {
  try {
    const changes = await delivery.changes(known.token);
    const count = changes.entries.size + changes.deletedEntries.size;
    progress(`Entries that changed since the last build: ${count}`);
    // A token stays valid. Saving thousands of items for a new one would take longer than the request.
    if (count + changes.assets.size + changes.deletedAssets.size === 0) return known;
    return { ...known, items: applyChanges(known.items, changes), token: changes.token };
  } catch (error) {
    progress(`Everything is read, since Contentful doesn’t give the changes: ${describe(error)}`);
    return undefined;
  }
}

/** Reads everything by the Sync API too, for its token. Undefined if that isn't the same as `all`, or isn't given. */
async function startSynchronization(
  delivery: DeliveryClient,
  all: SpaceItems,
  progress: Progress,
): Promise<string | undefined> {
  try {
    const changes = await delivery.changes();
    const none: SpaceItems = {
      entries: new Map([...all.entries.keys()].map((type) => [type, new Map()])),
      assets: new Map(),
      unpublished: new Set(),
    };
    if (isSameSpace(all, applyChanges(none, changes))) return changes.token;
    progress(
      'The next build reads everything again: entries changed meanwhile, or Contentful’s answers differ.',
    );
  } catch (error) {
    progress(`The next build reads everything again: ${describe(error)}`);
  }
  return undefined;
}

/** Adds what is known to be unpublished to items that were read in full, which don't tell. */
function withUnpublished(items: SpaceItems, { unpublished }: SpaceItems): SpaceItems {
  const isBack = (id: string) => [...items.entries.values()].some((ofType) => ofType.has(id));
  return { ...items, unpublished: new Set([...unpublished].filter((id) => !isBack(id))) };
}

/**
 * Reads the published items of content types. With a cache, Contentful is asked only for what changed. Whatever is
 * wrong with the cache or the token, everything is read as without one; once a day it is read to compare.
 */
export async function readSpaceItems(
  delivery: DeliveryClient,
  types: readonly ContentTypeName[],
  progress: Progress,
  cache?: ItemCache,
): Promise<SpaceItems> {
  if (!cache) return readAll(delivery, types, progress);
  const now = Date.now();
  const known = readKnownSpace(cache, types);
  const isFresh = known !== undefined && Math.abs(now - known.comparedAt) < cache.compareAfterMs;
  if (isFresh) {
    const current = await readChanges(delivery, known, progress);
    if (current) {
      if (current !== known) keepKnownSpace(cache, current);
      return current.items;
    }
  }
  let items = await readAll(delivery, types, progress);
  if (known) {
    const current = isFresh ? undefined : await readChanges(delivery, known, progress);
    items = withUnpublished(items, (current ?? known).items);
    if (current && isSameSpace(items, current.items)) {
      keepKnownSpace(cache, { items, token: current.token, comparedAt: now });
      return items;
    }
    if (current)
      progress('What was known from earlier builds differed from the space, and is no longer used.');
  }
  const token = await startSynchronization(delivery, items, progress);
  keepKnownSpace(cache, token === undefined ? undefined : { items, token, comparedAt: now });
  return items;
}
