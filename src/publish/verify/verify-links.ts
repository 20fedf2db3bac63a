/** Links within a built site that lead nowhere. */
import { addressesIn, anchorsIn } from '../build/html-addresses';

/** A link that leads nowhere. */
export interface DeadLink {
  /** The page that it is on, as visitors see it: `/en/`. */
  readonly page: string;
  /** As it is written there. */
  readonly address: string;
}

export interface LinkCheck {
  /** Takes a page: its path, and its HTML. What was taken of that page before counts no more. */
  readonly add: (page: string, html: string) => void;
  readonly remove: (page: string) => void;
  /** What leads nowhere in a site of these files, given as paths from its root (`/en/index.html`). */
  readonly dead: (files: ReadonlySet<string>) => DeadLink[];
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

/** Where an address leads within the site. */
interface Target {
  /** As the site's files are named, without `index.html`. */
  readonly path: string;
  readonly anchor: string;
}

/** Texts that stand on many pages, kept once each, and without the page that they were found in. */
function onceEach() {
  const texts = new Map<string, string>();
  return (text: string): string => {
    let own = texts.get(text);
    if (own === undefined) {
      // A part of a text keeps the whole of it in memory.
      own = Buffer.from(text).toString();
      texts.set(own, own);
    }
    return own;
  };
}

interface Page {
  readonly addresses: readonly string[];
  readonly anchors: ReadonlySet<string>;
}

/** Checks the links of a site at `siteUrl`. Pages may be added before it is known what files there will be. */
export function linkCheck(siteUrl: string): LinkCheck {
  const pages = new Map<string, Page>();
  const kept = onceEach();

  /** Undefined where it leads out of the site. */
  const resolve = (address: string, page: string): Target | undefined => {
    const url = URL.parse(address, siteUrl + encodeURI(page));
    if (!url || url.origin !== siteUrl) return undefined;
    return { path: decoded(url.pathname), anchor: decoded(url.hash.slice(1)) };
  };
  return {
    add: (page, html) => {
      pages.set(page, {
        addresses: [...addressesIn(html)].map(kept),
        anchors: new Set([...anchorsIn(html)].map(kept)),
      });
    },
    remove: (page) => void pages.delete(page),
    dead: (files) => {
      const leadsSomewhere = (address: string, page: string) => {
        const target = resolve(address, page);
        if (!target) return true;
        const { path, anchor } = target;
        if (!files.has(path.endsWith('/') ? `${path}index.html` : path)) return false;
        // What isn't a page has parts of which nothing is known.
        return !path.endsWith('/') || isEverywhere(anchor) || !!pages.get(path)?.anchors.has(anchor);
      };
      // Most addresses stand on many pages, and lead from each to the same place.
      const known = new Map<string, boolean>();
      const isRight = (address: string, page: string) => {
        if (!address.startsWith('/')) return leadsSomewhere(address, page);
        const verdict = known.get(address) ?? leadsSomewhere(address, page);
        known.set(address, verdict);
        return verdict;
      };
      return [...pages].flatMap(([page, { addresses }]) =>
        addresses.filter((address) => !isRight(address, page)).map((address) => ({ page, address })),
      );
    },
  };
}
