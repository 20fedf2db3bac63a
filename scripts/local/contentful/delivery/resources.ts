/** Answers requests to paths below an environment. Pure: from a space and a query to JSON. */
import { createNotFound, type StandInResult } from './answers';
import { parseDeliveryQuery, selectResources, type DeliveryQuery } from './query';
import type { ContentTypeResource, Space } from '../space';

/** The collections of an environment. */
export const collections = ['entries', 'assets', 'content_types', 'locales'] as const;

export type Collection = (typeof collections)[number];

/** A request for a collection, or an item of it. */
export interface ApiRequest {
  readonly collection: Collection;
  /** The requested item; undefined for the collection. */
  readonly id: string | undefined;
  readonly params: URLSearchParams;
  /** `scheme://host` of the server, for addresses in answers. */
  readonly origin: string;
  /** True if the request has the Preview API’s token: then answers include drafts. */
  readonly isPreview: boolean;
}

/** Changes a query before it is answered, for faults that divide pages wrongly. */
type AlterQuery = (query: DeliveryQuery) => DeliveryQuery;

/** Answers a request from the content of a space. */
export function answerDelivery(
  request: ApiRequest,
  space: Space,
  alter: AlterQuery = (query) => query,
): StandInResult {
  const isLocalized = request.collection === 'entries' || request.collection === 'assets';
  const parsed = parseDeliveryQuery(request.params, space, isLocalized);
  if ('status' in parsed) return parsed;
  const query = alter(parsed);
  switch (request.collection) {
    case 'entries':
    case 'assets': {
      const all = request.collection === 'entries' ? space.entries : space.assets;
      return request.id === undefined
        ? createPage(selectResources(all, query), query)
        : findOne(all, request.id, all === space.entries ? 'Entry' : 'Asset');
    }
    case 'content_types':
      return request.id === undefined
        ? createPage(space.contentTypes.map(toDeliveredType), query)
        : findOne(space.contentTypes.map(toDeliveredType), request.id, 'ContentType');
    case 'locales':
      return createPage(space.locales, query);
  }
}

/** Returns a content type as Delivery has it: limits and defaults are only in the Management API. */
function toDeliveredType({ fields, ...type }: ContentTypeResource): ContentTypeResource {
  const removeLimits = (field: ContentTypeResource['fields'][number]) => ({
    ...field,
    ...(field.items && { items: { ...field.items, validations: [] } }),
    validations: undefined,
    defaultValue: undefined,
  });
  return { ...type, fields: fields.map(removeLimits) as unknown as ContentTypeResource['fields'] };
}

function createPage(all: readonly object[], { skip, limit }: DeliveryQuery): StandInResult {
  const items = all.slice(skip, skip + limit);
  return { status: 200, json: { sys: { type: 'Array' }, total: all.length, skip, limit, items } };
}

function findOne(
  all: readonly { readonly sys: { readonly id: string } }[],
  id: string,
  type: string,
): StandInResult {
  const found = all.find(({ sys }) => sys.id === id);
  return found ? { status: 200, json: found } : createNotFound({ type, id });
}
