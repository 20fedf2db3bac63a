/** Serves a built site on this machine as a static host does: compressed, and with the site's own error page. */
import { createServer, type IncomingMessage } from 'node:http';
import { allowFormServices, responseHeaders } from '@/publish/hosts/site-headers';
import { createListener, type HttpAnswer } from '../http';
import { startServer, type LocalServer } from '../listen';
import { parseHost, isLoopbackName } from '../loopback';
import { answerFromFolder } from './static-files';

/** A site that is served. */
export type SiteServer = LocalServer;

/** Pages may also send forms to the local inbox, which has no TLS. */
const inboxes = ['http://127.0.0.1:*', 'http://localhost:*'];

const buildHeaders = (pathname: string, status: number) =>
  allowFormServices(responseHeaders(pathname, status), inboxes);

interface SiteServerOptions {
  readonly dir: string;
  /** 0 means any free port. */
  readonly port: number;
  /** The host name of the site's address, which is accepted besides the names of this machine. */
  readonly name?: string | undefined;
}

/**
 * Starts serving `dir`, which may be replaced while it runs. Rejects with a `PortError` if the port is in use.
 */
export function serveSite({ dir, port, name }: SiteServerOptions): Promise<SiteServer> {
  const answer = async (request: IncomingMessage): Promise<HttpAnswer> => {
    const hostname = parseHost(request)?.hostname ?? '';
    if (isLoopbackName(hostname) || hostname === name)
      return answerFromFolder({ dir, headers: buildHeaders, isCompressed: true }, request);
    const body = 'This server answers to names of this machine and to that of SITE_URL only.';
    return { status: 421, headers: { 'Content-Type': 'text/plain' }, body };
  };
  const answerFailure = (error: unknown): HttpAnswer => {
    console.error(error);
    return { status: 500, headers: buildHeaders('', 500) };
  };
  return startServer(createServer(createListener(answer, answerFailure)), port);
}
