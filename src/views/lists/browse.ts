/** The ways in that need nothing but links: every facet's values, with how much is open under each. */
import { browseLists, countedLists } from '@/site/lists/browse';
import type { ViewContext } from '../frame/context';
import { frameView, alternatePaths } from '../frame/frame';

export function browseView(context: ViewContext) {
  const { t, own } = context;
  return {
    frame: frameView(context, {
      title: t('browse.title'),
      description: t('browse.intro'),
      paths: alternatePaths(context, { to: 'browse' }),
      section: 'search',
    }),
    open: browseLists(own).open.length,
    lists: countedLists(own),
  };
}
