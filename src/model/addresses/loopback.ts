const loopback = /^(?:localhost|127(?:\.\d{1,3}){3})(?::\d{1,5})?$/i;

/** True for `localhost` and `127.x.x.x`, with or without a port. (Contentful’s client can't address IPv6 hosts.) */
export function isLoopback(host: string): boolean {
  return loopback.test(host);
}
