/** What a server says about the files of a site: the same at every host. Pure. */

/** Folders whose files have names that change with what is in them. */
export const immutableFolders = ['/assets/', '/media/', '/share/'] as const;

/** What is said of those files, and of all others. */
export const cacheControl = {
  immutable: 'public, max-age=31536000, immutable',
  fresh: 'no-cache',
} as const;

/** `/assets/a.js -> public, max-age=31536000, immutable` */
export function cacheControlOf(pathname: string): string {
  const isImmutable = immutableFolders.some((folder) => pathname.startsWith(folder));
  return isImmutable ? cacheControl.immutable : cacheControl.fresh;
}

/** What only works as a header of a policy: each page has the rest, with hashes of its own. */
export const noFrames = { 'Content-Security-Policy': "frame-ancestors 'none'" } as const;

/** Headers of every answer. */
export const securityHeaders = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'X-Content-Type-Options': 'nosniff',
} as const;

/** Once a site is served by HTTPS, browsers ask for nothing else any more. */
export const onlyHttps = { 'Strict-Transport-Security': 'max-age=31536000' } as const;

/** Cards and lists are there to be framed; a page that takes applications isn’t. */
export function securityHeadersOf(pathname: string): Readonly<Record<string, string>> {
  return pathname.startsWith('/embed/') ? securityHeaders : { ...securityHeaders, ...noFrames };
}
