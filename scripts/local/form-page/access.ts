/** Protects the editor's API: only the editor's own page may use it, opened with the token from the terminal. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** The request header that carries the token. */
const tokenHeader = 'x-editor-token';

/** A secret that is valid for one run of the server. */
export interface EditorSecret {
  readonly value: string;
  /** Compares in constant time, so that the time of an answer reveals nothing about the secret. */
  readonly matches: (given: unknown) => boolean;
}

const hashText = (text: string) => createHash('sha256').update(text).digest();

/** Creates a secret of 256 random bits, in characters that need no escaping in an address. */
export function createSecret(): EditorSecret {
  const value = randomBytes(32).toString('base64url');
  const expected = hashText(value);
  return {
    value,
    matches: (given) => typeof given === 'string' && timingSafeEqual(hashText(given), expected),
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
    : { status: 403, error: 'The editor answers to localhost and 127.0.0.1 only.' };
}

/**
 * Refuses a request to the API that isn't from the editor's page. Browsers set the Origin of a page. Programs of other
 * users on this machine can set it too, but don't know the token.
 */
export function checkApiAccess(headers: IncomingHttpHeaders, token: EditorSecret): AccessRefusal | undefined {
  const { origin, host = '' } = headers;
  const refusal = checkHost(headers);
  if (refusal) return refusal;
  if (origin !== `http://${host}`) {
    return { status: 403, error: 'Only the editor’s own page may use its API.' };
  }
  if (!token.matches(headers[tokenHeader])) {
    return {
      status: 401,
      error: 'The editor was started again. Open the address that the terminal prints for it now.',
    };
  }
  return undefined;
}
