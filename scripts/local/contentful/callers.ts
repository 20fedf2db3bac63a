/**
 * Whom the stand-in answers: programs of this machine, and pages that it serves. Contentful answers every page, which
 * only its tokens protect; those of the stand-in are known to all.
 */
import type { IncomingMessage } from 'node:http';
import { addressOf, isLoopbackOrigin } from '../loopback';
import { foreignOrigin, wrongHost, type StandInResponse, write } from './delivery/answers';

/** Names by which clients of this machine call it. */
const names = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** The answer to a caller that gets no other; undefined for the rest. */
export function refusalOf(request: IncomingMessage, port: number): StandInResponse | undefined {
  const address = addressOf(request);
  const isOurs = address !== undefined && names.has(address.hostname) && Number(address.port || 80) === port;
  if (!isOurs) return withoutPermission(write(wrongHost, 0));
  const { origin } = request.headers;
  if (origin !== undefined && !isLoopbackOrigin(origin)) return withoutPermission(write(foreignOrigin, 0));
  return undefined;
}

const permission = 'Access-Control-Allow-Origin';

function withoutPermission({ headers, ...answer }: StandInResponse): StandInResponse {
  const rest = Object.entries(headers).filter(([name]) => name !== permission);
  return { ...answer, headers: Object.fromEntries(rest) };
}

/** The answer as a page of this machine may read it. A client that is no browser gets what Contentful sends. */
export function permitting(
  { headers: { origin } }: IncomingMessage,
  answer: StandInResponse,
): StandInResponse {
  if (origin === undefined) return answer;
  return { ...answer, headers: { ...answer.headers, [permission]: origin, Vary: 'Origin' } };
}

/** The answer to what a browser asks before it sends a token from another origin; undefined for other requests. */
export function preflightOf({ method, headers }: IncomingMessage): StandInResponse | undefined {
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
