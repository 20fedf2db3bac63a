/** The local editor: Decap CMS for the content folder. The development server serves it below `/admin`. */
import type { IncomingMessage, OutgoingHttpHeaders, RequestListener } from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';
import { isLocale, type Locale } from '@/i18n/locales';
import type { Problem } from '@/model/problems';
import { utcDay } from '@/model/time/clock';
import type { ReadEntryStatus } from '../status/read-entry-status';
import { createListener, htmlAnswer, jsonAnswer, readBody, type HttpAnswer } from '../http';
import { answerFromFolder } from '../site/static-files';
import { checkApiAccess, createSecret, checkHost } from './access';
import { answerApi } from './api';
import { createCompletion } from './entry/complete-save';
import { buildEditorConfig } from './config/editor-config';
import { savePane } from './pane';
import { openStorage, type EntryCompletion } from './storage/storage';
import { html } from '@/model/html';

/** The editor's path on the development server. */
export const editorPath = '/admin';

/** The address of its page's script, which Vite serves from the project. */
const client = '/scripts/local/editor/session.client.ts';

/** The largest request in bytes: pictures can be large, and are a third larger as text. */
const requestLimit = 50_000_000;

export interface Editor {
  /** Answers requests below `/admin`, which is already removed from their addresses. */
  readonly answer: RequestListener;
  /** The fragment of the address that opens the editor. Browsers don't send fragments, so no server can log the token. */
  readonly fragment: string;
  /** True if a request for the page beside the form comes from the editor's own page. */
  readonly mayShowPane: (request: IncomingMessage) => boolean;
}

export interface EditorOptions {
  readonly contentFolder: string;
  /** The file for the form's values, from which the page beside the form is rendered. */
  readonly paneFile: string;
  /** The problems of entries that the site can't show as they are in their files. */
  readonly broken?: () => readonly Problem[];
  readonly readStatus?: ReadEntryStatus;
  /** The present instant (ms). */
  readonly now?: () => number;
  /** Completes and checks an entry before it is written; the model's check by default. */
  readonly complete?: EntryCompletion;
}

/** Reads the body as JSON; undefined if it isn't JSON, or too large. */
async function readJson(request: IncomingMessage): Promise<unknown> {
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) return undefined;
  const body = await readBody(request, { maximumBytes: requestLimit });
  try {
    return JSON.parse(body?.toString() ?? '') as unknown;
  } catch {
    return undefined;
  }
}

const commonHeaders = { 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer' };

const createRefusal = (status: number, error: string, headers?: OutgoingHttpHeaders) =>
  jsonAnswer(status, { error }, headers);

/** Opens the editor for a content folder, with new secrets. */
export function openEditor({
  contentFolder,
  paneFile,
  broken = () => [],
  readStatus = () => Promise.resolve(undefined),
  now = Date.now,
  complete = createCompletion(path.resolve(contentFolder), () => utcDay(now())),
}: EditorOptions): Editor {
  const token = createSecret();
  // A frame can’t send a header, and the token must not be in an address: the page beside the form has its own key.
  const paneKey = createSecret();
  const storage = openStorage(contentFolder, complete);
  const services = { storage, broken, readStatus };
  const buildConfig = (locale: Locale) =>
    buildEditorConfig(path.basename(path.resolve(contentFolder)), { locale, today: utcDay(now()) });
  const bundle = {
    dir: path.dirname(createRequire(import.meta.url).resolve('decap-cms')),
    headers: () => ({ 'Cache-Control': 'no-cache' }),
  };

  const answerPost = async (pathname: string, request: IncomingMessage): Promise<HttpAnswer> => {
    const refusal = checkApiAccess(request.headers, token);
    if (refusal) return createRefusal(refusal.status, refusal.error);
    if (Number(request.headers['content-length'] ?? 0) > requestLimit)
      return createRefusal(413, 'The picture is too large: at most 35 MB.', { Connection: 'close' });
    const body = await readJson(request);
    if (pathname === '/pane/')
      return savePane(paneFile, body).then(
        () => jsonAnswer(200, { key: paneKey.value }),
        () => createRefusal(422, 'What is in the form can’t be shown.'),
      );
    const answer = await answerApi(body, services);
    return jsonAnswer(answer.status, answer.body);
  };

  const answerGet = async (pathname: string, request: IncomingMessage): Promise<HttpAnswer> => {
    const { originalUrl = '/' } = request as IncomingMessage & { readonly originalUrl?: string };
    // Decap’s own addresses are relative to the folder.
    if (pathname === '/' && originalUrl.split('?')[0]?.endsWith('/') === false)
      return { status: 302, headers: { Location: `${editorPath}/` } };
    if (pathname === '/')
      return htmlAnswer(200, renderEditorPage(client), { 'Content-Security-Policy': editorPolicy });
    const locale = /^\/config\/([\w-]+)\.json$/.exec(pathname)?.[1];
    if (isLocale(locale)) return jsonAnswer(200, buildConfig(locale), { 'Cache-Control': 'no-cache' });
    if (pathname === '/manual.js')
      return {
        status: 200,
        headers: { 'Content-Type': 'text/javascript; charset=utf-8' },
        body: manualScript,
      };
    if (!pathname.startsWith('/decap/')) return createRefusal(404, 'The editor has no such page.');
    const { method, headers } = request;
    return answerFromFolder(bundle, { method, headers, url: pathname.slice('/decap'.length) });
  };

  const answer = async (request: IncomingMessage): Promise<HttpAnswer> => {
    const refusal = checkHost(request.headers);
    if (refusal) return createRefusal(refusal.status, refusal.error);
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const isApi = pathname === '/api/v1/' || pathname === '/pane/';
    if (isApi && request.method === 'POST') {
      const { headers, ...made } = await answerPost(pathname, request);
      return { ...made, headers: { 'Cache-Control': 'no-store', ...headers } };
    }
    return isApi || (request.method !== 'GET' && request.method !== 'HEAD')
      ? createRefusal(405, 'The editor has no such action.', { Allow: isApi ? 'POST' : 'GET, HEAD' })
      : answerGet(pathname, request);
  };

  return {
    answer: createListener(async (request) => {
      const { headers, ...made } = await answer(request);
      return { ...made, headers: { ...commonHeaders, ...headers } };
    }),
    fragment: `#token=${token.value}`,
    mayShowPane: ({ url = '', headers }) => {
      const { searchParams } = new URL(url, 'http://localhost');
      return checkHost(headers) === undefined && paneKey.matches(searchParams.get('key'));
    },
  };
}

/**
 * The content security policy. Decap creates functions from text, which pages of the site may not do. Requests to other
 * hosts are blocked. A chosen picture is a blob until it is saved.
 */
const editorPolicy = [
  "default-src 'none'",
  "script-src 'self' 'unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self' blob: ws:",
  "frame-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
].join('; ');

/** Renders the page as HTML. `client` is the address of the script that reads the token and loads the editor. */
function renderEditorPage(client: string): string {
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="robots" content="noindex" />
    <title>Edit the content</title>
    <link rel="icon" href="/icon.svg" />
    <script src="/admin/manual.js"></script>
    <script type="module" src="${client}"></script>
  </head>
  <body></body>
</html>
`.text;
}

/** Makes Decap wait for our script; otherwise it starts by itself. */
const manualScript = 'window.CMS_MANUAL_INIT = true;\n';
