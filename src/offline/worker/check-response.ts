/** Whether a response is what was asked for. Networks with a login and misconfigured hosts answer anything with a page. */

/** The content types of what a page loads, by the ending of its name; `/media/` has pictures only. */
const types: readonly (readonly [path: RegExp, type: RegExp])[] = [
  [/^\/media\//, /^image\//],
  [/\.css$/, /^text\/css/],
  [/\.js$/, /^(?:text|application)\/javascript/],
  [/\.json$/, /^application\/json/],
  [/\.wasm$/, /^application\/wasm/],
  [/\/$/, /^text\/html/],
];

/** True where the content type is one of those that the address can have. */
export function hasFittingType(url: string, { headers }: Pick<Response, 'headers'>): boolean {
  const { pathname } = new URL(url);
  const type = types.find(([path]) => path.test(pathname))?.[1];
  return type?.test(headers.get('Content-Type') ?? '') ?? false;
}

/** True for a response that came whole, from this site, without a redirect, and with a fitting type. */
export function isUsable(url: string, response: Response): boolean {
  const { status, redirected, type } = response;
  return status === 200 && !redirected && type === 'basic' && hasFittingType(url, response);
}

/** Bytes of the SHA-256 of which a fingerprint is made: 48 bits tell what was changed by accident. */
const fingerprintBytes = 6;

/**
 * What tells a file of the site from any other: of its path and its content, in Base64. The build writes those of all
 * its files into the worker.
 */
export async function fingerprint(path: string, content: Uint8Array): Promise<string> {
  const name = new TextEncoder().encode(`${path}\n`);
  const whole = new Uint8Array(name.length + content.length);
  whole.set(name);
  whole.set(content, name.length);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', whole));
  return btoa(String.fromCharCode(...digest.subarray(0, fingerprintBytes)));
}
