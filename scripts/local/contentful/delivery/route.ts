import type { IncomingMessage } from 'node:http';
import { notFound, noToken, wrongToken, type Result } from './answers';
import { collections, type ApiRequest } from './resources';
import { deliveryToken, environmentId, previewToken, spaceId } from '../space';

/** What a request is for: a collection, a picture's file, or an answer that is already known. */
export type Routed = ApiRequest | { readonly file: string } | Result;

const filePattern = /^\/asset-files\/[^/]+\/([^/]+)\/[^/]+$/;
const apiPattern = /^\/spaces\/([^/]+)(?:\/environments\/([^/]+))?(?:\/([a-z_]+)(?:\/([^/]+))?)?\/?$/;

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function tokenOf(request: IncomingMessage, url: URL): string | undefined {
  const header = /^Bearer\s+(.+)$/i.exec(request.headers.authorization ?? '');
  return header?.[1] ?? url.searchParams.get('access_token') ?? undefined;
}

/** Reads a request's path and token, and refuses as Contentful does. `origin` is the server's own. */
export function route(request: IncomingMessage, origin: string): Routed {
  const url = URL.parse(request.url ?? '/', origin);
  if (!url || request.method !== 'GET') return notFound();
  const [, file] = filePattern.exec(url.pathname) ?? [];
  if (file !== undefined) return { file: decoded(file) };

  const [, space, environment = environmentId, name, id] = apiPattern.exec(url.pathname) ?? [];
  if (space === undefined) return notFound();
  const token = tokenOf(request, url);
  if (token === undefined) return noToken;
  if (token !== deliveryToken && token !== previewToken) return wrongToken;
  if (space !== spaceId) return notFound({ type: 'Space', id: decoded(space) });
  if (environment !== environmentId)
    return notFound({ type: 'Environment', id: decoded(environment), space });

  if (name === undefined)
    return { status: 200, json: { sys: { type: 'Space', id: spaceId }, name: 'Local', locales: [] } };
  const collection = collections.find((known) => known === name);
  if (collection === undefined) return notFound();
  const isPreview = token === previewToken;
  // The Preview API has no synchronization.
  if (isPreview && collection === 'sync') return notFound();
  return {
    collection,
    id: id === undefined ? undefined : decoded(id),
    params: url.searchParams,
    origin,
    isPreview,
  };
}
