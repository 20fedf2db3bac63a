/** The search page. */
import { buildSearchProps } from '@/search/page/build-search-props';
import { countedLists } from '@/site/lists/browse';
import type { ViewContext } from './frame/context';
import { frameView, alternatePaths } from './frame/frame';

export function searchView(context: ViewContext) {
  const { t, site, own } = context;
  return {
    frame: frameView(context, {
      title: t('search.title'),
      description: t('search.description'),
      paths: alternatePaths(context, { to: 'section', section: 'search' }),
      section: 'search',
    }),
    search: buildSearchProps(site, t),
    /** For visitors without JavaScript. */
    lists: countedLists(own),
  };
}
