/**
 * Answers with the files of a folder that a build may replace at any moment. Each file is opened once, and measured and
 * read through that handle. Published static servers read the size first and then open the file again by its name. With
 * a new build in between, the answer is cut short or never ends, or the server crashes.
 */
import { open, stat, type FileHandle } from 'node:fs/promises';
import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { lookup } from 'mrmime';
import type { HttpAnswer } from '../http';
import { compressBody } from './compress-body';

/** The content of a file at one moment. */
interface StaticFile {
  readonly name: string;
  readonly body: Buffer;
  /** Weak validator, from size and time of change. */
  readonly etag: string;
}

const missingCodes = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG']);

function undefinedIfMissing(error: NodeJS.ErrnoException): undefined {
  if (!missingCodes.has(error.code ?? '')) throw error;
}

async function readHandle(handle: FileHandle, name: string): Promise<StaticFile | undefined> {
  const { size, mtimeMs, isFile } = await handle
    .stat()
    .then((stats) => ({ ...stats, isFile: stats.isFile() }));
  if (!isFile) return undefined;
  const etag = `W/"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`;
  return { name, body: await handle.readFile(), etag };
}

async function readStaticFile(name: string): Promise<StaticFile | undefined> {
  const handle = await open(name).catch(undefinedIfMissing);
  if (!handle) return undefined;
  return readHandle(handle, name).finally(() => handle.close());
}

/** Reads the file for a path: the file itself, or a folder's `index.html`. */
async function findFile(root: string, pathname: string): Promise<StaticFile | undefined> {
  const name = path.join(root, pathname);
  if (!`${name}${path.sep}`.startsWith(`${root}${path.sep}`) || name.includes('\0')) return undefined;
  return (await readStaticFile(name)) ?? (await readStaticFile(path.join(name, 'index.html')));
}

/** Attempts to read from a folder that is being replaced. A swap takes much less than a millisecond. */
const maximumAttempts = 50;

/** Returns a number that changes when the folder is replaced. */
const readIdentity = (root: string) => stat(root).then(({ ino }) => ino, undefinedIfMissing);

async function findStable(root: string, pathname: string): Promise<StaticFile | undefined> {
  for (let attempt = 0; attempt < maximumAttempts; attempt++) {
    const before = await readIdentity(root);
    const found = await findFile(root, pathname);
    if (found || (before !== undefined && before === (await readIdentity(root)))) return found;
    await wait(20);
  }
  return undefined;
}

/** Reads the page for a missing address: that of its language, such as `/fr/404.html`, or `/404.html`. */
async function findErrorPage(root: string, pathname: string): Promise<StaticFile | undefined> {
  const [folder = ''] = pathname.split('/').filter(Boolean);
  return (await findStable(root, path.join('/', folder, '404.html'))) ?? findStable(root, '404.html');
}

export function findContentType(name: string): string {
  const type = lookup(name) ?? 'application/octet-stream';
  return type.startsWith('text/') ? `${type}; charset=utf-8` : type;
}

type StaticRequest = Pick<IncomingMessage, 'method' | 'url' | 'headers'>;

/** The path of a request without escapes; undefined if it can't be read. */
export function decodePath(request: Pick<StaticRequest, 'url'>): string | undefined {
  try {
    return decodeURIComponent(new URL(`http://localhost${request.url ?? '/'}`).pathname);
  } catch {
    return undefined;
  }
}

interface StaticFiles {
  readonly dir: string;
  /** Returns the headers of a response by the requested path and the status. */
  readonly headers: (pathname: string, status: number) => Readonly<Record<string, string>>;
  /** True if texts are sent compressed, as hosts do. */
  readonly isCompressed?: boolean;
}

/** Answers GET and HEAD with a file of `dir`, with 304 if the visitor has it already, or with a `404.html`. */
export async function answerFromFolder(
  { dir, headers, isCompressed = false }: StaticFiles,
  request: StaticRequest,
): Promise<HttpAnswer> {
  const pathname = decodePath(request);
  const answer = (status: number, own: OutgoingHttpHeaders, body?: Buffer): HttpAnswer => ({
    status,
    headers: { ...headers(pathname ?? '', status), ...own },
    body,
  });
  if (request.method !== 'GET' && request.method !== 'HEAD') return answer(405, { Allow: 'GET, HEAD' });
  const root = path.resolve(dir);
  const found = pathname === undefined ? undefined : await findStable(root, pathname);
  if (found && request.headers['if-none-match'] === found.etag) return answer(304, { ETag: found.etag });
  const shown = found ?? (await findErrorPage(root, pathname ?? ''));
  const sent =
    shown && isCompressed
      ? await compressBody(shown, request.headers['accept-encoding'])
      : { body: shown?.body, headers: {} };
  const own = {
    'Content-Type': findContentType(shown?.name ?? '.html'),
    'Content-Length': sent.body?.length ?? 0,
    ...(found ? { ETag: found.etag } : {}),
    ...sent.headers,
  };
  return answer(found ? 200 : 404, own, sent.body);
}
