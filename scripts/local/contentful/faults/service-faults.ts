/** Faults of the service and of the line. */
import { isRecord } from '@/sources/contentful/json';
import { accessDenied, rateLimited, serverError, tooBig, type Result } from '../delivery/answers';
import type { StandInFault, Occasion } from './fault';

/** Requests that a burst spoils before all is well. */
const burst = 2;

/** Items a page where a fault needs a second page, however few entries there are. */
const smallPage = 2;

/** How long (ms) the slow service takes. */
const slowMs = 2000;

function withTotal(result: Result, { collection }: Occasion, change: (total: number) => number): Result {
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
    description: `the first ${burst} requests are answered 429, then all is well`,
    result: (result, { nth }) => (nth <= burst ? rateLimited : result),
  },
  'server-error': {
    description: 'every request is answered 500',
    result: () => serverError,
  },
  'server-error-burst': {
    description: `the first ${burst} requests are answered 500, then all is well`,
    result: (result, { nth }) => (nth <= burst ? serverError : result),
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
    result: (result, occasion) => withTotal(result, occasion, (total) => total + occasion.nthOfCollection),
  },
  'total-changes-once': {
    description: 'the first page of entries says one more than there are',
    result: (result, occasion) =>
      withTotal(result, occasion, (total) => (occasion.nthOfCollection === 1 ? total + 1 : total)),
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
    description: 'every picture’s file is answered 404',
    file: (answer) => ({ ...answer, status: 404, body: new Uint8Array() }),
  },
  'asset-dropped': {
    description: 'the connection is closed in the middle of every picture’s file',
    file: (answer) => ({ ...answer, breakAfter: Math.floor(answer.body.length / 2) }),
  },
} as const satisfies Record<string, StandInFault>;
