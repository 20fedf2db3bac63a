/** The items of a space between builds, with the token to ask Contentful for what has changed since. */
import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { contentTypeNames, type ContentTypeName } from '@/model/types/entry';
import { codeVersion } from '@/cache/code-version';
import { parseRecord, readRecords, writeRecords } from '../../cache/record-file';
import type { DeliveryItem } from '../collection';
import { isRecord } from '../json';
import { indexItems, type SpaceItems } from './space-items';

/** The items of a space as earlier builds read them. */
export interface KnownSpace {
  readonly items: SpaceItems;
  readonly token: string;
  /** The time (ms) at which everything was last read and compared. */
  readonly comparedAt: number;
}

const code = ['src/model', 'src/sources'];
const stateKey = 'state';

/** Identifies the locales and content types of a space: a change of them changes entries without publishing these. */
export function hashModel(...parts: readonly (readonly DeliveryItem[])[]): string {
  const values = parts.map((items) => items.map(({ value }) => value));
  return createHash('sha256').update(JSON.stringify(values)).digest('hex');
}

const isType = (name: string): name is ContentTypeName =>
  (contentTypeNames as readonly string[]).includes(name);

/** An item that is parsed when its value is asked for; `json` is what it is parsed from. */
export interface StoredItem extends DeliveryItem {
  readonly json: Buffer;
}

function storedItem(id: string, json: Buffer): StoredItem {
  let parsed: Readonly<Record<string, unknown>> | undefined;
  return {
    id,
    json,
    get value() {
      return (parsed ??= parseRecord(json) as Readonly<Record<string, unknown>>);
    },
  };
}

/** Returns an item as JSON: its own bytes if it has been stored before. */
export const toJson = (item: DeliveryItem): string | Buffer =>
  'json' in item ? (item as StoredItem).json : JSON.stringify(item.value);

/** Reads what is known of a space with this model; undefined if that can't be used. */
export async function readKnownSpace(
  file: string,
  model: string,
  types: readonly ContentTypeName[],
): Promise<KnownSpace | undefined> {
  const records = await readRecords(file, codeVersion(code));
  if (typeof records === 'string') return undefined;
  const state = parseRecord(records.get(stateKey) ?? Buffer.from('null'));
  if (!isRecord(state) || state['model'] !== model) return undefined;
  const entries = new Map<ContentTypeName, StoredItem[]>(types.map((type) => [type, []]));
  const assets: StoredItem[] = [];
  for (const [key, json] of records) {
    const [kind = '', type = '', id = ''] = key.split('/');
    if (kind === 'Asset') assets.push(storedItem(id, json));
    else if (kind === 'Entry' && isType(type)) entries.get(type)?.push(storedItem(id, json));
  }
  return {
    items: {
      entries: new Map([...entries].map(([type, items]) => [type, indexItems(items)])),
      assets: indexItems(assets),
      unpublished: new Set(state['unpublished'] as string[]),
    },
    token: String(state['token']),
    comparedAt: Number(state['comparedAt']),
  };
}

/** More than are built at once, or a build would lose what another one has just learned. */
const spacesKept = 16;

/** Saves what is known of a space. Rejects with the system's error. */
export async function writeKnownSpace(
  file: string,
  model: string,
  { items, token, comparedAt }: KnownSpace,
): Promise<void> {
  const unpublished = [...items.unpublished].toSorted();
  const state = JSON.stringify({ model, token, comparedAt, unpublished });
  const records: [string, string | Buffer][] = [[stateKey, state]];
  for (const [type, ofType] of items.entries) {
    for (const item of ofType.values()) records.push([`Entry/${type}/${item.id}`, toJson(item)]);
  }
  for (const item of items.assets.values()) records.push([`Asset//${item.id}`, toJson(item)]);
  await writeRecords(file, codeVersion(code), records, spacesKept);
}

/** Forgets a space, so that the next build reads everything. */
export const forgetSpace = (file: string): Promise<void> => rm(file, { force: true });
