/**
 * Restricts the server to programs of this machine and to pages that it serves. Contentful answers every page, since its
 * tokens protect it; those of this server are public.
 */
import type { IncomingMessage } from 'node:http';
import { foreignOrigin, wrongHost, writeAnswer } from './answers.ts';
import type { HttpAnswer } from './http.ts';

/** True for a name of this machine. */
export function isLoopbackName(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

/** True for the origin of a page that this machine serves: `http://localhost:4321`. */
function isLoopbackOrigin(origin: string): boolean {
  const url = URL.parse(origin);
  return url !== null && url.origin === origin && isLoopbackName(url.hostname);
}

/** Returns the answer to a caller that isn't allowed; undefined for others. */
export function refuseCaller({ headers }: IncomingMessage, port: number): HttpAnswer | undefined {
  const address = URL.parse(`http://${headers.host ?? ''}`);
  const isOurs = address !== null && isLoopbackName(address.hostname) && Number(address.port || 80) === port;
  if (!isOurs) return removePermission(writeAnswer(wrongHost, 0));
  const { origin } = headers;
  return origin === undefined || isLoopbackOrigin(origin)
    ? undefined
    : removePermission(writeAnswer(foreignOrigin, 0));
}

const permission = 'Access-Control-Allow-Origin';

function removePermission({ headers, ...answer }: HttpAnswer): HttpAnswer {
  const rest = Object.entries(headers).filter(([name]) => name !== permission);
  return { ...answer, headers: Object.fromEntries(rest) };
}

/** Allows a page of this machine to read an answer. Clients that aren't browsers get the same headers as from Contentful. */
export function permitOrigin({ headers: { origin } }: IncomingMessage, answer: HttpAnswer): HttpAnswer {
  if (origin === undefined) return answer;
  return { ...answer, headers: { ...answer.headers, [permission]: origin, Vary: 'Origin' } };
}

/** Answers a browser's preflight request, sent before a token from another origin; undefined for other requests. */
export function answerPreflight({ method, headers }: IncomingMessage): HttpAnswer | undefined {
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
