/** Protects the API of a page with forms: only the page itself may use it, opened with the token from the terminal. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** A secret that is valid for one run of the server. */
type PageSecret = ReturnType<typeof createSecret>;

const hashText = (text: string) => createHash('sha256').update(text).digest();

/** Creates a secret of 256 random bits, in characters that need no escaping in an address. */
export function createSecret() {
  const value = randomBytes(32).toString('base64url');
  const expected = hashText(value);
  return {
    value,
    /** Compares in constant time, so that the time of an answer reveals nothing about the secret. */
    matches: (given: unknown) => typeof given === 'string' && timingSafeEqual(hashText(given), expected),
  };
}

/** The reason to refuse a request. */
interface AccessRefusal {
  readonly status: 401 | 403;
  readonly error: string;
}

const ownHost = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/;

/** Refuses another host name that points to this machine (DNS rebinding). */
export function checkHost({ host = '' }: IncomingHttpHeaders): AccessRefusal | undefined {
  return ownHost.test(host)
    ? undefined
    : { status: 403, error: 'This page is at localhost and 127.0.0.1 only.' };
}

/**
 * Refuses a request to the API that isn't from its own page. The host was checked already. Browsers set the Origin of a page.
 * Programs of other users on this machine can set it too, but don't know the token.
 */
export function checkPage(headers: IncomingHttpHeaders, token: PageSecret): AccessRefusal | undefined {
  const { origin, host = '' } = headers;
  if (origin !== `http://${host}`) return { status: 403, error: 'Only the page itself may use its API.' };
  if (token.matches(headers['x-editor-token'])) return undefined;
  return {
    status: 401,
    error: 'The server was started again',
  };
}
