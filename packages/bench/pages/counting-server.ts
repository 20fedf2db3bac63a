/** Serves a precompressed site and counts every byte that it sends. */
import { createServer, type RequestListener } from 'node:http';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import sirv from 'sirv';
import { startServer } from '@scripts/local/listen';

export interface CountingServer {
  readonly url: string;
  /** Bytes sent since the last call: bodies and headers, of all connections. */
  readonly takeSent: () => number;
  readonly close: () => Promise<void>;
}

/** Creates a listener that answers with the files of `dir`, as static hosts do. */
export async function createFileListener(dir: string): Promise<RequestListener> {
  const notFound = await readFile(path.join(dir, '404.html'));
  return sirv(dir, {
    brotli: true,
    etag: true,
    onNoMatch: (_request, response) => {
      response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' });
      response.end(notFound);
    },
    setHeaders: (response, pathname) => {
      const isForever = pathname.startsWith('/assets/') || pathname.startsWith('/media/');
      response.setHeader('Cache-Control', isForever ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
}

/** Starts serving the precompressed folder `dir` on a free port. */
export async function startCountingServer(dir: string): Promise<CountingServer> {
  const server = createServer(await createFileListener(dir));
  const counter = createByteCounter(server);
  const { url, close } = await startServer(server, 0);
  return { url: url.replace('127.0.0.1', 'localhost'), takeSent: counter, close };
}

/** Creates a function that returns the bytes a server has written since its last call. */
function createByteCounter(server: ReturnType<typeof createServer>): () => number {
  const open = new Set<{ readonly bytesWritten: number }>();
  let ended = 0;
  let reported = 0;
  server.on('connection', (socket) => {
    open.add(socket);
    socket.on('close', () => {
      open.delete(socket);
      ended += socket.bytesWritten;
    });
  });
  return () => {
    const all = ended + [...open].reduce((sum, { bytesWritten }) => sum + bytesWritten, 0);
    const since = all - reported;
    reported = all;
    return since;
  };
}
