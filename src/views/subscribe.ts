/** The page that explains feeds and calendars to people who have never heard of them. */
import { feedPathOf, pathOf } from '@/i18n/routes';
import { browseLists } from '@/site/lists/browse';
import type { ViewContext } from './frame/context';
import { sectionFrame } from './frame/frame';

export function subscribeView(context: ViewContext) {
  const { t, own, siteUrl } = context;
  const { locale } = own;
  const everything = { to: 'section', section: 'opportunities' } as const;
  const listsOf = (wanted: 'task' | 'lang') =>
    browseLists(own)
      .lists.filter(({ facet, lang, isInUse }) => facet === wanted && lang === undefined && isInUse)
      .map(({ text, route }) => ({ text, href: `${pathOf(locale, route())}#follow` }));
  return {
    frame: sectionFrame(context, 'subscribe', 'subscribe', {
      section: 'search',
      crumbs: [{ text: t('browse.title'), href: pathOf(locale, { to: 'browse' }) }],
    }),
    feed: new URL(feedPathOf(locale, everything, 'rss'), siteUrl).href,
    calendar: new URL(feedPathOf(locale, everything, 'calendar'), siteUrl).href,
    tasks: listsOf('task'),
    languages: listsOf('lang'),
  };
}
