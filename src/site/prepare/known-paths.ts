import { isLocale } from '@/i18n/locales';
import { findRedirects } from '../addresses/redirects';
import { pagesByKind } from '../page-paths';
import type { LocaleSite, Site } from '../site';

const pathsOf = (own: LocaleSite): string[] => [
  ...[...pagesByKind(own).values()].flat(),
  ...findRedirects(own).made.map(({ from }) => from),
];

/** Normalizes a link's path: decoded, without query and anchor, with a slash at the end. */
function bare(link: string): string {
  const path = link.replace(/[?#].*$/s, '');
  try {
    return decodeURI(path.endsWith('/') ? path : `${path}/`);
  } catch {
    return path;
  }
}

/** Folders outside the locales. */
const ownFolders = new Set(['', 'data', 'embed', 'media']);

/** A later page of a list, by number or by day: they depend on more than entries. */
const furtherPage = /page\/[1-9][\d-]*\/$/;

/** The paths of links, as `bare` returns them, that lead to files of `public/`. */
const publicPathsOf = (files: readonly string[]): string[] =>
  files.flatMap((file) => [
    `${file}/`,
    ...(file.endsWith('/index.html') ? [file.slice(0, -'index.html'.length)] : []),
  ]);

/**
 * Creates a function that tells whether the site has the path of a link. `publicFiles` are files of `public/`
 * (`/guide/index.html`). Other files (`/data/v1/a.json`, `/en/feed.xml`) and later pages of lists count as existing: they are
 * checked after the build. Paths of locales that aren't built don't exist.
 */
export function knownPaths(site: Site, publicFiles: readonly string[] = []): (link: string) => boolean {
  const known = new Set([...site.byLocale.values()].flatMap(pathsOf).concat(publicPathsOf(publicFiles)));
  return (link) => {
    const path = bare(link);
    if (known.has(path) || /\.[a-z0-9]+\/$/i.test(path)) return true;
    const [, folder = ''] = path.split('/');
    return isLocale(folder) ? known.has(path.replace(furtherPage, '')) : ownFolders.has(folder);
  };
}
