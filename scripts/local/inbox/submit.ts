/** Receives a submission: reads, checks and stores it, and only then answers, as Formspree does. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { htmlAnswer, jsonAnswer, type HttpAnswer } from '../http';
import { readRequestBody, parseBody } from './body';
import { deleteFiles, saveFiles } from './submission-files';
import { renderProblemPage } from './pages';
import { checkFields, InboxProblem, problems } from './problems';
import { findMisbehaviour, type Misbehaviour } from './special-forms';
import type { InboxStore } from './store';
import { isLoopbackName } from '../loopback';

const anyOrigin = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'Date, Retry-After',
};

/** The path to which a special form redirects. It answers every request as if a form had accepted it. */
export const redirectPath = '/answers-elsewhere';

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

interface Target {
  /** The form's key in the address. */
  readonly form: string;
  readonly store: InboxStore;
}

export async function answerSubmission(
  request: IncomingMessage,
  { form, store }: Target,
): Promise<HttpAnswer> {
  const wantsJson = /\bapplication\/json\b/.test(request.headers.accept ?? '');
  const special = findMisbehaviour(form);
  const taken = await storeSubmission(request, form, store, special);
  const { delayMs, breaksConnection, redirects, retryAfter } = special ?? {};
  if (redirects) return redirect(303, redirectPath);
  const answer =
    taken instanceof InboxProblem
      ? createRefusal(taken, wantsJson)
      : special?.answer
        ? createMisbehaviour(special.answer, wantsJson)
        : createAcceptance(chooseNext(taken.next, request), wantsJson);
  const headers = { ...(retryAfter === undefined ? {} : { 'Retry-After': retryAfter }), ...answer.headers };
  return { ...answer, headers, delayMs, breakAfter: breaksConnection ? -1 : undefined };
}

/** Stores a submission if it is valid. Resolves when it is on the disk, to the address in `_next` or to a problem. */
async function storeSubmission(
  request: IncomingMessage,
  form: string,
  store: InboxStore,
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
  const keeps = special === undefined || special.isStored === true;
  if (!keeps) return { next };
  const id = randomUUID();
  try {
    const kept = await saveFiles(store.file, id, files);
    const receivedAt = new Date().toISOString();
    await store.append({ id, receivedAt, form, fields: rest, ...(kept.length > 0 ? { files: kept } : {}) });
  } catch {
    await deleteFiles(store.file, id, files.length).catch(() => {});
    return problems.notStored;
  }
  return { next };
}

function chooseNext(next: unknown, request: IncomingMessage): string {
  const { origin, referer, host } = request.headers;
  return checkNext(next, origin ?? referer) ?? `http://${host ?? '127.0.0.1'}/thanks`;
}

const redirect = (status: number, to: string): HttpAnswer => ({
  status,
  headers: { ...anyOrigin, Location: to },
});

const createAcceptance = (next: string, wantsJson: boolean): HttpAnswer =>
  wantsJson ? jsonAnswer(200, { ok: true, next }, anyOrigin) : redirect(302, next);

function createRefusal(problem: InboxProblem, wantsJson: boolean): HttpAnswer {
  // The rest of a body that is too large isn't read.
  const headers = problem.status === 413 ? { Connection: 'close', ...anyOrigin } : anyOrigin;
  return wantsJson
    ? jsonAnswer(problem.status, problem.json, headers)
    : htmlAnswer(problem.status, renderProblemPage(problem), headers);
}

function createMisbehaviour(answer: NonNullable<Misbehaviour['answer']>, wantsJson: boolean): HttpAnswer {
  if (answer instanceof InboxProblem) return createRefusal(answer, wantsJson);
  return 'html' in answer
    ? htmlAnswer(answer.status, answer.html, anyOrigin)
    : jsonAnswer(answer.status, answer.json, anyOrigin);
}

/** The answer at `redirectPath`. */
export const elsewhereAnswer = createAcceptance('/thanks', true);

/**
 * Returns the address in `_next` if a redirect to it is allowed: http or https, on this machine or on the site with the
 * form (`from`, its `Origin` or `Referer`). Otherwise links to the inbox could redirect people to any site.
 */
function checkNext(next: unknown, from: string | undefined): string | undefined {
  if (typeof next !== 'string' || !URL.canParse(next)) return undefined;
  const url = new URL(next);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  const sameSite = from !== undefined && URL.canParse(from) && new URL(from).hostname === url.hostname;
  return isLoopbackName(url.hostname) || sameSite ? url.href : undefined;
}
