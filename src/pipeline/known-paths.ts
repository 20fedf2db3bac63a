import { isLocale } from '@/i18n/locales';
import { pathOf, sections } from '@/i18n/routes';
import { pagedViews, redirectsOf } from './redirects';
import type { LocaleSite, Site } from './site';

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

/**
 * Tells whether the site has a path that a text links to. Files (`/data/v1/a.json`, `/en/feed.xml`) and pages of lists
 * are taken to be there, since they depend on more than entries; a path of a language that isn’t built is not.
 */
export function knownPaths(site: Site): (link: string) => boolean {
  const known = new Set([...site.byLocale.values()].flatMap(pathsOf));
  return (link) => {
    const path = bare(link);
    if (known.has(path) || /\.[a-z0-9]+\/$/i.test(path)) return true;
    const [, folder = '', section, part] = path.split('/');
    if (!isLocale(folder)) return ownFolders.has(folder);
    return site.byLocale.has(folder) && (section === 'browse' || part === 'page');
  };
}
