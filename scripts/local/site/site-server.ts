/** Serves a built site on this machine the way a static host does: compressed, with its own page for a wrong address. */
import { createServer, type IncomingMessage } from 'node:http';
import { allowFormServices, responseHeaders } from '@/publish/hosts/site-headers';
import { answering, type HttpAnswer } from '../http';
import { listen, type Listening } from '../listen';
import { addressOf, isLoopback } from '../loopback';
import { folderAnswer } from './static-files';

/** A site that is served. */
export type SiteServer = Listening;

/** The form inbox of this machine has no TLS: pages may send to it besides. */
const inboxes = ['http://127.0.0.1:*', 'http://localhost:*'];

const headers = (pathname: string, status: number) =>
  allowFormServices(responseHeaders(pathname, status), inboxes);

export interface SiteServerOptions {
  readonly dir: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** A name by which it answers besides those of this machine: that of the site's address. */
  readonly name?: string | undefined;
}

/**
 * Starts serving `dir`, which may be built anew meanwhile. Rejects with a `PortError` where the port is taken.
 */
export function serveSite({ dir, port, name }: SiteServerOptions): Promise<SiteServer> {
  const answer = async (request: IncomingMessage): Promise<HttpAnswer> => {
    const asked = addressOf(request)?.hostname ?? '';
    if (isLoopback(asked) || asked === name)
      return folderAnswer({ dir, headers, isCompressed: true }, request);
    const body = 'This server answers to names of this machine and to that of SITE_URL only.';
    return { status: 421, headers: { 'Content-Type': 'text/plain' }, body };
  };
  const failed = (error: unknown): HttpAnswer => {
    console.error(error);
    return { status: 500, headers: headers('', 500) };
  };
  return listen(createServer(answering(answer, failed)), port);
}
