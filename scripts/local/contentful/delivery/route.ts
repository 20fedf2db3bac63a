import type { IncomingMessage } from 'node:http';
import { createNotFound, noToken, wrongToken, type StandInResult } from './answers';
import { collections, type ApiRequest } from './resources';
import { deliveryToken, environmentId, previewToken, spaceId } from '../space';

/** The target of a request: a collection, a picture's file, or an answer that is already known. */
type RouteResult = ApiRequest | { readonly file: string } | StandInResult;

const filePattern = /^\/asset-files\/[^/]+\/([^/]+)\/[^/]+$/;
const apiPattern = /^\/spaces\/([^/]+)(?:\/environments\/([^/]+))?(?:\/([a-z_]+)(?:\/([^/]+))?)?\/?$/;

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function readToken(request: IncomingMessage, url: URL): string | undefined {
  const header = /^Bearer\s+(.+)$/i.exec(request.headers.authorization ?? '');
  return header?.[1] ?? url.searchParams.get('access_token') ?? undefined;
}

/** Reads a request's path and token, and returns Contentful's error if they are wrong. `origin` is the server's own. */
export function routeDelivery(request: IncomingMessage, origin: string): RouteResult {
  const url = URL.parse(request.url ?? '/', origin);
  if (!url || request.method !== 'GET') return createNotFound();
  const [, file] = filePattern.exec(url.pathname) ?? [];
  if (file !== undefined) return { file: decodePart(file) };

  const [, space, environment = environmentId, name, id] = apiPattern.exec(url.pathname) ?? [];
  if (space === undefined) return createNotFound();
  const token = readToken(request, url);
  if (token === undefined) return noToken;
  if (token !== deliveryToken && token !== previewToken) return wrongToken;
  if (space !== spaceId) return createNotFound({ type: 'Space', id: decodePart(space) });
  if (environment !== environmentId)
    return createNotFound({ type: 'Environment', id: decodePart(environment), space });

  if (name === undefined)
    return { status: 200, json: { sys: { type: 'Space', id: spaceId }, name: 'Local', locales: [] } };
  const collection = collections.find((known) => known === name);
  if (collection === undefined) return createNotFound();
  const isPreview = token === previewToken;
  return {
    collection,
    id: id === undefined ? undefined : decodePart(id),
    params: url.searchParams,
    origin,
    isPreview,
  };
}
