/** A local server that receives forms as Formspree does, and stores them in a file. */
import { createServer, type IncomingMessage } from 'node:http';
import { html, type Html } from '@/model/html';
import { createListener, htmlAnswer, jsonAnswer, type HttpAnswer } from '../http';
import { startServer, type LocalServer } from '../listen';
import { parseHost, isLoopbackName } from '../loopback';
import { inboxPolicy, renderListPage, submissionPath, thanksPage } from './pages';
import { redirectPath } from './special-forms';
import { readSubmissions } from './store';
import { answerSubmission, elsewhereAnswer, preflight } from './submit';

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
  const failed = (error: unknown) => createNote(500, `${file} can’t be read: ${String(error)}`);
  return startServer(createServer(createListener((request) => answerInbox(request, file), failed)), port);
}

async function answerInbox(request: IncomingMessage, file: string): Promise<HttpAnswer> {
  if (!isLoopbackName(parseHost(request)?.hostname ?? ''))
    return createNote(421, 'This server answers to names of this machine only.');
  const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
  const form = /^\/f\/([^/]+)$/.exec(pathname)?.[1];
  if (form !== undefined && request.method === 'OPTIONS') return preflight;
  if (form !== undefined && request.method === 'POST') return answerSubmission(request, form, file);
  if (pathname === redirectPath) return elsewhereAnswer;
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  if (form !== undefined || !isRead) return createNote(405, 'Forms are posted to /f/ and a key.');
  return answerGet(pathname, file);
}

async function answerGet(pathname: string, file: string): Promise<HttpAnswer> {
  if (pathname === '/thanks') return createPage(200, thanksPage);
  const submissions = await readSubmissions(file);
  if (pathname === '/') return createPage(200, renderListPage(submissions));
  if (pathname === '/submissions.json') return jsonAnswer(200, submissions.toReversed(), privateHeaders);
  const found = submissions.find(({ id }) => pathname === submissionPath(id));
  return found
    ? jsonAnswer(200, found, privateHeaders)
    : createNote(404, html`There is no such page. <a href="/">The inbox</a>`);
}

const privateHeaders = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

const createPage = (status: number, text: string): HttpAnswer =>
  htmlAnswer(status, text, { ...privateHeaders, 'Content-Security-Policy': inboxPolicy });

/** Creates an answer with a page of one sentence. */
const createNote = (status: number, text: string | Html) =>
  createPage(status, html`<!doctype html><title>Inbox</title><p>${text}`.text);
