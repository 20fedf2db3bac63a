/** What the API answers for a path below an environment. Pure: a space and a query in, JSON out. */
import { badRequest, notFound, type Result } from './answers';
import { includedOf } from './links';
import { localize } from './localize';
import { parseQuery, select, type DeliveryQuery } from './query';
import { defaultCode, type ContentTypeResource, type Resource, type Space } from '../space';

/** The collections of an environment. */
export const collections = ['entries', 'assets', 'content_types', 'locales', 'tags', 'sync'] as const;

export type Collection = (typeof collections)[number];

/** One request for (a part of) a collection. */
export interface ApiRequest {
  readonly collection: Collection;
  /** The one item asked for. */
  readonly id: string | undefined;
  readonly params: URLSearchParams;
  /** `scheme://host` of the server, for addresses in answers. */
  readonly origin: string;
  /** True where it was asked with the Preview API’s token: drafts are among the answers. */
  readonly isPreview: boolean;
}

/** Changes a query before it is answered: how faults cut pages wrongly. */
export type AlterQuery = (query: DeliveryQuery) => DeliveryQuery;

/** Answers a request from what the space holds. */
export function answer(request: ApiRequest, space: Space, alter: AlterQuery = (query) => query): Result {
  if (request.collection === 'sync') return answerSync(request, space);
  const parsed = parseQuery(request.params, space);
  if ('status' in parsed) return parsed;
  const query = alter(parsed);
  switch (request.collection) {
    case 'entries':
    case 'assets': {
      const all = request.collection === 'entries' ? space.entries : space.assets;
      return request.id === undefined ? page(all, query, space) : one(all, request.id, query, space);
    }
    case 'content_types':
      return request.id === undefined
        ? plainPage(space.contentTypes.map(delivered), query)
        : plainOne(space.contentTypes.map(delivered), request.id);
    case 'locales':
      return plainPage(space.locales, query);
    case 'tags':
      return plainPage([], query);
  }
}

/** A content type as Delivery tells it: what editors may write, and begin with, is for the Management API alone. */
function delivered({ fields, ...type }: ContentTypeResource): ContentTypeResource {
  const toldOf = (field: ContentTypeResource['fields'][number]) => ({
    ...field,
    ...(field.items && { items: { ...field.items, validations: [] } }),
    validations: undefined,
    defaultValue: undefined,
  });
  return { ...type, fields: fields.map(toldOf) as unknown as ContentTypeResource['fields'] };
}

function inLocale(resource: Resource, query: DeliveryQuery, space: Space): object {
  return query.locale === '*' ? resource : localize(resource, query.locale ?? defaultCode(space), space);
}

function page(all: readonly Resource[], query: DeliveryQuery, space: Space): Result {
  const selected = select(all, query);
  const items = selected.slice(query.skip, query.skip + query.limit);
  const { includes, errors } = includedOf(items, query.include, space);
  const shown = Object.entries<readonly Resource[]>(includes).map(([type, resources]): [string, object[]] => [
    type,
    resources.map((resource) => inLocale(resource, query, space)),
  ]);
  return {
    status: 200,
    json: {
      sys: { type: 'Array' },
      total: selected.length,
      skip: query.skip,
      limit: query.limit,
      items: items.map((item) => inLocale(item, query, space)),
      ...(errors.length > 0 && { errors }),
      ...(shown.length > 0 && { includes: Object.fromEntries(shown) }),
    },
  };
}

function one(all: readonly Resource[], id: string, query: DeliveryQuery, space: Space): Result {
  const resource = all.find(({ sys }) => sys.id === id);
  if (!resource) return notFound({ type: all === space.entries ? 'Entry' : 'Asset', id });
  return { status: 200, json: inLocale(resource, query, space) };
}

function plainPage(all: readonly object[], { skip, limit }: DeliveryQuery): Result {
  const items = all.slice(skip, skip + limit);
  return { status: 200, json: { sys: { type: 'Array' }, total: all.length, skip, limit, items } };
}

function plainOne(all: readonly { readonly sys: { readonly id: string } }[], id: string): Result {
  const found = all.find(({ sys }) => sys.id === id);
  return found ? { status: 200, json: found } : notFound({ type: 'ContentType', id });
}

/** Stands for "everything up to now": the space doesn't change while the stand-in runs. */
const syncToken = 'local-1';

/** The Sync API: all in one page at first, nothing new after that. */
function answerSync({ params, origin }: ApiRequest, space: Space): Result {
  const token = params.get('sync_token');
  if (token === null ? params.get('initial') !== 'true' : token !== syncToken) {
    return badRequest('Give initial=true, or the sync_token of an earlier answer.');
  }
  return {
    status: 200,
    json: {
      sys: { type: 'Array' },
      items: token === null ? [...space.entries, ...space.assets] : [],
      nextSyncUrl: `${origin}/spaces/local/environments/master/sync?sync_token=${syncToken}`,
    },
  };
}
