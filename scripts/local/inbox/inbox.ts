/** A local server that receives forms as Formspree does, and stores them in a file. */
import { createServer, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { createListener, htmlAnswer, jsonAnswer, type HttpAnswer } from '../http';
import { startServer, type LocalServer } from '../listen';
import { parseHost, isLoopbackName } from '../loopback';
import { oneLine } from '@/model/characters';
import { html, type Html } from '@/model/html';
import { readStoredFile } from './submission-files';
import { filePath, renderListPage, inboxPolicy, submissionPath, renderThanksPage } from './pages';
import { openStore, type InboxSubmission, type InboxStore } from './store';
import { redirectPath, elsewhereAnswer, preflight, answerSubmission } from './submit';

interface InboxOptions {
  /** 0 means any free port. */
  readonly port: number;
  /** The file for submissions, one JSON object per line. */
  readonly file: string;
}

/**
 * Starts an inbox on 127.0.0.1. Its `url`, without a slash at the end, is the value for `FORMSPREE_ENDPOINT`.
 * Rejects with a `PortError` if the port is in use.
 */
export function startInbox({ port, file }: InboxOptions): Promise<LocalServer> {
  const store = openStore(file);
  // The file can't be read.
  const failed = (error: unknown) => createNote(500, 'Error', String(error));
  return startServer(createServer(createListener((request) => answerInbox(request, store), failed)), port);
}

async function answerInbox(request: IncomingMessage, store: InboxStore): Promise<HttpAnswer> {
  if (!isLoopbackName(parseHost(request)?.hostname ?? ''))
    return createNote(421, 'Wrong host', 'This server answers to names of this machine only.');
  const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
  const form = /^\/f\/([^/]+)$/.exec(pathname)?.[1];
  if (form !== undefined && request.method === 'OPTIONS') return preflight;
  if (form !== undefined && request.method === 'POST') return answerSubmission(request, { form, store });
  if (pathname === redirectPath) return elsewhereAnswer;
  if (form !== undefined) return createNotAllowed('POST, OPTIONS');
  return request.method === 'GET' || request.method === 'HEAD'
    ? answerGet(pathname, store)
    : createNotAllowed('GET, HEAD');
}

async function answerGet(pathname: string, store: InboxStore): Promise<HttpAnswer> {
  if (pathname === '/thanks') return createPage(200, renderThanksPage());
  const { submissions, unreadable } = await store.read();
  if (pathname === '/') return createPage(200, renderListPage(submissions, unreadable));
  if (pathname === '/submissions.json') return createJson(200, submissions.toReversed());
  if (/^\/submission\/[\w-]+\.json$/.test(pathname)) {
    const found = submissions.find(({ id }) => pathname === submissionPath(id));
    return createJson(found ? 200 : 404, found ?? null, {
      'Content-Disposition': 'attachment; filename="submission.json"',
    });
  }
  if (pathname.startsWith('/file/')) return answerFile(pathname, submissions, store);
  return createNote(404, 'Not found', html`There is no such page. <a href="/">The inbox</a>`);
}

/** Formats a header that makes browsers save the answer under a safe name (RFC 6266, RFC 8187). */
function formatAttachment(name: string): string {
  const plain = oneLine(name).replaceAll(/[/\\:*?"<>|]/g, '_') || 'file';
  const encoded = encodeURIComponent(plain).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return `attachment; filename*=UTF-8''${encoded}`;
}

/** Answers with a received file as a download: its content is never shown as a page. */
async function answerFile(
  pathname: string,
  submissions: readonly InboxSubmission[],
  store: InboxStore,
): Promise<HttpAnswer> {
  const files = submissions.flatMap(({ id, files = [] }) =>
    files.map((file, index) => ({ id, file, index })),
  );
  const found = files.find(({ id, index }) => pathname === filePath(id, index));
  const body = found && (await readStoredFile(store.file, found.id, found.index));
  if (!found || !body) return createNote(404, 'Not found', 'There is no such file any more.');
  const headers = {
    ...privateHeaders,
    'Content-Type': 'application/octet-stream',
    'Content-Length': body.length,
    'Content-Disposition': formatAttachment(found.file.name),
    'Content-Security-Policy': "default-src 'none'; sandbox",
  };
  return { status: 200, headers, body };
}

const privateHeaders = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

const createJson = (status: number, value: unknown, headers?: OutgoingHttpHeaders): HttpAnswer => ({
  ...jsonAnswer(status, value, { ...privateHeaders, ...headers }),
  body: JSON.stringify(value, null, 2),
});

const createPage = (status: number, text: string, headers?: OutgoingHttpHeaders): HttpAnswer =>
  htmlAnswer(status, text, { ...headers, ...privateHeaders, 'Content-Security-Policy': inboxPolicy });

/** Creates an answer with a page of one sentence. */
const createNote = (status: number, title: string, text: string | Html, headers?: OutgoingHttpHeaders) =>
  createPage(status, html`<!doctype html><title>${title}</title><p>${text}`.text, headers);

const createNotAllowed = (allowed: string) =>
  createNote(405, 'Not allowed', 'Forms are posted to /f/ and a key.', { Allow: allowed });
