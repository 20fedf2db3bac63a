import { isLocale, type Locale } from '@/i18n/locales';
import { pathOf, sections } from '@/i18n/routes';
import { browseOf } from '../browse';
import { pagedViews, redirectsOf } from '../redirects';
import type { LocaleSite, Site } from '../site';

function pathsOf(site: LocaleSite): string[] {
  const { locale } = site;
  return [
    pathOf(locale, { to: 'home' }),
    pathOf(locale, { to: 'browse' }),
    pathOf(locale, { to: 'not-found' }),
    ...sections.map((section) => pathOf(locale, { to: 'section', section })),
    ...pagedViews(site).map(({ path }) => path),
    ...redirectsOf(site).made.map(({ from }) => from),
  ];
}

/** A link's path as pages are listed: decoded, without query and anchor, with a slash at the end. */
function bare(link: string): string {
  const path = link.replace(/[?#].*$/s, '');
  try {
    return decodeURI(path.endsWith('/') ? path : `${path}/`);
  } catch {
    return path;
  }
}

/** Folders of the site that are in no language. */
const ownFolders = new Set(['', 'data', 'embed', 'media']);

/** Every browse list of a language. */
function browsePathsOf(site: LocaleSite): string[] {
  const { locale } = site;
  const { facets, taskLanguages } = browseOf(site);
  return [
    ...facets.flatMap(({ values }) =>
      values.map(({ facet, value }) => pathOf(locale, { to: 'browse-value', facet, value })),
    ),
    ...taskLanguages.map(({ task, lang }) => pathOf(locale, { to: 'browse-task-lang', task, lang })),
  ];
}

/** A page of a list after its first: how many there are depends on more than entries. */
const furtherPage = /page\/[1-9]\d*\/$/;

/**
 * Tells whether the site has a path that a text links to. Files (`/data/v1/a.json`, `/en/feed.xml`) and further pages
 * of lists are assumed to be there: whether they are is checked once the site is built. A path of a language that
 * isn’t built is not.
 */
export function knownPaths(site: Site): (link: string) => boolean {
  const known = new Set([...site.byLocale.values()].flatMap(pathsOf));
  // Few texts link to browse lists, and working them out takes a while.
  const lists = new Map<Locale, ReadonlySet<string>>();
  const listsIn = (locale: Locale): ReadonlySet<string> => {
    const own = site.byLocale.get(locale);
    const found = lists.get(locale) ?? new Set(own ? browsePathsOf(own) : []);
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
