/** The local editor: Decap CMS over the content folder, for a development server to serve below `/admin`. */
import type { IncomingMessage, OutgoingHttpHeaders, RequestListener } from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';
import { answering, htmlAnswer, jsonAnswer, readBody, type HttpAnswer } from '../http';
import { folderAnswer } from '../site/static-files';
import { apiRefusal, createSecret, hostRefusal } from './access';
import { answerApi } from './api';
import { editorConfig } from './config';
import { editorPage, editorPolicy, manualScript } from './page';
import { keepPane } from './pane';
import { openStorage } from './storage';

/** Where the editor is on the development server. */
export const editorPath = '/admin';

/** The script of its page, as Vite serves it from the project. */
const client = '/scripts/local/editor/session.client.ts';

/** Bytes of a request: pictures can be large, and are a third larger as text. */
const requestLimit = 50_000_000;

export interface Editor {
  /** Answers requests below `/admin`; their addresses begin after that. */
  readonly answer: RequestListener;
  /** What follows `/admin/` in the address that opens the editor: a fragment, which no server gets to see or log. */
  readonly fragment: string;
  /** Whether a request is for the page beside the form, as the editor's own page asks for it. */
  readonly mayShowPane: (request: IncomingMessage) => boolean;
}

export interface EditorOptions {
  readonly contentFolder: string;
  /** Where what is being written is kept, for the page beside the form. */
  readonly paneFile: string;
}

/** The body as JSON; undefined where it is none, or too large. */
async function readJson(request: IncomingMessage): Promise<unknown> {
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) return undefined;
  const body = await readBody(request, { most: requestLimit });
  try {
    return JSON.parse(body?.toString() ?? '') as unknown;
  } catch {
    return undefined;
  }
}

const always = { 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer' };

const refused = (status: number, error: string, headers?: OutgoingHttpHeaders) =>
  jsonAnswer(status, { error }, headers);

/** Opens the editor over a content folder, with new secrets. */
export function openEditor({ contentFolder, paneFile }: EditorOptions): Editor {
  const token = createSecret();
  // A frame can’t send a header, and the token must not be in an address: the page beside the form has a key of its own.
  const paneKey = createSecret();
  const storage = openStorage(contentFolder);
  const config = editorConfig(path.basename(path.resolve(contentFolder)));
  const bundle = {
    dir: path.dirname(createRequire(import.meta.url).resolve('decap-cms')),
    headers: () => ({ 'Cache-Control': 'no-cache' }),
  };

  const postAnswer = async (pathname: string, request: IncomingMessage): Promise<HttpAnswer> => {
    const refusal = apiRefusal(request.headers, token);
    if (refusal) return refused(refusal.status, refusal.error);
    if (Number(request.headers['content-length'] ?? 0) > requestLimit)
      return refused(413, 'The picture is too large: at most 35 MB.', { Connection: 'close' });
    const body = await readJson(request);
    if (pathname === '/pane/')
      return keepPane(paneFile, body).then(
        () => jsonAnswer(200, { key: paneKey.value }),
        () => refused(422, 'What is in the form can’t be shown.'),
      );
    const answer = await answerApi(body, storage);
    return jsonAnswer(answer.status, answer.body);
  };

  const getAnswer = async (pathname: string, request: IncomingMessage): Promise<HttpAnswer> => {
    const { originalUrl = '/' } = request as IncomingMessage & { readonly originalUrl?: string };
    // Decap’s own addresses are relative to the folder.
    if (pathname === '/' && originalUrl.split('?')[0]?.endsWith('/') === false)
      return { status: 302, headers: { Location: `${editorPath}/` } };
    if (pathname === '/')
      return htmlAnswer(200, editorPage(config, client), { 'Content-Security-Policy': editorPolicy });
    if (pathname === '/manual.js')
      return {
        status: 200,
        headers: { 'Content-Type': 'text/javascript; charset=utf-8' },
        body: manualScript,
      };
    if (!pathname.startsWith('/decap/')) return refused(404, 'The editor has no such page.');
    const { method, headers } = request;
    return folderAnswer(bundle, { method, headers, url: pathname.slice('/decap'.length) });
  };

  const answer = async (request: IncomingMessage): Promise<HttpAnswer> => {
    const refusal = hostRefusal(request.headers);
    if (refusal) return refused(refusal.status, refusal.error);
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const isApi = pathname === '/api/v1/' || pathname === '/pane/';
    if (isApi && request.method === 'POST') {
      const { headers, ...made } = await postAnswer(pathname, request);
      return { ...made, headers: { 'Cache-Control': 'no-store', ...headers } };
    }
    return isApi || (request.method !== 'GET' && request.method !== 'HEAD')
      ? refused(405, 'The editor has no such action.', { Allow: isApi ? 'POST' : 'GET, HEAD' })
      : getAnswer(pathname, request);
  };

  return {
    answer: answering(async (request) => {
      const { headers, ...made } = await answer(request);
      return { ...made, headers: { ...always, ...headers } };
    }),
    fragment: `#token=${token.value}`,
    mayShowPane: ({ url = '', headers }) => {
      const { searchParams } = new URL(url, 'http://localhost');
      return hostRefusal(headers) === undefined && paneKey.matches(searchParams.get('key'));
    },
  };
}
