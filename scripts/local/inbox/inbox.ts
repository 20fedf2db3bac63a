/** A server on this machine that takes forms as Formspree does, and keeps them in a file. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { html as markup } from '@/model/html';
import { listen, type Listening } from '../listen';
import { addressOf, isLoopback } from '../loopback';
import { oneLine } from '@/model/characters';
import { readKeptFile } from './files';
import { filePath, listPage, pagePolicy, submissionPath, thanksPage } from './pages';
import { openStore, type Store } from './store';
import { answerElsewhere, elsewhere, preflight, submit } from './submit';

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
  const server = createServer((request, response) => {
    void respond(request, response, store);
  });
  return listen(server, port);
}

async function respond(request: IncomingMessage, response: ServerResponse, store: Store): Promise<void> {
  try {
    await route(request, response, store);
  } catch (error) {
    // the sender hung up, or the file can't be read
    if (response.headersSent || response.destroyed) response.destroy();
    else html(response, 500, markup`<!doctype html><title>Error</title><p>${String(error)}`.text);
  }
}

async function route(request: IncomingMessage, response: ServerResponse, store: Store): Promise<void> {
  if (!isLoopback(addressOf(request)?.hostname ?? '')) {
    html(
      response,
      421,
      '<!doctype html><title>Wrong host</title><p>This server answers to names of this machine only.',
    );
    return;
  }
  const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
  const form = /^\/f\/([^/]+)$/.exec(pathname)?.[1];
  if (form !== undefined && request.method === 'OPTIONS') preflight(response);
  else if (form !== undefined && request.method === 'POST') await submit(request, response, { form, store });
  else if (pathname === elsewhere) answerElsewhere(response);
  else if (request.method !== 'GET' && request.method !== 'HEAD') methodNotAllowed(response, form);
  else if (form !== undefined) methodNotAllowed(response, form);
  else await show(pathname, response, store);
}

async function show(pathname: string, response: ServerResponse, store: Store): Promise<void> {
  if (pathname === '/') {
    const { submissions, unreadable } = await store.read();
    html(response, 200, listPage(submissions, unreadable));
  } else if (pathname === '/submissions.json') {
    const { submissions } = await store.read();
    response.writeHead(200, { ...privately, 'Content-Type': 'application/json; charset=utf-8' });
    response.end(JSON.stringify(submissions.toReversed(), null, 2));
  } else if (/^\/submission\/[\w-]+\.json$/.test(pathname)) {
    const { submissions } = await store.read();
    const found = submissions.find(({ id }) => pathname === submissionPath(id));
    response.writeHead(found ? 200 : 404, {
      ...privately,
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="submission.json"',
    });
    response.end(JSON.stringify(found ?? null, null, 2));
  } else if (pathname.startsWith('/file/')) {
    await showFile(pathname, response, store);
  } else if (pathname === '/thanks') {
    html(response, 200, thanksPage());
  } else {
    html(
      response,
      404,
      '<!doctype html><title>Not found</title><p>There is no such page. <a href="/">The inbox</a>',
    );
  }
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
async function showFile(pathname: string, response: ServerResponse, store: Store): Promise<void> {
  const { submissions } = await store.read();
  const files = submissions.flatMap(({ id, files = [] }) =>
    files.map((file, index) => ({ id, file, index })),
  );
  const found = files.find(({ id, index }) => pathname === filePath(id, index));
  const bytes = found && (await readKeptFile(store.file, found.id, found.index));
  if (!found || !bytes) {
    html(response, 404, '<!doctype html><title>Not found</title><p>There is no such file any more.');
    return;
  }
  response.writeHead(200, {
    ...privately,
    'Content-Type': 'application/octet-stream',
    'Content-Length': bytes.length,
    'Content-Disposition': asAttachment(found.file.name),
    'Content-Security-Policy': "default-src 'none'; sandbox",
  });
  response.end(bytes);
}

function methodNotAllowed(response: ServerResponse, form: string | undefined): void {
  response.setHeader('Allow', form === undefined ? 'GET, HEAD' : 'POST, OPTIONS');
  html(response, 405, '<!doctype html><title>Not allowed</title><p>Forms are posted to /f/ and a key.');
}

const privately = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

function html(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {
    ...privately,
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': pagePolicy,
  });
  response.end(text);
}
