/** The local editor: Decap CMS over the content folder, for a development server to serve below `/admin`. */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';
import { answerWithFile } from '../site/static-files';
import { apiRefusal, createSecret, hostRefusal } from './access';
import { answerApi } from './api';
import { editorConfig } from './config';
import { editorPage, editorPolicy, manualScript } from './page';
import { keepPane } from './pane';
import { openStorage } from './storage';

/** Where the editor is on the development server. */
export const editorPath = '/admin';

/** The script of its page, as Vite serves it from the project. */
const client = '/scripts/local/editor/browser/session.client.ts';

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

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
}

function sendText(response: ServerResponse, type: string, text: string): void {
  response.writeHead(200, { 'Content-Type': `text/${type}; charset=utf-8` }).end(text);
}

/** The body as JSON; undefined where it is none, or too large. */
async function readJson(request: IncomingMessage): Promise<unknown> {
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) return undefined;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > requestLimit) return undefined;
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}

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

  const answerPost = async (pathname: string, request: IncomingMessage, response: ServerResponse) => {
    const refusal = apiRefusal(request.headers, token);
    if (refusal) {
      sendJson(response, refusal.status, { error: refusal.error });
      return;
    }
    if (Number(request.headers['content-length'] ?? 0) > requestLimit) {
      response.setHeader('Connection', 'close');
      sendJson(response, 413, { error: 'The picture is too large: at most 35 MB.' });
      return;
    }
    const body = await readJson(request);
    if (pathname === '/pane/') {
      await keepPane(paneFile, body).then(
        () => sendJson(response, 200, { key: paneKey.value }),
        () => sendJson(response, 422, { error: 'What is in the form can’t be shown.' }),
      );
      return;
    }
    const answer = await answerApi(body, storage);
    sendJson(response, answer.status, answer.body);
  };

  const answerGet = async (pathname: string, request: IncomingMessage, response: ServerResponse) => {
    const { originalUrl = '/' } = request as IncomingMessage & { readonly originalUrl?: string };
    if (pathname === '/' && originalUrl.split('?')[0]?.endsWith('/') === false) {
      // Decap’s own addresses are relative to the folder.
      response.writeHead(302, { Location: `${editorPath}/` }).end();
    } else if (pathname === '/') {
      response.setHeader('Content-Security-Policy', editorPolicy);
      sendText(response, 'html', editorPage(config, client));
    } else if (pathname === '/manual.js') {
      sendText(response, 'javascript', manualScript);
    } else if (pathname.startsWith('/decap/')) {
      request.url = pathname.slice('/decap'.length);
      await answerWithFile(bundle, request, response);
    } else {
      sendJson(response, 404, { error: 'The editor has no such page.' });
    }
  };

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Referrer-Policy', 'no-referrer');
    const refusal = hostRefusal(request.headers);
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const isApi = pathname === '/api/v1/' || pathname === '/pane/';
    if (refusal) {
      sendJson(response, refusal.status, { error: refusal.error });
    } else if (isApi && request.method === 'POST') {
      response.setHeader('Cache-Control', 'no-store');
      await answerPost(pathname, request, response);
    } else if (isApi || (request.method !== 'GET' && request.method !== 'HEAD')) {
      response.setHeader('Allow', isApi ? 'POST' : 'GET, HEAD');
      sendJson(response, 405, { error: 'The editor has no such action.' });
    } else {
      await answerGet(pathname, request, response);
    }
  };

  return {
    answer: (request, response) => {
      // The sender hung up, or the disk can’t be read.
      answer(request, response).catch(() => response.destroy());
    },
    fragment: `#token=${token.value}`,
    mayShowPane: ({ url = '', headers }) => {
      const { searchParams } = new URL(url, 'http://localhost');
      return hostRefusal(headers) === undefined && paneKey.matches(searchParams.get('key'));
    },
  };
}
