/**
 * Restricts the stand-in to programs of this machine and to pages that it serves. Contentful answers every page, since
 * its tokens protect it; those of the stand-in are public.
 */
import type { IncomingMessage } from 'node:http';
import { parseHost, isLoopbackOrigin } from '../loopback';
import { foreignOrigin, wrongHost, type StandInResponse, writeResponse } from './delivery/answers';

/** Host names that clients on this machine use. */
const ownNames = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Returns the answer to a caller that isn't allowed; undefined for others. */
export function refuseCaller(request: IncomingMessage, port: number): StandInResponse | undefined {
  const address = parseHost(request);
  const isOurs =
    address !== undefined && ownNames.has(address.hostname) && Number(address.port || 80) === port;
  if (!isOurs) return removePermission(writeResponse(wrongHost, 0));
  const { origin } = request.headers;
  if (origin !== undefined && !isLoopbackOrigin(origin))
    return removePermission(writeResponse(foreignOrigin, 0));
  return undefined;
}

const permission = 'Access-Control-Allow-Origin';

function removePermission({ headers, ...answer }: StandInResponse): StandInResponse {
  const rest = Object.entries(headers).filter(([name]) => name !== permission);
  return { ...answer, headers: Object.fromEntries(rest) };
}

/** Allows a page of this machine to read an answer. Clients that aren't browsers get the same headers as from Contentful. */
export function permitOrigin(
  { headers: { origin } }: IncomingMessage,
  answer: StandInResponse,
): StandInResponse {
  if (origin === undefined) return answer;
  return { ...answer, headers: { ...answer.headers, [permission]: origin, Vary: 'Origin' } };
}

/** Answers a browser's preflight request, sent before a token from another origin; undefined for other requests. */
export function answerPreflight({ method, headers }: IncomingMessage): StandInResponse | undefined {
  if (method !== 'OPTIONS' || headers.origin === undefined) return undefined;
  return {
    status: 204,
    headers: {
      'Access-Control-Allow-Methods': 'GET, POST, PUT, PATCH, DELETE',
      'Access-Control-Allow-Headers': headers['access-control-request-headers'] ?? '',
    },
    body: new Uint8Array(),
  };
}
