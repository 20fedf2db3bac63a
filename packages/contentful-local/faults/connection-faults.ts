/** Faults of the connection: proxies, time limits, tokens that expire. */
import { accessDenied, createNotFound, wrongToken } from '../answers.ts';
import type { HttpAnswer } from '../http.ts';
import type { Fault, RequestPosition } from './fault.ts';

/** The number of successful requests before a fault that begins while content is read. */
const requestsBefore = 3;

/** The number of requests that fail in a burst. */
const burstLength = 2;

/** A delay (ms) that is longer than any client waits. */
const endlessMs = 24 * 60 * 60 * 1000;

/** Bytes of each piece of an answer. */
const chunkBytes = 512;

const htmlType = { 'Content-Type': 'text/html; charset=utf-8' };

/** Creates a page of another server in place of an answer. */
const createForeignPage = (status: number, title: string): HttpAnswer => ({
  status,
  headers: htmlType,
  body: Buffer.from(`<!doctype html><title>${title}</title><h1>${title}</h1>`),
});

const isForEntries = ({ collection }: RequestPosition) => collection === 'entries';

export const connectionFaults = {
  silence: {
    description: 'nothing is ever answered',
    answer: (answer) => ({ ...answer, delayMs: endlessMs }),
  },
  'half-closed': {
    description:
      'the other side closes its half of the connection in the middle of each answer about entries',
    answer: (answer, position) =>
      isForEntries(position)
        ? { ...answer, breakAfter: Math.floor(answer.body.length / 2), isHalfClosed: true }
        : answer,
  },
  drops: {
    description: `every answer comes in drops of ${chunkBytes} bytes`,
    answer: (answer) => ({ ...answer, chunkBytes }),
  },
  'bad-gateway': {
    description: 'every request is answered 502, with a page of a proxy’s',
    answer: () => createForeignPage(502, 'Bad gateway'),
  },
  'unavailable-burst': {
    description: `the first ${burstLength} requests are answered 503, with a page of a proxy’s, then all is well`,
    answer: (answer, { requestNumber }) =>
      requestNumber <= burstLength ? createForeignPage(503, 'Service unavailable') : answer,
  },
  'sign-in-page': {
    description: 'every request is answered 200 with the sign-in page of a network',
    answer: () => createForeignPage(200, 'Sign in'),
  },
  'token-expires': {
    description: `the token is no longer accepted after ${requestsBefore} requests`,
    result: (result, { requestNumber }) => (requestNumber > requestsBefore ? wrongToken : result),
  },
  'access-taken': {
    description: `every request is answered 403 after ${requestsBefore} requests`,
    result: (result, { requestNumber }) => (requestNumber > requestsBefore ? accessDenied : result),
  },
  'environment-deleted': {
    description: `the environment is gone after ${requestsBefore} requests`,
    result: (result, { requestNumber }) =>
      requestNumber > requestsBefore ? createNotFound({ type: 'Environment', id: 'master' }) : result,
  },
} as const satisfies Record<string, Fault>;
