/** Finds dead links within a built site. */
import type { PageRecord } from '../pages/page-record';

/** A link without a target. */
export interface DeadLink {
  /** The path of the page: `/en/`. */
  readonly page: string;
  /** The address as the page has it. */
  readonly address: string;
}

const decodePath = (path: string) => {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};

/** `#top` exists on every page; `#:~:text=` is handled by the browser. */
const isEverywhere = (anchor: string) => anchor === '' || anchor === 'top' || anchor.startsWith(':~:');

/** Creates a checker of the links of a site at `siteUrl`. Pages may be added before all files are known. */
export function createLinkChecker(siteUrl: string) {
  /** By path: `/en/`. */
  const pages = new Map<string, Pick<PageRecord, 'addresses' | 'anchors'>>();

  /** The path of a file without `index.html`, and the anchor; undefined for an address outside the site. */
  const resolve = (address: string, page: string) => {
    const url = URL.parse(address, siteUrl + encodeURI(page));
    if (!url || url.origin !== siteUrl) return undefined;
    return { path: decodePath(url.pathname), anchor: decodePath(url.hash.slice(1)) };
  };
  return {
    add: (page: string, links: Pick<PageRecord, 'addresses' | 'anchors'>) => void pages.set(page, links),
    /** Returns the dead links in a site of these files, given as paths from its root (`/en/index.html`). */
    findDead: (files: ReadonlySet<string>): DeadLink[] => {
      const leadsSomewhere = (address: string, page: string) => {
        const target = resolve(address, page);
        if (!target) return true;
        const { path, anchor } = target;
        if (!files.has(path.endsWith('/') ? `${path}index.html` : path)) return false;
        // The anchors of other files are unknown.
        return isEverywhere(anchor) || pages.get(path)?.anchors.includes(anchor) !== false;
      };
      // Most addresses are on many pages and have the same target.
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
