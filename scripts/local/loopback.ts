/** Who may ask the servers of this machine: a page elsewhere could have its own name point here, and read the answers. */
import type { IncomingMessage } from 'node:http';

/** True for a name of this machine. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

/** The address that a request was sent to, by its Host; undefined where that is none. */
export const addressOf = ({ headers }: IncomingMessage) =>
  URL.parse(`http://${headers.host ?? ''}`) ?? undefined;

/** True for the origin of a page that this machine serves: `http://localhost:4321`. */
export function isLoopbackOrigin(origin: string): boolean {
  const url = URL.parse(origin);
  return url !== null && url.origin === origin && isLoopback(url.hostname);
}
