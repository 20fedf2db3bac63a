/** Receives a submission: reads, checks and stores it, and only then answers, as Formspree does. */
import type { IncomingMessage } from 'node:http';
import { htmlAnswer, jsonAnswer, type HttpAnswer } from '../http';
import { readRequestBody, parseBody } from './body';
import { renderProblemPage } from './pages';
import { checkFields, InboxProblem, problems } from './problems';
import { findMisbehaviour, type Misbehaviour } from './special-forms';
import { storeSubmission } from './store';
import { isLoopbackName } from '../loopback';

const anyOrigin = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'Date, Retry-After',
};

/** The answer to a browser's preflight request, sent before it posts from another origin. */
export const preflight: HttpAnswer = {
  status: 204,
  headers: {
    ...anyOrigin,
    'Access-Control-Allow-Methods': 'POST, OPTIONS',
    'Access-Control-Allow-Headers':
      'Accept, Content-Type, Formspree-Client, Formspree-Session-Data, X-Requested-With',
    'Access-Control-Max-Age': '600',
  },
};

/** Answers a submission to the form with a key, which is stored in `file`. */
export async function answerSubmission(
  request: IncomingMessage,
  form: string,
  file: string,
): Promise<HttpAnswer> {
  const wantsJson = /\bapplication\/json\b/.test(request.headers.accept ?? '');
  const special = findMisbehaviour(form);
  const { answer: own, delayMs, breakAfter, retryAfter } = special ?? {};
  const taken = await takeSubmission(request, form, file, special);
  const outcome =
    taken instanceof InboxProblem ? taken : (own ?? accept(chooseNext(taken.next, request), wantsJson));
  const answer = outcome instanceof InboxProblem ? refuse(outcome, wantsJson) : outcome;
  const pause = retryAfter === undefined ? {} : { 'Retry-After': retryAfter };
  return { ...answer, headers: { ...anyOrigin, ...pause, ...answer.headers }, delayMs, breakAfter };
}

/** Stores a submission if it is valid. Resolves to the address in `_next` or to a problem. */
async function takeSubmission(
  request: IncomingMessage,
  form: string,
  file: string,
  special: Misbehaviour | undefined,
): Promise<InboxProblem | { readonly next: unknown }> {
  const body = await readRequestBody(request);
  if (body instanceof InboxProblem) return body;
  if (!/^[A-Za-z0-9_-]{1,64}$/.test(form)) return problems.notFound;
  const parsed = await parseBody(request.headers['content-type'] ?? '', new Uint8Array(body));
  if (parsed instanceof InboxProblem) return parsed;
  const { fields, files } = parsed;
  // If the trap field is filled in, the answer is success, so that the spam bot doesn't notice.
  const { _gotcha: trap, ...rest } = fields;
  const next = fields['_next'];
  if (trap !== undefined && trap !== null && trap !== '') return { next };
  const wrong = checkFields(rest) ?? (files.length > 0 ? special?.ofFiles : undefined);
  if (wrong) return wrong;
  if (special !== undefined && special.isStored !== true) return { next };
  try {
    await storeSubmission(file, { form, fields: rest }, files);
  } catch {
    return problems.notStored;
  }
  return { next };
}

/** Returns the address in `_next` if it is on this machine: else links to the inbox could lead people to any site. */
function chooseNext(next: unknown, { headers: { host } }: IncomingMessage): string {
  const url = typeof next === 'string' ? URL.parse(next) : null;
  const isAllowed = url && /^https?:$/.test(url.protocol) && isLoopbackName(url.hostname);
  return isAllowed ? url.href : `http://${host ?? '127.0.0.1'}/thanks`;
}

const accept = (next: string, wantsJson: boolean): HttpAnswer =>
  wantsJson ? jsonAnswer(200, { ok: true, next }) : { status: 302, headers: { Location: next } };

function refuse(problem: InboxProblem, wantsJson: boolean): HttpAnswer {
  // The rest of a body that is too large isn't read.
  const headers = problem.status === 413 ? { Connection: 'close' } : {};
  return wantsJson
    ? jsonAnswer(problem.status, problem.json, headers)
    : htmlAnswer(problem.status, renderProblemPage(problem), headers);
}

/** The answer at `redirectPath`. */
export const elsewhereAnswer = jsonAnswer(200, { ok: true, next: '/thanks' }, anyOrigin);
