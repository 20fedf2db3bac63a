/**
 * Answers with the files of a folder that may be replaced as a whole meanwhile, as a build does. Each file is opened
 * first and measured and read through that one handle. Static servers from the registry ask for its size and then open
 * it by its name again; with a new build in between, the answer is cut short, never ends, or the server dies.
 */
import { open, stat, type FileHandle } from 'node:fs/promises';
import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { lookup } from 'mrmime';
import type { HttpAnswer } from '../http';
import { encode } from './encode';

/** A file at one moment. */
interface Found {
  readonly name: string;
  readonly body: Buffer;
  /** Weak validator, from size and time of change. */
  readonly etag: string;
}

const missing = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG']);

function undefinedIfMissing(error: NodeJS.ErrnoException): undefined {
  if (!missing.has(error.code ?? '')) throw error;
}

async function readOpen(handle: FileHandle, name: string): Promise<Found | undefined> {
  const { size, mtimeMs, isFile } = await handle
    .stat()
    .then((stats) => ({ ...stats, isFile: stats.isFile() }));
  if (!isFile) return undefined;
  const etag = `W/"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`;
  return { name, body: await handle.readFile(), etag };
}

async function read(name: string): Promise<Found | undefined> {
  const handle = await open(name).catch(undefinedIfMissing);
  if (!handle) return undefined;
  return readOpen(handle, name).finally(() => handle.close());
}

/** The file for a path: itself, or a folder's `index.html`. */
async function find(root: string, pathname: string): Promise<Found | undefined> {
  const name = path.join(root, pathname);
  if (!`${name}${path.sep}`.startsWith(`${root}${path.sep}`) || name.includes('\0')) return undefined;
  return (await read(name)) ?? (await read(path.join(name, 'index.html')));
}

/** How often a replaced folder is looked at again; a swap takes far less than a millisecond. */
const tries = 50;

/** Tells one folder of this name from the one that takes its place. */
const identity = (root: string) => stat(root).then(({ ino }) => ino, undefinedIfMissing);

async function findInWhole(root: string, pathname: string): Promise<Found | undefined> {
  for (let attempt = 0; attempt < tries; attempt++) {
    const before = await identity(root);
    const found = await find(root, pathname);
    if (found || (before !== undefined && before === (await identity(root)))) return found;
    await wait(20);
  }
  return undefined;
}

/** The page for an address that isn’t there: that of its language, as `/fr/404.html`, else the folder’s own. */
async function notFound(root: string, pathname: string): Promise<Found | undefined> {
  const [folder = ''] = pathname.split('/').filter(Boolean);
  return (await findInWhole(root, path.join('/', folder, '404.html'))) ?? findInWhole(root, '404.html');
}

function typeOf(name: string): string {
  const type = lookup(name) ?? 'application/octet-stream';
  return type.startsWith('text/') ? `${type}; charset=utf-8` : type;
}

type StaticRequest = Pick<IncomingMessage, 'method' | 'url' | 'headers'>;

function pathOf(request: StaticRequest): string | undefined {
  try {
    return decodeURIComponent(new URL(`http://localhost${request.url ?? '/'}`).pathname);
  } catch {
    return undefined;
  }
}

export interface StaticFiles {
  readonly dir: string;
  /** Headers of a response by the path that was asked for and the status. */
  readonly headers: (pathname: string, status: number) => Readonly<Record<string, string>>;
  /** Whether texts are sent compressed, as a host does. */
  readonly isCompressed?: boolean;
}

/** The answer to GET and HEAD: a file of `dir`, 304 where the visitor has it, or a `404.html`. */
export async function folderAnswer(
  { dir, headers, isCompressed = false }: StaticFiles,
  request: StaticRequest,
): Promise<HttpAnswer> {
  const pathname = pathOf(request);
  const answer = (status: number, own: OutgoingHttpHeaders, body?: Buffer): HttpAnswer => ({
    status,
    headers: { ...headers(pathname ?? '', status), ...own },
    body,
  });
  if (request.method !== 'GET' && request.method !== 'HEAD') return answer(405, { Allow: 'GET, HEAD' });
  const root = path.resolve(dir);
  const found = pathname === undefined ? undefined : await findInWhole(root, pathname);
  if (found && request.headers['if-none-match'] === found.etag) return answer(304, { ETag: found.etag });
  const shown = found ?? (await notFound(root, pathname ?? ''));
  const sent =
    shown && isCompressed
      ? await encode(shown, request.headers['accept-encoding'])
      : { body: shown?.body, headers: {} };
  const own = {
    'Content-Type': typeOf(shown?.name ?? '.html'),
    'Content-Length': sent.body?.length ?? 0,
    ...(found ? { ETag: found.etag } : {}),
    ...sent.headers,
  };
  return answer(found ? 200 : 404, own, sent.body);
}
