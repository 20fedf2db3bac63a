/**
 * The response headers of a published site: the one source for nginx (`scripts/docs/nginx-sections.ts`), Netlify and Cloudflare
 * Pages (`host-files.ts`), the local server, and the checks of a deployed copy. Pure.
 */
import { permissionsPolicy } from './permissions-policy';

/** Header values by name. */
export type HeaderValues = Readonly<Record<string, string>>;

/** Directives of a content security policy, each with its sources. */
type SecurityPolicy = Readonly<Record<string, readonly string[]>>;

/** `{ 'base-uri': ["'none'"] } -> base-uri 'none'`, directives separated by `; `. */
const formatPolicy = (policy: SecurityPolicy): string =>
  Object.entries(policy)
    .map(([directive, sources]) => [directive, ...sources].join(' '))
    .join('; ');

/**
 * The policy that all pages share. A browser applies it together with the stricter policy in each page's meta
 * element, so it must allow everything that one of these allows. Those list inline code by its hash and form services
 * by their host, which differ by page and build; this one allows all inline code and HTTPS instead
 * (docs/decisions/0032).
 */
export const pagePolicy: SecurityPolicy = {
  'default-src': ["'none'"],
  'base-uri': ["'none'"],
  'connect-src': ["'self'", 'https:'],
  'font-src': ["'self'"],
  'form-action': ["'self'", 'https:'],
  'frame-ancestors': ["'none'"],
  'frame-src': ["'self'"],
  'img-src': ["'self'"],
  'manifest-src': ["'self'"],
  'script-src': ["'self'", "'unsafe-inline'", "'wasm-unsafe-eval'"],
  'script-src-attr': ["'none'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'style-src-attr': ["'none'"],
  'worker-src': ["'self'"],
};

/** Files may have styles, and load nothing. */
const idlePolicy: SecurityPolicy = {
  'default-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'style-src': ["'unsafe-inline'"],
};

/** Pictures, sheets and data. An SVG file may have styles, but no file may run scripts or load anything. */
const filePolicy: SecurityPolicy = { ...idlePolicy, 'frame-ancestors': ["'none'"] };

const csp = 'Content-Security-Policy';
const corp = 'Cross-Origin-Resource-Policy';

/** Headers of every response, errors included, unless the place has its own. */
export const commonHeaders: HeaderValues = {
  [csp]: formatPolicy(pagePolicy),
  'Cross-Origin-Opener-Policy': 'same-origin',
  [corp]: 'same-origin',
  'Permissions-Policy': permissionsPolicy,
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'X-Content-Type-Options': 'nosniff',
};

/** Programs of any site read these. */
const openData: HeaderValues = {
  [csp]: formatPolicy(filePolicy),
  [corp]: 'cross-origin',
  'Access-Control-Allow-Origin': '*',
};

/**
 * The beginnings of the addresses of files that other sites show or read, with the headers that differ from
 * `commonHeaders`. Editors' tools read `/build.json`.
 */
export const placeHeaders: Readonly<Record<string, HeaderValues>> = {
  '/embed/': { [csp]: formatPolicy(idlePolicy), [corp]: 'cross-origin' },
  '/build.json': openData,
  '/data/': openData,
  '/media/': { [csp]: formatPolicy(filePolicy), [corp]: 'cross-origin' },
  '/share/': { [csp]: formatPolicy(filePolicy), [corp]: 'cross-origin' },
};

/** Sent over HTTPS only: browsers then use only HTTPS for a year. */
export const httpsHeaders: HeaderValues = { 'Strict-Transport-Security': 'max-age=31536000' };

/** Folders whose files get a new name when their content changes. */
export const immutableFolders = ['/assets/', '/media/', '/share/', '/words/'] as const;

/** Cache rules: permanently, or with a check for changes each time. */
export const cacheControl = {
  immutable: 'public, max-age=31536000, immutable',
  fresh: 'no-cache',
} as const;

/** Statuses of responses with a file, or a part of it. All others have the headers of pages. */
export const fileStatuses: readonly number[] = [200, 206, 304];

/**
 * Statuses of responses that may be cached permanently. Not errors: a cached error would hide the file for a year.
 * Not parts of files: nginx chooses the header before it knows that a file lacks the part (416).
 */
export const immutableStatuses: readonly number[] = [200, 304];

const findPlace = (pathname: string, places: readonly string[]) =>
  places.find((place) => pathname.startsWith(place));

/** `/assets/a.js, 200 -> public, max-age=31536000, immutable` */
export function responseCacheControl(pathname: string, status: number): string {
  const isImmutable =
    immutableStatuses.includes(status) && findPlace(pathname, immutableFolders) !== undefined;
  return isImmutable ? cacheControl.immutable : cacheControl.fresh;
}

/**
 * Returns all headers of a response except `Strict-Transport-Security`. An error below `/embed/` is a page like any
 * other.
 */
export function responseHeaders(pathname: string, status: number): HeaderValues {
  const place = fileStatuses.includes(status) ? findPlace(pathname, Object.keys(placeHeaders)) : undefined;
  return {
    'Cache-Control': responseCacheControl(pathname, status),
    ...commonHeaders,
    ...(place === undefined ? {} : placeHeaders[place]),
  };
}

/** Adds hosts to which forms may send to the policy of pages; other policies stay as they are. */
export function allowFormServices(headers: HeaderValues, hosts: readonly string[]): HeaderValues {
  if (headers[csp] !== commonHeaders[csp]) return headers;
  const policy = Object.entries(pagePolicy).map(([directive, sources]) => [
    directive,
    directive === 'connect-src' || directive === 'form-action' ? [...sources, ...hosts] : sources,
  ]);
  return { ...headers, [csp]: formatPolicy(Object.fromEntries(policy) as SecurityPolicy) };
}
