/** What the pages of what stays on a visitor’s device have in common: saved opportunities, and the fit check. */
import { searchVersion } from '@/search/index/search-version';
import type { SearchesProps } from '@/search/saved-searches/searches-props';
import { pathOf } from '@/i18n/routes';
import type { ViewContext } from './frame/context';
import { sectionFrame } from './frame/frame';

/** Search engines have nothing to find on these pages. */
export function deviceView(context: ViewContext, name: 'saved' | 'fit') {
  return {
    frame: sectionFrame(context, name, name, { section: 'saved', noindex: true }),
    privacy: context.own.pages.find(({ shared }) => shared.role === 'privacy')?.path,
  };
}

/** Returns the props of the parts that tell of saved searches. */
export function searchesProps({ own, site }: Pick<ViewContext, 'own' | 'site'>): SearchesProps {
  return {
    version: searchVersion(own),
    searchPaths: Object.fromEntries(
      site.locales.map((locale) => [locale, pathOf(locale, { to: 'section', section: 'search' })]),
    ),
  };
}
