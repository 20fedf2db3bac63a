/** Links within a built site that lead nowhere. */
import { addressesIn, anchorsIn } from './html-addresses';

/** A link that leads nowhere. */
export interface DeadLink {
  /** The page that it is on, as visitors see it: `/en/`. */
  readonly page: string;
  /** As it is written there. */
  readonly address: string;
}

export interface LinkCheck {
  /** Takes a page: its path, and its HTML. */
  readonly add: (page: string, html: string) => void;
  /** Once all pages were added: what leads nowhere. */
  readonly dead: () => DeadLink[];
}

const decoded = (path: string) => {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};

/** `#top` is there in every page; `#:~:text=` is the browser’s. */
const isEverywhere = (anchor: string) => anchor === '' || anchor === 'top' || anchor.startsWith(':~:');

/** Where an address leads: a file of the site, and a place in it. */
interface Target {
  /** As the site's files are named, without `index.html`. */
  readonly path: string;
  readonly anchor: string;
  readonly isThere: boolean;
}

/**
 * Checks the links of a site at `siteUrl`, whose `files` are given as paths from its root (`/en/index.html`). Anchors
 * are looked up once all pages are known.
 */
export function linkCheck(siteUrl: string, files: ReadonlySet<string>): LinkCheck {
  const dead: DeadLink[] = [];
  /** Anchors that some page has been asked for, and those that it has. Pages without either stay out. */
  const wanted: { readonly link: DeadLink; readonly target: string; readonly anchor: string }[] = [];
  const anchors = new Map<string, ReadonlySet<string>>();

  /** Undefined where it leads out of the site. */
  const resolve = (address: string, page: string): Target | undefined => {
    const url = URL.parse(address, siteUrl + encodeURI(page));
    if (!url || url.origin !== siteUrl) return undefined;
    const target = decoded(url.pathname);
    return {
      path: target,
      anchor: decoded(url.hash.slice(1)),
      isThere: files.has(target.endsWith('/') ? `${target}index.html` : target),
    };
  };
  // Most addresses stand on many pages, and lead from each to the same place.
  const resolved = new Map<string, Target | undefined>();
  const targetOf = (address: string, page: string): Target | undefined => {
    if (!address.startsWith('/')) return resolve(address, page);
    if (!resolved.has(address)) resolved.set(address, resolve(address, page));
    return resolved.get(address);
  };

  return {
    add: (page, html) => {
      const own = anchorsIn(html);
      if (own.size > 0) anchors.set(page, own);
      for (const address of addressesIn(html)) {
        const target = targetOf(address, page);
        if (!target) continue;
        const { path, anchor } = target;
        const link = { page, address };
        if (!target.isThere) dead.push(link);
        else if (isEverywhere(anchor)) continue;
        else if (path !== page) wanted.push({ link, target: path, anchor });
        else if (!own.has(anchor)) dead.push(link);
      }
    },
    dead: () => [
      ...dead,
      ...wanted.flatMap(({ link, target, anchor }) =>
        target.endsWith('/') && !anchors.get(target)?.has(anchor) ? [link] : [],
      ),
    ],
  };
}
