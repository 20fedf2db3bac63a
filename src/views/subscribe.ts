/** The page that explains feeds and calendars to people who have never heard of them. */
import { feedPathOf, pathOf } from '@/i18n/routes';
import { capitalize, label, languageName } from '@/i18n/names';
import { browseLists } from '@/site/lists/browse';
import type { ViewContext } from './frame/context';
import {
  alternatePaths,
  breadcrumbsView,
  frameView,
  type BreadcrumbsView,
  type FrameView,
} from './frame/frame';

/** A list that has a feed below it. */
interface FollowedList {
  readonly name: string;
  readonly path: string;
}

export interface SubscribeView {
  readonly frame: FrameView;
  readonly breadcrumbs: BreadcrumbsView;
  /** Absolute address of the feed of everything that is open. */
  readonly feed: string;
  /** Absolute address of its calendar. */
  readonly calendar: string;
  readonly tasks: readonly FollowedList[];
  readonly languages: readonly FollowedList[];
}

export function subscribeView(context: ViewContext): SubscribeView {
  const { t, own, siteUrl } = context;
  const { locale } = own;
  const title = t('subscribe.title');
  const everything = { to: 'section', section: 'opportunities' } as const;
  const { facets } = browseLists(own);
  const listsOf = (facet: 'task' | 'lang', nameOf: (value: string) => string): FollowedList[] =>
    (facets.find((one) => one.facet === facet)?.values ?? [])
      .filter(({ isInUse }) => isInUse)
      .map(({ value }) => ({
        name: nameOf(value),
        path: `${pathOf(locale, { to: 'browse-value', facet, value })}#follow`,
      }));
  return {
    frame: frameView(context, {
      title,
      description: t('subscribe.intro'),
      paths: alternatePaths(context, { to: 'section', section: 'subscribe' }),
      section: 'search',
    }),
    breadcrumbs: breadcrumbsView(
      context,
      [{ text: t('browse.title'), href: pathOf(locale, { to: 'browse' }) }],
      title,
    ),
    feed: new URL(feedPathOf(locale, everything, 'rss'), siteUrl).href,
    calendar: new URL(feedPathOf(locale, everything, 'calendar'), siteUrl).href,
    tasks: listsOf('task', (value) => label(t, 'task', value)),
    languages: listsOf('lang', (value) => capitalize(t, languageName(t, value))),
  };
}
