/** Answers requests to the Delivery and Preview APIs. */
import type { IncomingMessage } from 'node:http';
import { createNotFound, createOk, createPage, noToken, wrongToken, type JsonAnswer } from '../answers.ts';
import { deliveryToken, environmentId, listById, previewToken, spaceId, type Space } from '../space.ts';
import { parseDeliveryQuery, select, type DeliveryQuery } from './query.ts';
import { buildShownJson, buildShownType, listShown, showContent, type Shown } from './shown.ts';
import { answerSync } from './sync.ts';

/** The collections of an environment. */
const collections = ['entries', 'assets', 'content_types', 'locales', 'sync'] as const;

export type Collection = (typeof collections)[number];

/** A request for a collection, or an item of it. */
interface DeliveryRequest {
  readonly collection: Collection;
  /** The requested item; undefined for the collection. */
  readonly id: string | undefined;
  readonly params: URLSearchParams;
  /** True if the request has the Preview API’s token: then answers include drafts. */
  readonly isPreview: boolean;
}

const apiPattern = /^\/spaces\/([^/]+)(?:\/environments\/([^/]+))?(?:\/([a-z_]+)(?:\/([^/]+))?)?\/?$/;

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function readToken({ headers }: IncomingMessage, url: URL): string | undefined {
  const header = /^Bearer\s+(.+)$/i.exec(headers.authorization ?? '');
  return header?.[1] ?? url.searchParams.get('access_token') ?? undefined;
}

/** Reads a request's path and token, and returns Contentful's error if they are wrong. */
export function routeDelivery(request: IncomingMessage, url: URL): DeliveryRequest | JsonAnswer {
  const [, space, environment = environmentId, name, id] = apiPattern.exec(url.pathname) ?? [];
  if (space === undefined || request.method !== 'GET') return createNotFound();
  const token = readToken(request, url);
  if (token === undefined) return noToken;
  if (token !== deliveryToken && token !== previewToken) return wrongToken;
  if (space !== spaceId) return createNotFound({ type: 'Space', id: decodePart(space) });
  if (environment !== environmentId)
    return createNotFound({ type: 'Environment', id: decodePart(environment), space });

  if (name === undefined)
    return createOk({ sys: { type: 'Space', id: spaceId }, name: 'Local', locales: [] });
  const collection = collections.find((known) => known === name);
  if (collection === undefined) return createNotFound();
  return {
    collection,
    id: id === undefined ? undefined : decodePart(id),
    params: url.searchParams,
    isPreview: token === previewToken,
  };
}

/** Answers a request from a space. `alter` changes its query before, for faults that divide pages wrongly. */
export function answerDelivery(
  { collection, id, params, isPreview }: DeliveryRequest,
  space: Space,
  url: string,
  alter: (query: DeliveryQuery) => DeliveryQuery,
): JsonAnswer {
  if (collection === 'sync') return isPreview ? createNotFound() : answerSync(params, space, url);
  const isContent = collection === 'entries' || collection === 'assets';
  const parsed = parseDeliveryQuery(params, space, isContent);
  if ('status' in parsed) return parsed;
  const query = alter(parsed);
  if (collection === 'locales') return createPage(space.locales, query, (locale) => locale);
  if (collection === 'content_types') {
    const types = listById(space.contentTypes).filter(([, { published }]) => published);
    if (id === undefined) return createPage(types, query, buildShownType);
    const found = types.find(([key]) => key === id);
    return found ? createOk(buildShownType(found)) : createNotFound({ type: 'ContentType', id });
  }
  const type = collection === 'entries' ? 'Entry' : 'Asset';
  const build = (one: Shown) => buildShownJson(one, space);
  if (id === undefined) return createPage(select(listShown(space, type, isPreview), query), query, build);
  const stored = space[collection].get(id);
  const shown = stored && showContent(type, id, stored, isPreview);
  return shown ? createOk(build(shown)) : createNotFound({ type, id });
}
