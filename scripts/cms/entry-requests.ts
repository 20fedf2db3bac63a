/** Requests about entries: these are sent as the space stores them, and have the model's values in the answers. */
import type { PlainClientAPI } from 'contentful-management';
import type { ContentTypeName } from '@/model/types/entry';
import type { WireFields } from '@/sources/contentful/wire';
import { splitFields } from '@/sources/contentful/flat-fields';
import { getContentType, joinEntry, type SpaceEntry, type SpaceLayout } from './space-content';

type Fields = SpaceEntry['fields'];

/** A request about an entry, which resolves to its state afterwards. */
type EntryRequest = (client: PlainClientAPI) => Promise<SpaceEntry>;

export interface EntryRequests {
  readonly get: (entryId: string) => EntryRequest;
  readonly create: (type: ContentTypeName, entryId: string, fields: WireFields) => EntryRequest;
  /** Replaces all fields of an entry that has the version of `seen`. */
  readonly update: (seen: SpaceEntry, fields: WireFields) => EntryRequest;
  readonly publish: (seen: SpaceEntry) => EntryRequest;
  readonly unpublish: (entryId: string) => EntryRequest;
  readonly unarchive: (entryId: string) => EntryRequest;
}

/** Creates the requests for a space. */
export function createEntryRequests(layout: SpaceLayout): EntryRequests {
  const joining =
    (request: EntryRequest): EntryRequest =>
    async (client) =>
      joinEntry(await request(client), layout);
  const split = (type: ContentTypeName, fields: WireFields) => structuredClone(splitFields(type, fields));
  return {
    get: (entryId) => joining((client) => client.entry.get<Fields>({ entryId })),
    create: (contentTypeId, entryId, fields) =>
      joining((client) =>
        client.entry.createWithId<Fields>(
          { entryId, contentTypeId },
          { fields: split(contentTypeId, fields) },
        ),
      ),
    update: (seen, fields) => {
      const type = getContentType(seen);
      const stored = type ? split(type, fields) : fields;
      const params = { entryId: seen.sys.id };
      return joining((client) => client.entry.update<Fields>(params, { ...seen, fields: stored }));
    },
    publish: (seen) => joining((client) => client.entry.publish<Fields>({ entryId: seen.sys.id }, seen)),
    unpublish: (entryId) => joining((client) => client.entry.unpublish<Fields>({ entryId })),
    unarchive: (entryId) => joining((client) => client.entry.unarchive<Fields>({ entryId })),
  };
}
