/** The feeds of a language: its lists in each format. */
import { feedFormats, type FeedFormat } from '@/i18n/feed-files';
import { feedPathOf, feedStylePath, pathOf } from '@/i18n/routes';
import { acceptsApplications } from '@/model/time/lifecycle';
import { opportunityLists } from '@/site/lists/opportunity-lists';
import type { SiteOpportunity } from '@/site/site';
import { siteName, type SiteContext } from '../frame/context';
import { hashEntry, planView, type PlannedView } from '../planned-view';
import { createFeedItem, type FeedItem } from './feed-item';

/** Everything that a feed's file shows. */
export interface FeedView {
  /** From the root of the site: `/en/opportunities/feed.xml`. */
  readonly path: string;
  readonly format: FeedFormat;
  readonly channel: FeedChannel;
  /** The newest first; in a calendar those that close soonest. */
  readonly items: readonly FeedItem[];
}

/** A feed that is made only if it is needed. */
export type PlannedFeed = PlannedView<FeedView> & Pick<FeedView, 'path'>;

/**
 * The maximum number of items. The busiest year on record had 17,370 assignments, 48 a day: daily readers miss none,
 * even of all of them, and a feed stays below 12 kB compressed.
 */
const maxFeedItems = 50;

/** True where the closing date is in the future. */
export const hasClosing = ({ stage, closesAt }: SiteOpportunity) =>
  acceptsApplications(stage) && closesAt !== undefined;

/** Opportunities with a future closing date, the soonest first, as many as a calendar has. */
function soonest(opportunities: readonly SiteOpportunity[]): SiteOpportunity[] {
  return opportunities
    .filter(hasClosing)
    .toSorted((a, b) => (a.closesAt ?? 0) - (b.closesAt ?? 0))
    .slice(0, maxFeedItems);
}

/** Creates the metadata of a feed, from the name of its list, and the paths of its page and its own. */
function createChannel(
  context: SiteContext,
  { list, format, page, path }: Pick<FeedView, 'format' | 'path'> & { list: string; page: string },
) {
  const { t, own, siteUrl } = context;
  // Where the content is invented, every feed says so.
  const note = own.settings?.shared.sample ? ` ${t('sample.note')}` : '';
  return {
    title: t('feed.title', { list, site: siteName(context) }),
    description: t(format === 'calendar' ? 'feed.calendar.about' : 'feed.about') + note,
    /** BCP 47 */
    lang: own.locale as string,
    /** Absolute address of the page that shows the list. */
    page: new URL(page, siteUrl).href,
    /** Absolute address of the feed itself. */
    self: new URL(path, siteUrl).href,
    /** The path of the style sheet for browsers, from the root. */
    style: feedStylePath(own.locale),
  };
}

export type FeedChannel = Readonly<ReturnType<typeof createChannel>>;

/** Plans a feed of a list that is made from these data. */
export function planFeed(
  context: SiteContext,
  feed: Parameters<typeof createChannel>[1],
  data: unknown,
  items: () => readonly FeedItem[],
): PlannedFeed {
  const { path, format } = feed;
  const plan = planView(context, data, (): FeedView => ({
    path,
    format,
    channel: createChannel(context, feed),
    items: items(),
  }));
  return { ...plan, path };
}

/**
 * Plans the view of every feed of a language: for each list in use, in each of its formats, the newest, or in a calendar
 * those that close soonest. Feeds share their items.
 */
export function* planFeeds(context: SiteContext): Generator<PlannedFeed> {
  const { own } = context;
  const { locale } = own;
  const items = new Map<SiteOpportunity, FeedItem>();
  const feedItem = (view: SiteOpportunity): FeedItem => {
    const item = items.get(view) ?? createFeedItem(view, context);
    items.set(view, item);
    return item;
  };
  for (const { title: list, opportunities, route } of opportunityLists(own)) {
    for (const format of feedFormats) {
      const shown = format === 'calendar' ? soonest(opportunities) : opportunities.slice(0, maxFeedItems);
      const path = feedPathOf(locale, route, format);
      const page = pathOf(locale, route);
      const data = [format, path, page, list, shown.map(hashEntry)];
      yield planFeed(context, { list, format, page, path }, data, () => shown.map(feedItem));
    }
  }
}
