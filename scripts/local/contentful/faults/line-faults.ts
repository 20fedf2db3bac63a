/** Faults of the line and of what stands in it: proxies, time limits, tokens that end. */
import { html } from '@/model/html';
import { accessDenied, notFound, wrongToken, type StandInResponse } from '../delivery/answers';
import type { StandInFault, Occasion } from './fault';

/** Requests after which something ends while content is read. */
const enough = 3;

/** Requests that a burst spoils before all is well. */
const burst = 2;

/** Longer (ms) than anybody waits. */
const forever = 24 * 60 * 60 * 1000;

/** Bytes of one drop. */
const drop = 512;

const htmlType = { 'Content-Type': 'text/html; charset=utf-8' };

/** A page of somebody else's in place of an answer. */
const pageOf = (status: number, title: string): Omit<StandInResponse, 'breakAfter'> => ({
  status,
  headers: htmlType,
  body: Buffer.from(html`<!doctype html><title>${title}</title><h1>${title}</h1>`.text),
});

const ofEntries = ({ collection }: Occasion) => collection === 'entries';

export const lineFaults = {
  silence: {
    description: 'nothing is ever answered',
    answer: (answer) => ({ ...answer, delayMs: forever }),
  },
  'half-closed': {
    description:
      'the other side closes its half of the connection in the middle of each answer about entries',
    answer: (answer, occasion) =>
      ofEntries(occasion)
        ? { ...answer, breakAfter: Math.floor(answer.body.length / 2), isHalfClosed: true }
        : answer,
  },
  drops: {
    description: `every answer comes in drops of ${drop} bytes`,
    answer: (answer) => ({ ...answer, drop }),
  },
  'bad-gateway': {
    description: 'every request is answered 502, with a page of a proxy’s',
    answer: () => pageOf(502, 'Bad gateway'),
  },
  'unavailable-burst': {
    description: `the first ${burst} requests are answered 503, with a page of a proxy’s, then all is well`,
    answer: (answer, { nth }) => (nth <= burst ? pageOf(503, 'Service unavailable') : answer),
  },
  'sign-in-page': {
    description: 'every request is answered 200 with the sign-in page of a network',
    answer: () => pageOf(200, 'Sign in'),
  },
  'empty-answer': {
    description: 'answers about entries are 200 without anything in them',
    answer: (answer, occasion) => (ofEntries(occasion) ? { ...answer, body: new Uint8Array() } : answer),
  },
  'other-json': {
    description: 'answers about entries are JSON of another shape',
    result: (result, occasion) => (ofEntries(occasion) ? { ...result, json: { ok: true } } : result),
  },
  'token-expires': {
    description: `the token is no longer accepted after ${enough} requests`,
    result: (result, { nth }) => (nth > enough ? wrongToken : result),
  },
  'access-taken': {
    description: `every request is answered 403 after ${enough} requests`,
    result: (result, { nth }) => (nth > enough ? accessDenied : result),
  },
  'environment-deleted': {
    description: `the environment is gone after ${enough} requests`,
    result: (result, { nth }) => (nth > enough ? notFound({ type: 'Environment', id: 'master' }) : result),
  },
  'asset-error': {
    description: 'every picture’s file is answered 500',
    file: (answer) => ({ ...answer, status: 500, body: new Uint8Array() }),
  },
  'asset-empty': {
    description: 'every picture’s file is empty',
    file: (answer) => ({ ...answer, body: new Uint8Array() }),
  },
  'asset-other': {
    description: 'every picture’s file is a page of HTML',
    file: () => pageOf(200, 'Sign in'),
  },
} as const satisfies Record<string, StandInFault>;
