/** Answers requests to paths below an environment. Pure: from a space and a query to JSON. */
import { createNotFound, type StandInResult } from './answers';
import type { AnswerSync } from './sync';
import { parseDeliveryQuery, selectResources, type DeliveryQuery } from './query';
import {
  findDefaultCode,
  type ContentTypeResource,
  type Resource,
  type Space,
  readContentType,
} from '../space';
import { readLinkId, type WireLink } from '@/sources/contentful/wire';
import { readNested, isRecord } from '@/sources/contentful/json';

/** The collections of an environment. */
export const collections = ['entries', 'assets', 'content_types', 'locales', 'tags', 'sync'] as const;

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
export type AlterQuery = (query: DeliveryQuery) => DeliveryQuery;

/** Answers a request from the content of a space. */
export function answerDelivery(
  request: ApiRequest,
  space: Space,
  sync: AnswerSync,
  alter: AlterQuery = (query) => query,
): StandInResult {
  if (request.collection === 'sync') return sync(request.params, space, request.origin);
  const parsed = parseDeliveryQuery(request.params, space);
  if ('status' in parsed) return parsed;
  const query = alter(parsed);
  switch (request.collection) {
    case 'entries':
    case 'assets': {
      const all = request.collection === 'entries' ? space.entries : space.assets;
      return request.id === undefined
        ? createPage(all, query, space)
        : findOne(all, request.id, query, space);
    }
    case 'content_types':
      return request.id === undefined
        ? createPlainPage(space.contentTypes.map(toDeliveredType), query)
        : findPlain(space.contentTypes.map(toDeliveredType), request.id);
    case 'locales':
      return createPlainPage(space.locales, query);
    case 'tags':
      return createPlainPage([], query);
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

function toLocale(resource: Resource, query: DeliveryQuery, space: Space): object {
  return query.locale === '*'
    ? resource
    : localizeResource(resource, query.locale ?? findDefaultCode(space), space);
}

function createPage(all: readonly Resource[], query: DeliveryQuery, space: Space): StandInResult {
  const selected = selectResources(all, query);
  const items = selected.slice(query.skip, query.skip + query.limit);
  const { includes, errors } = collectLinked(items, query.include, space);
  const shown = Object.entries<readonly Resource[]>(includes).map(([type, resources]): [string, object[]] => [
    type,
    resources.map((resource) => toLocale(resource, query, space)),
  ]);
  return {
    status: 200,
    json: {
      sys: { type: 'Array' },
      total: selected.length,
      skip: query.skip,
      limit: query.limit,
      items: items.map((item) => toLocale(item, query, space)),
      ...(errors.length > 0 && { errors }),
      ...(shown.length > 0 && { includes: Object.fromEntries(shown) }),
    },
  };
}

function findOne(all: readonly Resource[], id: string, query: DeliveryQuery, space: Space): StandInResult {
  const resource = all.find(({ sys }) => sys.id === id);
  if (!resource) return createNotFound({ type: all === space.entries ? 'Entry' : 'Asset', id });
  return { status: 200, json: toLocale(resource, query, space) };
}

function createPlainPage(all: readonly object[], { skip, limit }: DeliveryQuery): StandInResult {
  const items = all.slice(skip, skip + limit);
  return { status: 200, json: { sys: { type: 'Array' }, total: all.length, skip, limit, items } };
}

function findPlain(all: readonly { readonly sys: { readonly id: string } }[], id: string): StandInResult {
  const found = all.find(({ sys }) => sys.id === id);
  return found ? { status: 200, json: found } : createNotFound({ type: 'ContentType', id });
}

/**
 * Returns a resource in one locale, for a request without `locale=*`. A localized field without a value uses the locale's
 * fallback codes; null and an empty text count as values. A shared field has the default locale's value.
 */
function localizeResource(resource: Resource, code: string, space: Space): object {
  const defaultLocale = findDefaultCode(space);
  const type = space.contentTypes.find(({ sys }) => sys.id === readContentType(resource));
  const shared = new Set(type?.fields.flatMap(({ id, localized }) => (localized ? [] : [id])));
  const fields = Object.entries(resource.fields).flatMap(([id, values]): [string, unknown][] => {
    const codes = shared.has(id) ? [defaultLocale] : listFallbackCodes(code, space);
    const found = codes.find((candidate) => values[candidate] !== undefined);
    return found === undefined ? [] : [[id, values[found]]];
  });
  return { ...resource, sys: { ...resource.sys, locale: code }, fields: Object.fromEntries(fields) };
}

/** Returns a locale's code and its fallback codes, in order. */
function listFallbackCodes(code: string, space: Space): string[] {
  const codes = [code];
  for (
    let next = findFallback(code, space);
    next !== null && !codes.includes(next);
    next = findFallback(next, space)
  ) {
    codes.push(next);
  }
  return codes;
}

function findFallback(code: string, space: Space): string | null {
  return space.locales.find((locale) => locale.code === code)?.fallbackCode ?? null;
}

/** Finds every link in a value. */
function findLinks(value: unknown): WireLink[] {
  if (Array.isArray(value)) return value.flatMap(findLinks);
  if (!isRecord(value)) return [];
  return readLinkId(value) === undefined
    ? Object.values(value).flatMap(findLinks)
    : [value as unknown as WireLink];
}

/** The targets of the links on a page. */
interface LinkedResources {
  /** Targets that aren't on the page itself. */
  readonly includes: { readonly Entry?: readonly Resource[]; readonly Asset?: readonly Resource[] };
  /** An error for each link whose target isn't published. */
  readonly errors: readonly object[];
}

/** Follows the links of a page's items up to `depth` levels. */
function collectLinked(items: readonly Resource[], depth: number, space: Space): LinkedResources {
  const linkKey = (linkType: string, id: string) => `${linkType}/${id}`;
  const seen = new Set(items.map(({ sys }) => linkKey(sys.type, sys.id)));
  const found: Resource[] = [];
  const errors: object[] = [];
  let level = items;
  for (let step = 0; step < depth && level.length > 0; step += 1) {
    const next: Resource[] = [];
    for (const { sys } of level.flatMap(({ fields }) => findLinks(fields))) {
      const key = linkKey(sys.linkType, sys.id);
      if (seen.has(key)) continue;
      seen.add(key);
      const target = findTarget(sys, space);
      if (target) next.push(target);
      else errors.push({ sys: { id: 'notResolvable', type: 'error' }, details: sys });
    }
    found.push(...next);
    level = next;
  }
  const entries = found.filter(({ sys }) => sys.type === 'Entry');
  const assets = found.filter(({ sys }) => sys.type === 'Asset');
  return {
    includes: { ...(entries.length > 0 && { Entry: entries }), ...(assets.length > 0 && { Asset: assets }) },
    errors,
  };
}

function findTarget(link: WireLink['sys'], space: Space): Resource | undefined {
  const candidates = link.linkType === 'Asset' ? space.assets : space.entries;
  return candidates.find(({ sys }) => sys.id === readNested(link, 'id'));
}
