/** The search page. */
import { buildSearchProps } from '@/search/page/build-search-props';
import type { SearchProps } from '@/search/page/search-props';
import { facetsView, type FacetsView } from './lists/browse';
import type { ViewContext } from './frame/context';
import { frameView, alternatePaths, type FrameView } from './frame/frame';

export interface SearchView {
  readonly frame: FrameView;
  readonly search: SearchProps;
  /** For visitors without JavaScript. */
  readonly browse: FacetsView;
}

export function searchView(context: ViewContext): SearchView {
  const { t, site, own } = context;
  return {
    frame: frameView(context, {
      title: t('search.title'),
      description: t('search.description'),
      paths: alternatePaths(context, { to: 'section', section: 'search' }),
      section: 'search',
    }),
    search: buildSearchProps(site, t),
    browse: facetsView(own),
  };
}
