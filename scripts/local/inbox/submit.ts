/** Takes one submission: reads, checks, keeps, and only then answers, as Formspree would. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { htmlAnswer, jsonAnswer, type HttpAnswer } from '../http';
import { bodyOf, parseBody } from './body';
import { dropFiles, keepFiles } from './files';
import { allowedNext } from './next';
import { problemPage } from './pages';
import { checkFields, InboxProblem, problems } from './problems';
import { misbehaviourOf, type Misbehaviour } from './special-forms';
import type { Store } from './store';

const anyOrigin = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'Date, Retry-After',
};

/** Answers as a form does that has taken something, whatever it is asked. */
export const elsewhere = '/answers-elsewhere';

/** The answer to what a browser asks before it posts from a page of another origin. */
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

interface Target {
  /** The form's key, as it stands in the address. */
  readonly form: string;
  readonly store: Store;
}

/** Takes a submission to a form. */
export async function submit(request: IncomingMessage, { form, store }: Target): Promise<HttpAnswer> {
  const wantsJson = /\bapplication\/json\b/.test(request.headers.accept ?? '');
  const special = misbehaviourOf(form);
  const taken = await take(request, form, store, special);
  const { delayMs, breaks, redirects, retryAfter } = special ?? {};
  if (redirects) return redirect(303, elsewhere);
  const answer =
    taken instanceof InboxProblem
      ? refusal(taken, wantsJson)
      : special?.answer
        ? misbehaviour(special.answer, wantsJson)
        : acceptance(nextOf(taken.next, request), wantsJson);
  const headers = { ...(retryAfter === undefined ? {} : { 'Retry-After': retryAfter }), ...answer.headers };
  return { ...answer, headers, delayMs, breakAfter: breaks ? -1 : undefined };
}

/** Keeps what is to be kept. Resolves when it is on the disk. */
async function take(
  request: IncomingMessage,
  form: string,
  store: Store,
  special: Misbehaviour | undefined,
): Promise<InboxProblem | { readonly next: unknown }> {
  const body = await bodyOf(request);
  if (body instanceof InboxProblem) return body;
  if (!/^[A-Za-z0-9_-]{1,64}$/.test(form)) return problems.notFound;
  const parsed = await parseBody(request.headers['content-type'] ?? '', new Uint8Array(body));
  if (parsed instanceof InboxProblem) return parsed;
  const { fields, files } = parsed;
  // A trap that was filled in is told that all went well, so that the program behind it learns nothing.
  const { _gotcha: trap, ...rest } = fields;
  const next = fields['_next'];
  if (trap !== undefined && trap !== null && trap !== '') return { next };
  const wrong = checkFields(rest) ?? (files.length > 0 ? special?.ofFiles : undefined);
  if (wrong) return wrong;
  const keeps = special === undefined || special.keeps === true;
  if (!keeps) return { next };
  const id = randomUUID();
  try {
    const kept = await keepFiles(store.file, id, files);
    const receivedAt = new Date().toISOString();
    await store.append({ id, receivedAt, form, fields: rest, ...(kept.length > 0 ? { files: kept } : {}) });
  } catch {
    await dropFiles(store.file, id, files.length).catch(() => {});
    return problems.notStored;
  }
  return { next };
}

function nextOf(next: unknown, request: IncomingMessage): string {
  const { origin, referer, host } = request.headers;
  return allowedNext(next, origin ?? referer) ?? `http://${host ?? '127.0.0.1'}/thanks`;
}

const redirect = (status: number, to: string): HttpAnswer => ({
  status,
  headers: { ...anyOrigin, Location: to },
});

const acceptance = (next: string, wantsJson: boolean): HttpAnswer =>
  wantsJson ? jsonAnswer(200, { ok: true, next }, anyOrigin) : redirect(302, next);

function refusal(problem: InboxProblem, wantsJson: boolean): HttpAnswer {
  // the rest of a body that is too large is not waited for
  const headers = problem.status === 413 ? { Connection: 'close', ...anyOrigin } : anyOrigin;
  return wantsJson
    ? jsonAnswer(problem.status, problem.json, headers)
    : htmlAnswer(problem.status, problemPage(problem), headers);
}

function misbehaviour(answer: NonNullable<Misbehaviour['answer']>, wantsJson: boolean): HttpAnswer {
  if (answer instanceof InboxProblem) return refusal(answer, wantsJson);
  return 'html' in answer
    ? htmlAnswer(answer.status, answer.html, anyOrigin)
    : jsonAnswer(answer.status, answer.json, anyOrigin);
}

/** What `elsewhere` answers. */
export const elsewhereAnswer = acceptance('/thanks', true);
