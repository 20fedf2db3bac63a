/** Requests about entries: these are sent as the space stores them, and have the model's values in the answers. */
import type { PlainClientAPI } from 'contentful-management';
import type { ContentTypeName } from '@/model/types/entry';
import type { WireFields } from '@/sources/contentful/wire';
import { splitFields } from '@/sources/contentful/flat-fields';
import { getContentType, joinEntry, type SpaceEntry, type SpaceLayout } from './space-content';

type Fields = SpaceEntry['fields'];

/** A request about an entry, which resolves to its state afterwards. */
type EntryRequest = (client: PlainClientAPI) => Promise<SpaceEntry>;

export type EntryRequests = ReturnType<typeof createEntryRequests>;

/** Creates the requests for a space. */
export function createEntryRequests(layout: SpaceLayout) {
  const joining =
    (request: EntryRequest): EntryRequest =>
    async (client) =>
      joinEntry(await request(client), layout);
  const split = (type: ContentTypeName, fields: WireFields) => structuredClone(splitFields(type, fields));
  return {
    get: (entryId: string) => joining((client) => client.entry.get<Fields>({ entryId })),
    create: (contentTypeId: ContentTypeName, entryId: string, fields: WireFields) =>
      joining((client) =>
        client.entry.createWithId<Fields>(
          { entryId, contentTypeId },
          { fields: split(contentTypeId, fields) },
        ),
      ),
    /** Replaces all fields of an entry that has the version of `seen`. */
    update: (seen: SpaceEntry, fields: WireFields) => {
      const type = getContentType(seen);
      const stored = type ? split(type, fields) : fields;
      const params = { entryId: seen.sys.id };
      return joining((client) => client.entry.update<Fields>(params, { ...seen, fields: stored }));
    },
    publish: (seen: SpaceEntry) =>
      joining((client) => client.entry.publish<Fields>({ entryId: seen.sys.id }, seen)),
    unpublish: (entryId: string) => joining((client) => client.entry.unpublish<Fields>({ entryId })),
    unarchive: (entryId: string) => joining((client) => client.entry.unarchive<Fields>({ entryId })),
  };
}
