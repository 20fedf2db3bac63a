/** What a request is for, as far as keeping it is concerned. Pure. */

/** `other` isn't touched at all: the browser deals with it as if there were no service worker. */
export type RequestKind = 'page' | 'asset' | 'picture' | 'other';

export interface RequestFacts {
  readonly method: string;
  /** `navigate` for pages. */
  readonly mode: string;
  readonly url: string;
  /** The origin of the site. */
  readonly origin: string;
}

/** Only what is read from our own origin is kept; forms, other hosts and the search's files never are. */
export function requestKind({ method, mode, url, origin }: RequestFacts): RequestKind {
  const { origin: from, pathname } = new URL(url);
  if (method !== 'GET' || from !== origin) return 'other';
  if (mode === 'navigate') return pathname.endsWith('/') ? 'page' : 'other';
  if (pathname.startsWith('/assets/') && !pathname.endsWith('.woff2')) return 'asset';
  if (pathname.startsWith('/media/')) return 'picture';
  return 'other';
}

/** The address under which a page is kept: what is asked of it (`?q=…`) doesn't change its HTML. */
export function keptAddress(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}

/** The page that shows instead, in the language of the address: `/fr/…` -> `/fr/offline/`; the first one elsewhere. */
export function offlinePath(url: string, locales: readonly string[]): string {
  const [, first = ''] = new URL(url).pathname.split('/');
  return `/${locales.includes(first) ? first : (locales[0] ?? 'en')}/offline/`;
}
