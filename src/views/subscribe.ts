/** The page that explains feeds and calendars to people who have never heard of them. */
import { feedPathOf, pathOf } from '@/i18n/routes';
import { capitalize, label, languageName } from '@/i18n/names';
import { browseLists } from '@/site/lists/browse';
import type { ViewContext } from './frame/context';
import { sectionFrame } from './frame/frame';

export function subscribeView(context: ViewContext) {
  const { t, own, siteUrl } = context;
  const { locale } = own;
  const everything = { to: 'section', section: 'opportunities' } as const;
  const { facets } = browseLists(own);
  const listsOf = (facet: 'task' | 'lang', nameOf: (value: string) => string) =>
    (facets.find((one) => one.facet === facet)?.values ?? [])
      .filter(({ isInUse }) => isInUse)
      .map(({ value }) => ({
        name: nameOf(value),
        path: `${pathOf(locale, { to: 'browse-value', facet, value })}#follow`,
      }));
  return {
    frame: sectionFrame(context, 'subscribe', 'subscribe', {
      section: 'search',
      crumbs: [{ text: t('browse.title'), href: pathOf(locale, { to: 'browse' }) }],
    }),
    feed: new URL(feedPathOf(locale, everything, 'rss'), siteUrl).href,
    calendar: new URL(feedPathOf(locale, everything, 'calendar'), siteUrl).href,
    tasks: listsOf('task', (value) => label(t, 'task', value)),
    languages: listsOf('lang', (value) => capitalize(t, languageName(t, value))),
  };
}
