/** Checks who sends requests to local servers: another site could point its own name to this machine and read answers. */
import type { IncomingMessage } from 'node:http';

/** True for a name of this machine. */
export function isLoopbackName(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

/** Parses the Host header of a request; undefined if it isn't valid. */
export const parseHost = ({ headers }: IncomingMessage) =>
  URL.parse(`http://${headers.host ?? ''}`) ?? undefined;
