/** Answers editors' tools that ask what the publisher does. They run on pages of other sites, such as Contentful's. */
import type { IncomingMessage } from 'node:http';
import { withoutProcess, type PublishStatus } from '@/status/publish-status';
import { jsonAnswer, type HttpAnswer } from '../http';

const shared = { 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'no-store' };

/** A browser asks once a day whether it may send the token. */
const preflight = {
  ...shared,
  'Access-Control-Allow-Methods': 'GET',
  'Access-Control-Allow-Headers': 'Authorization',
  'Access-Control-Max-Age': '86400',
};

/** Answers a request that isn't a webhook. `isAllowed` tells whether the header Authorization has the token. */
export function answerStatus(
  { method, headers }: Pick<IncomingMessage, 'method' | 'headers'>,
  status: PublishStatus,
  isAllowed: (authorization: string) => boolean,
): HttpAnswer {
  if (method === 'OPTIONS') return { status: 204, headers: preflight };
  if (method !== 'GET') return { status: 405, headers: { Allow: 'GET, POST', Connection: 'close' } };
  if (!isAllowed(headers.authorization ?? ''))
    return { status: 401, headers: { ...shared, 'WWW-Authenticate': 'Bearer', Connection: 'close' } };
  return jsonAnswer(200, withoutProcess(status), shared);
}
