/** Takes one submission: reads, checks, keeps, and only then answers, as Formspree would. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { parseBody, readBody } from './body';
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

/** Answers what a browser asks before it posts from a page of another origin. */
export function preflight(response: ServerResponse): void {
  response.writeHead(204, {
    ...anyOrigin,
    'Access-Control-Allow-Methods': 'POST, OPTIONS',
    'Access-Control-Allow-Headers':
      'Accept, Content-Type, Formspree-Client, Formspree-Session-Data, X-Requested-With',
    'Access-Control-Max-Age': '600',
  });
  response.end();
}

interface Target {
  /** The form's key, as it stands in the address. */
  readonly form: string;
  readonly store: Store;
}

/** Takes a submission to a form. */
export async function submit(
  request: IncomingMessage,
  response: ServerResponse,
  { form, store }: Target,
): Promise<void> {
  const wantsJson = /\bapplication\/json\b/.test(request.headers.accept ?? '');
  const special = misbehaviourOf(form);
  const taken = await take(request, form, store, special);
  if (special?.delayMs === Infinity) return;
  if (special?.delayMs !== undefined) await wait(special.delayMs, undefined, { ref: false });
  if (response.destroyed) return;
  if (special?.breaks) {
    request.socket.destroy();
    return;
  }
  if (special?.redirects) {
    response.writeHead(303, { ...anyOrigin, Location: elsewhere });
    response.end();
    return;
  }
  if (special?.retryAfter !== undefined) response.setHeader('Retry-After', special.retryAfter);
  if (taken instanceof InboxProblem) refuse(response, taken, wantsJson);
  else if (special?.answer) misbehave(response, special.answer, wantsJson);
  else accept(response, nextOf(taken.next, request), wantsJson);
}

/** Keeps what is to be kept. Resolves when it is on the disk. */
async function take(
  request: IncomingMessage,
  form: string,
  store: Store,
  special: Misbehaviour | undefined,
): Promise<InboxProblem | { readonly next: unknown }> {
  const body = await readBody(request);
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

function accept(response: ServerResponse, next: string, wantsJson: boolean): void {
  if (wantsJson) {
    json(response, 200, { ok: true, next });
    return;
  }
  response.writeHead(302, { ...anyOrigin, Location: next });
  response.end();
}

function refuse(response: ServerResponse, problem: InboxProblem, wantsJson: boolean): void {
  // the rest of a body that is too large is not waited for
  if (problem.status === 413) response.setHeader('Connection', 'close');
  if (wantsJson) json(response, problem.status, problem.json);
  else html(response, problem.status, problemPage(problem));
}

function misbehave(
  response: ServerResponse,
  answer: NonNullable<Misbehaviour['answer']>,
  wantsJson: boolean,
): void {
  if (answer instanceof InboxProblem) refuse(response, answer, wantsJson);
  else if ('html' in answer) html(response, answer.status, answer.html);
  else json(response, answer.status, answer.json);
}

/** What `elsewhere` answers. */
export function answerElsewhere(response: ServerResponse): void {
  json(response, 200, { ok: true, next: '/thanks' });
}

function json(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { ...anyOrigin, 'Content-Type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(value));
}

function html(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { ...anyOrigin, 'Content-Type': 'text/html; charset=utf-8' });
  response.end(text);
}
