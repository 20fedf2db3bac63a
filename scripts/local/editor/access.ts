/** Who may use the editor's API: only its own page, opened with the token that the terminal printed. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** The request header that carries the token. */
export const tokenHeader = 'x-editor-token';

/** A secret of one run of the server. */
export interface EditorSecret {
  readonly value: string;
  /** Compares in constant time, so that the time of an answer tells nothing about the secret. */
  readonly matches: (given: unknown) => boolean;
}

const digest = (text: string) => createHash('sha256').update(text).digest();

/** 256 random bits, in characters that need no escaping in an address. */
export function createSecret(): EditorSecret {
  const value = randomBytes(32).toString('base64url');
  const expected = digest(value);
  return {
    value,
    matches: (given) => typeof given === 'string' && timingSafeEqual(digest(given), expected),
  };
}

/** Why a request is refused. */
export interface AccessRefusal {
  readonly status: 401 | 403;
  readonly error: string;
}

const ownHost = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/;

/** A name of another host that leads to this machine (DNS rebinding) is refused. */
export function hostRefusal({ host = '' }: IncomingHttpHeaders): AccessRefusal | undefined {
  return ownHost.test(host)
    ? undefined
    : { status: 403, error: 'The editor answers to localhost and 127.0.0.1 only.' };
}

/**
 * Refuses a request to the API that doesn't come from the editor's page. The browser sets Origin for a page; a program
 * of another user of this machine can set it too, but doesn't know the token.
 */
export function apiRefusal(headers: IncomingHttpHeaders, token: EditorSecret): AccessRefusal | undefined {
  const { origin, host = '' } = headers;
  const refusal = hostRefusal(headers);
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
