/** The kind of a request, for the service worker. Pure. */

/** `other` is left to the browser, as if there were no service worker. */
type RequestKind = 'page' | 'asset' | 'picture' | 'other';

interface RequestProperties {
  readonly method: string;
  /** `navigate` for pages. */
  readonly mode: string;
  readonly url: string;
  /** The origin of the site. */
  readonly origin: string;
}

/** The kind of a request: only reads from our own origin are stored; never forms, other hosts or the search's files. */
export function requestKind({ method, mode, url, origin }: RequestProperties): RequestKind {
  const { origin: from, pathname } = new URL(url);
  if (method !== 'GET' || from !== origin) return 'other';
  if (mode === 'navigate') return pathname.endsWith('/') ? 'page' : 'other';
  if (pathname.startsWith('/assets/') && !pathname.endsWith('.woff2')) return 'asset';
  if (pathname.startsWith('/media/')) return 'picture';
  return 'other';
}

/** The address under which a page is stored: its query (`?q=…`) doesn't change its HTML. */
export function storedAddress(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}

/** The offline page in the language of the address: `/fr/…` -> `/fr/offline/`; in the first language elsewhere. */
export function offlinePath(url: string, locales: readonly string[]): string {
  const [, first = ''] = new URL(url).pathname.split('/');
  return `/${locales.includes(first) ? first : (locales[0] ?? 'en')}/offline/`;
}
