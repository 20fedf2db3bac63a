/** Serves a built site on this machine the way a static host does: compressed, with its own page for a wrong address. */
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import path from 'node:path';
import compression from 'compression';
import sirv from 'sirv';
import { listen } from '../listen';

export interface SiteServer {
  readonly url: string;
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** Starts serving `dir`. Rejects with a `PortError` where the port is taken. Port 0 takes a free one. */
export async function serveSite({ dir, port }: { dir: string; port: number }): Promise<SiteServer> {
  const notFound = readFileSync(path.join(dir, '404.html'));
  const serve = sirv(dir, {
    etag: true,
    onNoMatch: (_request, response) => {
      response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' });
      response.end(notFound);
    },
    setHeaders: (response, pathname) => {
      const isForever = pathname.startsWith('/assets/') || pathname.startsWith('/media/');
      response.setHeader('Cache-Control', isForever ? 'public, max-age=31536000, immutable' : 'no-cache');
      response.setHeader('X-Content-Type-Options', 'nosniff');
      response.setHeader('Referrer-Policy', 'strict-origin-when-cross-origin');
    },
  });
  const compress = compression();
  const server: Server = createServer((request, response) =>
    // Node's own request and response are all that this middleware uses of Express's.
    compress(request as Parameters<typeof compress>[0], response as Parameters<typeof compress>[1], () =>
      serve(request, response),
    ),
  );
  return listen(server, port);
}
