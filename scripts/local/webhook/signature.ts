/**
 * Verifies the signature of webhooks from a space with request verification: HMAC-SHA256 of the request in a canonical
 * form. Contentful's own package for this (@contentful/node-apps-toolkit) installs 86 others.
 * https://www.contentful.com/developers/docs/webhooks/request-verification/
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { escape } from 'node:querystring';

interface SignedRequest {
  readonly method: string;
  /** With its query: `/publish?site=1`. */
  readonly path: string;
  /** Headers by their names in lower case. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

const timestampHeader = 'x-contentful-timestamp';

const firstText = (value: string | string[] | undefined) => String(value ?? '').trim();

const listSignedHeaders = ({ headers }: SignedRequest) =>
  firstText(headers['x-contentful-signed-headers']).toLowerCase().split(',');

/** True if Contentful accepts the text as a signing secret. */
export const isSigningSecret = (secret: string) => /^[\w+/=-]{64}$/.test(secret);

/** Returns the signature of a request with a secret, in hexadecimal. It covers the headers that the request lists as signed. */
export function signRequest(request: SignedRequest, secret: string): string {
  const { method, path, headers, body } = request;
  const [pathname = '', search] = path.split('?');
  const canonicalPath = encodeURI(search ? `${pathname}?${escape(search)}` : pathname);
  const canonicalHeaders = listSignedHeaders(request)
    .toSorted()
    .map((name) => `${name}:${firstText(headers[name])}`)
    .join(';');
  return createHmac('sha256', secret)
    .update([method, canonicalPath, canonicalHeaders, body].join('\n'))
    .digest('hex');
}

/** A signature that was found right. */
export interface Signature {
  /** As it was computed here: the same for every way in which the request can be written. */
  readonly value: string;
  /** When the request was signed (Unix ms). */
  readonly at: number;
}

/** Checks the signature of a request; undefined if it is wrong or doesn't cover the time. */
export function readSignature(request: SignedRequest, secret: string): Signature | undefined {
  const value = signRequest(request, secret);
  const claimed = Buffer.from(firstText(request.headers['x-contentful-signature']));
  const right = Buffer.from(value);
  const isRight = claimed.length === right.length && timingSafeEqual(claimed, right);
  const at = Number(firstText(request.headers[timestampHeader]));
  return isRight && listSignedHeaders(request).includes(timestampHeader) && Number.isFinite(at)
    ? { value, at }
    : undefined;
}
