/** The items of a space between builds, with the token to ask Contentful for what has changed since. */
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import type { ContentTypeName } from '@/model/types/entry';
import { codeVersion } from '@/cache/code-version';
import { cachedFile, keepCached, readCached, type CacheKey } from '@/cache/cached';
import type { DeliveryItem } from '../collection';
import type { SpaceItems } from './space-items';

/** The items of a space as earlier builds read them. */
export interface KnownSpace {
  readonly items: SpaceItems;
  readonly token: string;
  /** The time (ms) at which everything was last read and compared. */
  readonly comparedAt: number;
}

type JsonById = ReadonlyMap<string, Buffer>;

interface StoredSpace extends Omit<KnownSpace, 'items'> {
  readonly entries: ReadonlyMap<ContentTypeName, JsonById>;
  readonly assets: JsonById;
  readonly unpublished: ReadonlySet<string>;
}

/** Where a space is cached. */
export interface SpaceCache {
  readonly key: CacheKey;
  readonly folder: string;
}

/**
 * The key of a space, which `of` names. A change of its locales and content types changes entries without publishing these,
 * so it is known with the same ones only.
 */
export function spaceKey(of: string, ...model: readonly (readonly DeliveryItem[])[]): CacheKey {
  const values = JSON.stringify(model.map((items) => items.map(({ value }) => value)));
  const input = createHash('sha256').update(values).digest('hex');
  return { name: 'contentful', code: codeVersion(['src/model', 'src/sources']), input, of };
}

/** An item that is parsed when its value is asked for; `json` is what it is parsed from. */
interface StoredItem extends DeliveryItem {
  readonly json: Buffer;
}

function storedItem(id: string, json: Buffer): StoredItem {
  let parsed: Readonly<Record<string, unknown>> | undefined;
  return {
    id,
    json,
    get value() {
      return (parsed ??= JSON.parse(json.toString()) as Readonly<Record<string, unknown>>);
    },
  };
}

/** Returns an item as JSON: its own bytes if it has been stored before. */
export const toJson = (item: DeliveryItem): Buffer =>
  'json' in item ? (item as StoredItem).json : Buffer.from(JSON.stringify(item.value));

const packItems = (items: ReadonlyMap<string, DeliveryItem>): JsonById =>
  new Map([...items].map(([id, item]) => [id, toJson(item)]));

const unpackItems = (items: JsonById | undefined) =>
  new Map([...(items ?? [])].map(([id, json]) => [id, storedItem(id, json)]));

/** Reads what is known of a space; undefined if there is nothing that can be used. */
export function readKnownSpace(
  { key, folder }: SpaceCache,
  types: readonly ContentTypeName[],
): KnownSpace | undefined {
  const stored = readCached<StoredSpace>(key, folder);
  if (!stored) return undefined;
  const { token, comparedAt, unpublished } = stored;
  const entries = new Map(types.map((type) => [type, unpackItems(stored.entries.get(type))]));
  return { items: { entries, assets: unpackItems(stored.assets), unpublished }, token, comparedAt };
}

/** Keeps what is known of a space; with nothing, the next build reads everything. */
export function keepKnownSpace({ key, folder }: SpaceCache, known: KnownSpace | undefined): void {
  if (!known) return rmSync(cachedFile(key, folder), { force: true });
  const { items, token, comparedAt } = known;
  const entries = new Map([...items.entries].map(([type, ofType]) => [type, packItems(ofType)]));
  const { unpublished } = items;
  keepCached(
    key,
    { token, comparedAt, unpublished, entries, assets: packItems(items.assets) } satisfies StoredSpace,
    folder,
  );
}
