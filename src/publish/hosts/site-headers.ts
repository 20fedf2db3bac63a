/**
 * The response headers of a published site: the one source for nginx (`nginx-config.ts`), for Netlify and Cloudflare
 * Pages (`host-files.ts`), for the local server and for the checks of a deployed copy. Pure.
 */
import { permissionsPolicy } from './permissions-policy';

/** Header values by name. */
export type HeaderValues = Readonly<Record<string, string>>;

/** Directives of a content security policy, each with its sources. */
export type SecurityPolicy = Readonly<Record<string, readonly string[]>>;

/** `{ 'base-uri': ["'none'"] } -> base-uri 'none'`, directives separated by `; `. */
export const policyText = (policy: SecurityPolicy): string =>
  Object.entries(policy)
    .map(([directive, sources]) => [directive, ...sources].join(' '))
    .join('; ');

/**
 * What all pages have in common. A browser applies it together with the stricter policy in each page's meta element, so
 * it must allow whatever one of these allows. Those name inline code by its hash and form services by their host, which
 * differ by page and by build; here inline code and HTTPS stand for them (docs/decisions/0031).
 */
export const pagePolicy: SecurityPolicy = {
  'default-src': ["'none'"],
  'base-uri': ["'none'"],
  'connect-src': ["'self'", 'https:'],
  'font-src': ["'self'"],
  'form-action': ["'self'", 'https:'],
  'frame-ancestors': ["'none'"],
  'frame-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'manifest-src': ["'self'"],
  'script-src': ["'self'", "'unsafe-inline'", "'wasm-unsafe-eval'"],
  'script-src-attr': ["'none'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'style-src-attr': ["'none'"],
  'worker-src': ["'self'"],
};

/** Cards and lists for other sites: one inline style, no script, and any site may frame them. */
const embedPolicy: SecurityPolicy = {
  'default-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'style-src': ["'unsafe-inline'"],
};

/** Pictures, sheets and data. Opened directly, an SVG file may have styles, but nothing in a file may run or load. */
const filePolicy: SecurityPolicy = { ...embedPolicy, 'frame-ancestors': ["'none'"] };

const csp = 'Content-Security-Policy';
const corp = 'Cross-Origin-Resource-Policy';

/** Headers of every response, errors included, unless its folder has others. */
export const commonHeaders: HeaderValues = {
  [csp]: policyText(pagePolicy),
  'Cross-Origin-Opener-Policy': 'same-origin',
  [corp]: 'same-origin',
  'Permissions-Policy': permissionsPolicy,
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'X-Content-Type-Options': 'nosniff',
};

/** Folders whose files other sites show or read, with what differs there from `commonHeaders`. */
export const folderHeaders: Readonly<Record<string, HeaderValues>> = {
  '/embed/': { [csp]: policyText(embedPolicy), [corp]: 'cross-origin' },
  '/data/': {
    [csp]: policyText(filePolicy),
    [corp]: 'cross-origin',
    'Access-Control-Allow-Origin': '*',
  },
  '/media/': { [csp]: policyText(filePolicy), [corp]: 'cross-origin' },
  '/share/': { [csp]: policyText(filePolicy), [corp]: 'cross-origin' },
};

/** Sent over HTTPS only: for a year, browsers ask for nothing else. */
export const onlyHttps: HeaderValues = { 'Strict-Transport-Security': 'max-age=31536000' };

/** Folders whose files get a new name when their content changes. */
export const immutableFolders = ['/assets/', '/media/', '/share/'] as const;

/** How long files may be kept: for good, or until the server is asked whether they changed. */
export const cacheControl = {
  immutable: 'public, max-age=31536000, immutable',
  fresh: 'no-cache',
} as const;

/** Statuses of responses with a file, or a part of it. All others have the headers of pages. */
export const fileStatuses: readonly number[] = [200, 206, 304];

/**
 * Statuses of responses that may be kept for good. An error is about this moment: kept for a year, it would hide the file
 * long after it is back. Parts of files aren't among them, since nginx chooses the header before it finds that a file has
 * no such part (416).
 */
export const keptStatuses: readonly number[] = [200, 304];

const folderOf = (pathname: string, folders: readonly string[]) =>
  folders.find((folder) => pathname.startsWith(folder));

/** `/assets/a.js, 200 -> public, max-age=31536000, immutable` */
export function cacheControlOf(pathname: string, status: number): string {
  const isImmutable = keptStatuses.includes(status) && folderOf(pathname, immutableFolders) !== undefined;
  return isImmutable ? cacheControl.immutable : cacheControl.fresh;
}

/** All headers of a response but `Strict-Transport-Security`. An error below `/embed/` is a page like any other. */
export function headersOf(pathname: string, status: number): HeaderValues {
  const folder = fileStatuses.includes(status) ? folderOf(pathname, Object.keys(folderHeaders)) : undefined;
  return {
    'Cache-Control': cacheControlOf(pathname, status),
    ...commonHeaders,
    ...(folder === undefined ? {} : folderHeaders[folder]),
  };
}

/** Headers with a policy of pages that lets forms send to further hosts too; other policies stay as they are. */
export function withFormServices(headers: HeaderValues, hosts: readonly string[]): HeaderValues {
  if (headers[csp] !== commonHeaders[csp]) return headers;
  const policy = Object.entries(pagePolicy).map(([directive, sources]) => [
    directive,
    directive === 'connect-src' || directive === 'form-action' ? [...sources, ...hosts] : sources,
  ]);
  return { ...headers, [csp]: policyText(Object.fromEntries(policy) as SecurityPolicy) };
}
