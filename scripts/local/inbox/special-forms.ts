/** Form keys that misbehave on purpose, to try every way in which a hosted form can fail. */
import { html } from '@/model/html';
import { InboxProblem, problems } from './problems';

/** The behaviour of a special form. */
export interface Misbehaviour {
  readonly description: string;
  /** The answer instead of success. */
  readonly answer?:
    | InboxProblem
    | { readonly status: number; readonly json: unknown }
    | { readonly status: number; readonly html: string };
  /** The answer if the submission has a file. */
  readonly ofFiles?: InboxProblem;
  /** True if the submission is stored nevertheless. */
  readonly isStored?: boolean;
  /** True if the connection breaks instead of an answer. */
  readonly breaksConnection?: boolean;
  /** Seconds for the header Retry-After. */
  readonly retryAfter?: number;
  /** True if the answer redirects to another address, as networks with a login page do. */
  readonly redirects?: boolean;
  /** Wait (ms) before the answer. Infinity: it is never sent. */
  readonly delayMs?: number;
}

const createRefusal = (description: string, answer: InboxProblem): Misbehaviour => ({ description, answer });

const page = (title: string) =>
  html`<!doctype html><html lang="en"><title>${title}</title><h1>${title}</h1></html>`.text;

/** By form key. */
export const specialForms: Readonly<Record<string, Misbehaviour>> = {
  blocked: createRefusal('403 BLOCKED', problems.blocked),
  empty: createRefusal('422 EMPTY', problems.empty),
  'files-too-big': createRefusal('413 FILES_TOO_BIG', problems.filesTooBig),
  'not-found': createRefusal('404 FORM_NOT_FOUND', problems.notFound),
  inactive: createRefusal('403 INACTIVE', problems.inactive),
  'no-files': {
    description: '400 NO_FILE_UPLOADS where there is a file, as on the free plan; else kept',
    isStored: true,
    ofFiles: problems.noFiles,
  },
  'project-not-found': createRefusal('404 PROJECT_NOT_FOUND', problems.projectNotFound),
  'too-many-files': createRefusal('400 TOO_MANY_FILES', problems.tooManyFiles),
  limit: createRefusal('429, over the limit of submissions', problems.limit),
  'email-refused': createRefusal(
    '422 TYPE_EMAIL for any address',
    new InboxProblem(422, [{ code: 'TYPE_EMAIL', field: 'email', message: 'should be an email' }]),
  ),
  'field-refused': createRefusal(
    '422 with a code for a field that no form has',
    new InboxProblem(422, [{ code: 'TYPE_TEXT', field: 'no_such_field', message: 'should be text' }]),
  ),
  'error-json': createRefusal('500 with JSON', problems.server),
  'error-html': {
    description: '500 with HTML',
    answer: { status: 500, html: page('Internal server error') },
  },
  'bad-gateway': {
    description: '502 with HTML, as of a server in between',
    answer: { status: 502, html: page('Bad gateway') },
  },
  'ok-html': {
    description: '200 with HTML, as a captive portal answers',
    answer: { status: 200, html: page('Log in') },
  },
  'forbidden-next': {
    description: '403 with next, which the client takes for success',
    answer: { status: 403, json: { next: '/thanks' } },
  },
  'proxy-denied': {
    description: '403 with HTML, as of a filter in between',
    answer: { status: 403, html: page('Access denied') },
  },
  'request-timeout': {
    description: '408 with HTML, as of a server in between',
    answer: { status: 408, html: page('Request timeout') },
  },
  'no-next': {
    description: 'kept, 200 without next',
    isStored: true,
    answer: { status: 200, json: { ok: true } },
  },
  'ok-false': {
    description: '200 with "ok": false, and next all the same',
    answer: { status: 200, json: { ok: false, next: '/thanks' } },
  },
  redirected: {
    description: '303 to another address, which answers as a form does',
    redirects: true,
  },
  busy: {
    description: '503 with Retry-After: 120',
    answer: { status: 503, json: { error: 'Try again later' } },
    retryAfter: 120,
  },
  'limit-pause': {
    description: '429 with Retry-After: 3600',
    answer: problems.limit,
    retryAfter: 3600,
  },
  'payment-required': {
    description: '402, over the limit of the plan',
    answer: { status: 402, json: { error: 'Payment required' } },
  },
  payment: {
    description: '200 asking for a payment, on which the client throws',
    answer: { status: 200, json: { resubmitKey: 'x', stripe: { paymentIntentClientSecret: 'x' } } },
  },
  'lost-request': { description: 'the connection breaks, nothing is kept', breaksConnection: true },
  'lost-answer': {
    description: 'kept, but the connection breaks before the answer',
    breaksConnection: true,
    isStored: true,
  },
  hang: { description: 'kept, but the answer never comes', isStored: true, delayMs: Infinity },
};

/** Finds the behaviour of a form; undefined for an ordinary one. `slow-3000` stores, and answers after 3000 ms. */
export function findMisbehaviour(form: string): Misbehaviour | undefined {
  const slow = /^slow-(\d{1,6})$/.exec(form);
  if (slow) return { description: 'slow', isStored: true, delayMs: Number(slow[1]) };
  return Object.hasOwn(specialForms, form) ? specialForms[form] : undefined;
}
