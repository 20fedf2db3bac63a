/** Serves a built site on this machine the way a static host does: compressed, with its own page for a wrong address. */
import { createServer, type Server } from 'node:http';
import compression from 'compression';
import { headersOf, withFormServices } from '@/publish/site-headers';
import { listen, type Listening } from '../listen';
import { answerWithFile } from './static-files';

/** A site that is served. */
export type SiteServer = Listening;

/** The form inbox of this machine has no TLS: pages may send to it besides. */
const inboxes = ['http://127.0.0.1:*', 'http://localhost:*'];

const headers = (pathname: string, status: number) => withFormServices(headersOf(pathname, status), inboxes);

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
        else response.writeHead(500, headers('', 500)).end();
      });
    }),
  );
  return listen(server, port);
}
