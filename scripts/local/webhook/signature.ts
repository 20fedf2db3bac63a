/**
 * The signature that Contentful puts on the webhooks of a space with request verification: HMAC-SHA256 of the request in
 * a canonical form. Its own package for this (@contentful/node-apps-toolkit) brings 86 others.
 * https://www.contentful.com/developers/docs/webhooks/request-verification/
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { escape } from 'node:querystring';

export interface SignedRequest {
  readonly method: string;
  /** With its query: `/publish?site=1`. */
  readonly path: string;
  /** By their names in small letters. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

const timestampHeader = 'x-contentful-timestamp';

const textOf = (value: string | string[] | undefined) => String(value ?? '').trim();

const signedHeadersOf = ({ headers }: SignedRequest) =>
  textOf(headers['x-contentful-signed-headers']).toLowerCase().split(',');

/** True for what Contentful accepts as a signing secret. */
export const isSigningSecret = (secret: string) => /^[\w+/=-]{64}$/.test(secret);

/** The signature of a request under a secret, in hexadecimal, over the headers that it names as signed. */
export function signatureOf(request: SignedRequest, secret: string): string {
  const { method, path, headers, body } = request;
  const [pathname = '', search] = path.split('?');
  const canonicalPath = encodeURI(search ? `${pathname}?${escape(search)}` : pathname);
  const canonicalHeaders = signedHeadersOf(request)
    .toSorted()
    .map((name) => `${name}:${textOf(headers[name])}`)
    .join(';');
  return createHmac('sha256', secret)
    .update([method, canonicalPath, canonicalHeaders, body].join('\n'))
    .digest('hex');
}

/** When a request was signed (Unix ms), where its signature is right and covers that time; else undefined. */
export function signedAt(request: SignedRequest, secret: string): number | undefined {
  const claimed = Buffer.from(textOf(request.headers['x-contentful-signature']));
  const right = Buffer.from(signatureOf(request, secret));
  const isRight = claimed.length === right.length && timingSafeEqual(claimed, right);
  const at = Number(textOf(request.headers[timestampHeader]));
  return isRight && signedHeadersOf(request).includes(timestampHeader) && Number.isFinite(at)
    ? at
    : undefined;
}
