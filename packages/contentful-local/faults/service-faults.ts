/** Faults of the service. */
import { accessDenied, rateLimited, serverError, tooBig, type JsonAnswer } from '../answers.ts';
import { isRecord } from '../json.ts';
import type { Fault, RequestPosition } from './fault.ts';

/** The number of requests that fail in a burst. */
const burstLength = 2;

/** Items per page for faults that need a second page, even with few entries. */
const smallPage = 2;

/** The delay (ms) of the slow service. */
const slowMs = 2000;

function changeTotal(
  result: JsonAnswer,
  { collection }: RequestPosition,
  change: (total: number) => number,
): JsonAnswer {
  if (collection !== 'entries' || !isRecord(result.json) || typeof result.json['total'] !== 'number')
    return result;
  return { ...result, json: { ...result.json, total: change(result.json['total']) } };
}

export const serviceFaults = {
  'rate-limit-storm': {
    description: 'every request is answered 429, too many requests',
    result: () => rateLimited,
  },
  'rate-limit-burst': {
    description: `the first ${burstLength} requests are answered 429, then all is well`,
    result: (result, { requestNumber }) => (requestNumber <= burstLength ? rateLimited : result),
  },
  'server-error': {
    description: 'every request is answered 500',
    result: () => serverError,
  },
  'server-error-burst': {
    description: `the first ${burstLength} requests are answered 500, then all is well`,
    result: (result, { requestNumber }) => (requestNumber <= burstLength ? serverError : result),
  },
  'dropped-connection': {
    description: 'the connection is closed without an answer',
    answer: (answer) => ({ ...answer, breakAfter: -1 }),
  },
  'dropped-answer': {
    description: 'the connection is closed in the middle of each answer about entries',
    answer: (answer, { collection }) =>
      collection === 'entries' ? { ...answer, breakAfter: Math.floor(answer.body.length / 2) } : answer,
  },
  'truncated-json': {
    description: 'answers about entries are 200 with the first half of the JSON text',
    answer: (answer, { collection }) =>
      collection === 'entries'
        ? { ...answer, body: answer.body.subarray(0, answer.body.length / 2) }
        : answer,
  },
  'total-changes': {
    description: 'the total of entries grows with every page, without end',
    result: (result, position) =>
      changeTotal(result, position, (total) => total + position.collectionRequestNumber),
  },
  'total-changes-once': {
    description: 'the first page of entries says one more than there are',
    result: (result, position) =>
      changeTotal(result, position, (total) => (position.collectionRequestNumber === 1 ? total + 1 : total)),
  },
  'one-missing-once': {
    description: 'the first answer about entries lacks one of those that it counts',
    result: (result, { collection, collectionRequestNumber }) => {
      if (collection !== 'entries' || collectionRequestNumber !== 1 || !isRecord(result.json)) return result;
      const { items } = result.json;
      return Array.isArray(items) ? { ...result, json: { ...result.json, items: items.slice(1) } } : result;
    },
  },
  'duplicate-page': {
    description: `pages of entries hold ${smallPage}, and each is the first one again`,
    query: (query, { collection }) =>
      collection === 'entries' ? { ...query, limit: Math.min(query.limit, smallPage), skip: 0 } : query,
  },
  'missing-page': {
    description: `pages of entries hold ${smallPage}, and all but the first are empty`,
    query: (query, { collection }) =>
      collection !== 'entries'
        ? query
        : query.skip === 0
          ? { ...query, limit: Math.min(query.limit, smallPage) }
          : { ...query, limit: 0 },
  },
  oversize: {
    description: `a page of more than ${smallPage} entries is answered 400, larger than 7 MB`,
    result: (result, { collection }) =>
      collection === 'entries' &&
      isRecord(result.json) &&
      Array.isArray(result.json['items']) &&
      result.json['items'].length > smallPage
        ? tooBig
        : result,
  },
  slow: {
    description: `every answer takes ${slowMs / 1000} seconds`,
    answer: (answer) => ({ ...answer, delayMs: slowMs }),
  },
  'no-webhooks': {
    description: 'the plan of the space has no more webhooks: making one is answered 403',
    manage: ({ method, path }) =>
      method !== 'GET' && path[1] === 'webhook_definitions' ? accessDenied : undefined,
  },
  'asset-gone': {
    description: 'every asset’s file is answered 404',
    file: (answer) => ({ ...answer, status: 404, body: new Uint8Array() }),
  },
  'asset-dropped': {
    description: 'the connection is closed in the middle of every asset’s file',
    file: (answer) => ({ ...answer, breakAfter: Math.floor(answer.body.length / 2) }),
  },
} as const satisfies Record<string, Fault>;
