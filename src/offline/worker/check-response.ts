/** Checks responses. Networks with a login and misconfigured hosts answer any request with a page. */

/** The content types of a page's files, by extension; `/media/` has pictures only. */
const types: readonly (readonly [path: RegExp, type: RegExp])[] = [
  [/^\/media\//, /^image\//],
  [/\.css$/, /^text\/css/],
  [/\.js$/, /^(?:text|application)\/javascript/],
  [/\.json$/, /^application\/json/],
  [/\/$/, /^text\/html/],
];

/** True if the content type is possible for the address. */
export function hasExpectedType(url: string, { headers }: Pick<Response, 'headers'>): boolean {
  const { pathname } = new URL(url);
  const type = types.find(([path]) => path.test(pathname))?.[1];
  return type?.test(headers.get('Content-Type') ?? '') ?? false;
}

/** True for a complete response from this site, without a redirect, and with a possible type. */
export function isUsableResponse(url: string, response: Response): boolean {
  const { status, redirected, type } = response;
  return status === 200 && !redirected && type === 'basic' && hasExpectedType(url, response);
}

/** The number of Base64 characters of the SHA-256 in a fingerprint: 30 bits detect accidental changes. */
const fingerprintLength = 5;

/**
 * The fingerprint of a file: a hash of its path and its content, in Base64. The build writes those of all its files
 * into the worker.
 */
export async function fingerprint(path: string, content: Uint8Array): Promise<string> {
  const name = new TextEncoder().encode(`${path}\n`);
  const whole = new Uint8Array(name.length + content.length);
  whole.set(name);
  whole.set(content, name.length);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', whole));
  return btoa(String.fromCharCode(...digest)).slice(0, fingerprintLength);
}
