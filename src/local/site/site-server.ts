/** Serves a built site on this machine the way a static host does: compressed, with its own page for a wrong address. */
import { createServer, type Server } from 'node:http';
import compression from 'compression';
import { listen, type Listening } from '../listen';
import { answerWithFile } from './static-files';

/** A site that is served. */
export type SiteServer = Listening;

function headers(pathname: string): Record<string, string> {
  const isForever = ['/assets/', '/media/', '/share/'].some((folder) => pathname.startsWith(folder));
  return {
    'Cache-Control': isForever ? 'public, max-age=31536000, immutable' : 'no-cache',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    // Cards and lists are there to be framed; a page that takes applications isn't.
    ...(pathname.startsWith('/embed/') ? {} : { 'Content-Security-Policy': "frame-ancestors 'none'" }),
  };
}

/**
 * Starts serving `dir`, which may be built anew meanwhile. Rejects with a `PortError` where the port is taken. Port 0
 * takes a free one.
 */
export function serveSite({ dir, port }: { dir: string; port: number }): Promise<SiteServer> {
  const compress = compression();
  const server: Server = createServer((request, response) =>
    // Node's own request and response are all that this middleware uses of Express's.
    compress(request as Parameters<typeof compress>[0], response as Parameters<typeof compress>[1], () => {
      answerWithFile({ dir, headers }, request, response).catch((error: unknown) => {
        console.error(error);
        if (response.headersSent) response.destroy();
        else response.writeHead(500).end();
      });
    }),
  );
  return listen(server, port);
}
