/** What a form service answers, and what happens instead of an answer, by the keys of the inbox's special forms. */
import type { SessionConnection } from '@/applications/outbox/sessions.fixture';

/** In the order of the table. */
export const answers: Readonly<Record<string, SessionConnection>> = {
  '200 accepted': undefined,
  '200 accepted, slow': 'slow-40',
  '200 accepted, without next': 'no-next',
  '200 with ok: false': 'ok-false',
  '200 of a captive portal': 'ok-html',
  '200 asking for a payment': 'payment',
  '303 to an address that answers': 'redirected',
  '402 payment required': 'payment-required',
  '403 with next': 'forbidden-next',
  '403 form blocked': 'blocked',
  '403 form inactive': 'inactive',
  '404 form not found': 'not-found',
  '413 too large': 'files-too-big',
  '422 wrong e-mail address': 'email-refused',
  '429 over the limit': 'limit',
  '429 with Retry-After': 'limit-pause',
  '500 with HTML': 'error-html',
  '500 with JSON': 'error-json',
  '502 bad gateway': 'bad-gateway',
  '503 with Retry-After': 'busy',
  'hang, and stored': 'hang',
  'lost request': 'lost-request',
  'lost answer': 'lost-answer',
};

/** Of these no attempt is repeated, where nothing else goes wrong. */
export const accepting: ReadonlySet<SessionConnection> = new Set([undefined, 'slow-40']);
