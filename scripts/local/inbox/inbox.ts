/** A server on this machine that takes forms as Formspree does, and keeps them in a file. */
import { createServer, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { answering, htmlAnswer, jsonAnswer, type HttpAnswer } from '../http';
import { listen, type Listening } from '../listen';
import { addressOf, isLoopback } from '../loopback';
import { oneLine } from '@/model/characters';
import { html, type Html } from '@/model/html';
import { readKeptFile } from './files';
import { filePath, listPage, pagePolicy, submissionPath, thanksPage } from './pages';
import { openStore, type InboxSubmission, type Store } from './store';
import { elsewhere, elsewhereAnswer, preflight, submit } from './submit';

export interface InboxOptions {
  /** 0 takes a free one. */
  readonly port: number;
  /** Where submissions are kept, one JSON object a line. */
  readonly file: string;
}

/**
 * Starts one on 127.0.0.1. Its `url`, without a slash at the end, is the value for `FORMSPREE_ENDPOINT`.
 * Rejects with a `PortError` where the port is taken.
 */
export function startInbox({ port, file }: InboxOptions): Promise<Listening> {
  const store = openStore(file);
  // the file can't be read
  const failed = (error: unknown) => note(500, 'Error', String(error));
  return listen(createServer(answering((request) => route(request, store), failed)), port);
}

async function route(request: IncomingMessage, store: Store): Promise<HttpAnswer> {
  if (!isLoopback(addressOf(request)?.hostname ?? ''))
    return note(421, 'Wrong host', 'This server answers to names of this machine only.');
  const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
  const form = /^\/f\/([^/]+)$/.exec(pathname)?.[1];
  if (form !== undefined && request.method === 'OPTIONS') return preflight;
  if (form !== undefined && request.method === 'POST') return submit(request, { form, store });
  if (pathname === elsewhere) return elsewhereAnswer;
  if (form !== undefined) return notAllowed('POST, OPTIONS');
  return request.method === 'GET' || request.method === 'HEAD'
    ? shown(pathname, store)
    : notAllowed('GET, HEAD');
}

async function shown(pathname: string, store: Store): Promise<HttpAnswer> {
  if (pathname === '/thanks') return page(200, thanksPage());
  const { submissions, unreadable } = await store.read();
  if (pathname === '/') return page(200, listPage(submissions, unreadable));
  if (pathname === '/submissions.json') return json(200, submissions.toReversed());
  if (/^\/submission\/[\w-]+\.json$/.test(pathname)) {
    const found = submissions.find(({ id }) => pathname === submissionPath(id));
    return json(found ? 200 : 404, found ?? null, {
      'Content-Disposition': 'attachment; filename="submission.json"',
    });
  }
  if (pathname.startsWith('/file/')) return fileToSave(pathname, submissions, store);
  return note(404, 'Not found', html`There is no such page. <a href="/">The inbox</a>`);
}

/** Has the browser save what comes, under a name that nothing can be done with (RFC 6266, RFC 8187). */
function asAttachment(name: string): string {
  const plain = oneLine(name).replaceAll(/[/\\:*?"<>|]/g, '_') || 'file';
  const encoded = encodeURIComponent(plain).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return `attachment; filename*=UTF-8''${encoded}`;
}

/** A file that came in, to be saved: what is in it is never shown as a page. */
async function fileToSave(
  pathname: string,
  submissions: readonly InboxSubmission[],
  store: Store,
): Promise<HttpAnswer> {
  const files = submissions.flatMap(({ id, files = [] }) =>
    files.map((file, index) => ({ id, file, index })),
  );
  const found = files.find(({ id, index }) => pathname === filePath(id, index));
  const body = found && (await readKeptFile(store.file, found.id, found.index));
  if (!found || !body) return note(404, 'Not found', 'There is no such file any more.');
  const headers = {
    ...privately,
    'Content-Type': 'application/octet-stream',
    'Content-Length': body.length,
    'Content-Disposition': asAttachment(found.file.name),
    'Content-Security-Policy': "default-src 'none'; sandbox",
  };
  return { status: 200, headers, body };
}

const privately = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

const json = (status: number, value: unknown, headers?: OutgoingHttpHeaders): HttpAnswer => ({
  ...jsonAnswer(status, value, { ...privately, ...headers }),
  body: JSON.stringify(value, null, 2),
});

const page = (status: number, text: string, headers?: OutgoingHttpHeaders): HttpAnswer =>
  htmlAnswer(status, text, { ...headers, ...privately, 'Content-Security-Policy': pagePolicy });

/** A page of one sentence. */
const note = (status: number, title: string, text: string | Html, headers?: OutgoingHttpHeaders) =>
  page(status, html`<!doctype html><title>${title}</title><p>${text}`.text, headers);

const notAllowed = (allowed: string) =>
  note(405, 'Not allowed', 'Forms are posted to /f/ and a key.', { Allow: allowed });
