/** Form keys that misbehave on purpose, to try every way in which a hosted form can fail. */
import { html } from '@/model/html';
import { htmlAnswer, jsonAnswer, type HttpAnswer } from '../http';
import { problems, type InboxProblem } from './problems';

/** The behaviour of a special form: also how long it waits, and whether the connection breaks. */
export interface Misbehaviour extends Pick<HttpAnswer, 'delayMs' | 'breakAfter'> {
  readonly description: string;
  /** The answer instead of success. */
  readonly answer?: InboxProblem | HttpAnswer;
  /** The answer if the submission has a file. */
  readonly ofFiles?: InboxProblem;
  /** True if the submission is stored nevertheless. */
  readonly isStored?: boolean;
  /** Seconds for the header Retry-After. */
  readonly retryAfter?: number;
}

/** The path to which a special form redirects. It answers every request as if a form had accepted it. */
export const redirectPath = '/answers-elsewhere';

const refusing = (description: string, answer: InboxProblem): Misbehaviour => ({ description, answer });

/** Answers with a page, as servers in between do. */
const showing = (status: number, title: string): Misbehaviour => ({
  description: `${status} with HTML: ${title}`,
  answer: htmlAnswer(status, html`<!doctype html><html lang="en"><title>${title}</title></html>`.text),
});

const answering = (description: string, status: number, json: unknown): Misbehaviour => ({
  description,
  answer: jsonAnswer(status, json),
});

/** By form key. */
export const specialForms: Readonly<Record<string, Misbehaviour>> = {
  blocked: refusing('403 BLOCKED', problems.blocked),
  empty: refusing('422 EMPTY', problems.empty),
  'files-too-big': refusing('413 FILES_TOO_BIG', problems.filesTooBig),
  'not-found': refusing('404 FORM_NOT_FOUND', problems.notFound),
  inactive: refusing('403 INACTIVE', problems.inactive),
  'no-files': {
    description: '400 NO_FILE_UPLOADS where there is a file, as on the free plan; else kept',
    isStored: true,
    ofFiles: problems.noFiles,
  },
  'project-not-found': refusing('404 PROJECT_NOT_FOUND', problems.projectNotFound),
  'too-many-files': refusing('400 TOO_MANY_FILES', problems.tooManyFiles),
  limit: refusing('429, over the limit of submissions', problems.limit),
  'email-refused': refusing('422 TYPE_EMAIL for any address', problems.email),
  'field-refused': refusing('422 with a code for a field that no form has', problems.unknownField),
  'error-json': refusing('500 with JSON', problems.server),
  'error-html': showing(500, 'Internal server error'),
  'ok-html': showing(200, 'Log in'),
  'proxy-denied': showing(403, 'Access denied'),
  'request-timeout': showing(408, 'Request timeout'),
  'forbidden-next': answering('403 with next, which the client takes for success', 403, { next: '/thanks' }),
  'no-next': { ...answering('kept, 200 without next', 200, { ok: true }), isStored: true },
  'ok-false': answering('200 with "ok": false, and next all the same', 200, { ok: false, next: '/thanks' }),
  redirected: {
    description: '303 to another address, which answers as a form does',
    answer: { status: 303, headers: { Location: redirectPath } },
  },
  busy: { ...answering('503 with Retry-After: 120', 503, { error: 'Try again later' }), retryAfter: 120 },
  'limit-pause': { ...refusing('429 with Retry-After: 3600', problems.limit), retryAfter: 3600 },
  'payment-required': answering('402, over the limit of the plan', 402, { error: 'Payment required' }),
  payment: answering('200 asking for a payment, on which the client throws', 200, {
    resubmitKey: 'x',
    stripe: { paymentIntentClientSecret: 'x' },
  }),
  'lost-request': { description: 'the connection breaks, nothing is kept', breakAfter: -1 },
  'lost-answer': {
    description: 'kept, but the connection breaks before the answer',
    breakAfter: -1,
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
