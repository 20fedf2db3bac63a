import { isLocale, type Locale } from '@/i18n/locales';
import { pathOf, sections } from '@/i18n/routes';
import { countedLists } from '../lists/browse';
import { findRedirects } from '../addresses/redirects';
import { entriesWithPages, type LocaleSite, type Site } from '../site';

function pathsOf(site: LocaleSite): string[] {
  const { locale } = site;
  return [
    pathOf(locale, { to: 'home' }),
    pathOf(locale, { to: 'browse' }),
    pathOf(locale, { to: 'not-found' }),
    ...sections.map((section) => pathOf(locale, { to: 'section', section })),
    ...entriesWithPages(site).map(({ path }) => path),
    ...findRedirects(site).made.map(({ from }) => from),
  ];
}

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
  // Computed when needed: it takes some time, and few texts link to browse lists.
  const lists = new Map<Locale, ReadonlySet<string>>();
  const listsIn = (locale: Locale): ReadonlySet<string> => {
    const own = site.byLocale.get(locale);
    const found = lists.get(locale) ?? new Set(own && countedLists(own).map(({ href }) => href));
    lists.set(locale, found);
    return found;
  };
  return (link) => {
    const path = bare(link);
    if (known.has(path) || /\.[a-z0-9]+\/$/i.test(path)) return true;
    const [, folder = '', section] = path.split('/');
    if (!isLocale(folder)) return ownFolders.has(folder);
    const first = path.replace(furtherPage, '');
    return section === 'browse' ? listsIn(folder).has(first) : first !== path && known.has(first);
  };
}
