/** The feeds of a language: its lists, and the content of each feed. Pure: a language's site in, files out. */
import { feedFiles, feedFormats, type FeedFormat } from '@/i18n/feed-files';
import { feedPathOf, pathOf } from '@/i18n/routes';
import { translator } from '@/i18n/translate';
import { acceptsApplications } from '@/model/time/lifecycle';
import type { SiteOpportunity } from '@/site/site';
import { formatCalendar } from './calendar';
import { maxFeedItems, type FeedChannel, type FeedItem } from './feed';
import { formatJsonFeed } from './json-feed';
import { opportunityLists, type ListSource } from './opportunity-lists';
import { createFeedItem } from './opportunity-item';
import { formatRss } from './rss';

/** A feed's file. */
export interface FeedFile {
  /** From the root of the site: `/en/opportunities/feed.xml`. */
  readonly path: string;
  readonly text: string;
}

const writers = { rss: formatRss, json: formatJsonFeed, calendar: formatCalendar } satisfies Record<
  FeedFormat,
  (channel: FeedChannel, items: readonly FeedItem[]) => string
>;

/** True if the closing date is in the future. */
const hasClosing = ({ stage, closesAt }: SiteOpportunity) =>
  acceptsApplications(stage) && closesAt !== undefined;

/** Opportunities with a future closing date, the soonest first, as many as a calendar has. */
function soonest(opportunities: readonly SiteOpportunity[]): SiteOpportunity[] {
  return opportunities
    .filter(hasClosing)
    .toSorted((a, b) => (a.closesAt ?? 0) - (b.closesAt ?? 0))
    .slice(0, maxFeedItems);
}

/**
 * Generates every feed of a language for the address `site`: for each list in each format the newest, or in a calendar
 * those that close soonest; and for each open opportunity with a closing date a calendar of its own.
 */
export function* siteFeeds(source: ListSource, site: URL): Generator<FeedFile> {
  const { locale, settings } = source;
  const t = translator(locale);
  const siteName = settings?.texts.name?.value ?? t('site.name');
  // Where the content is invented, every feed says so.
  const note = settings?.shared.sample ? ` ${t('sample.note')}` : '';
  const items = new Map<SiteOpportunity, FeedItem>();
  const feedItem = (view: SiteOpportunity): FeedItem => {
    const item = items.get(view) ?? createFeedItem(view, t, site);
    items.set(view, item);
    return item;
  };
  const createChannel = (list: string, format: FeedFormat, page: string, path: string): FeedChannel => ({
    title: t('feed.title', { list, site: siteName }),
    description: t(format === 'calendar' ? 'feed.calendar.about' : 'feed.about') + note,
    lang: locale,
    page: new URL(page, site).href,
    self: new URL(path, site).href,
  });

  for (const { title, opportunities, route } of opportunityLists(source, t)) {
    for (const format of feedFormats) {
      const shown = format === 'calendar' ? soonest(opportunities) : opportunities.slice(0, maxFeedItems);
      const path = feedPathOf(locale, route, format);
      const channel = createChannel(title, format, pathOf(locale, route), path);
      yield { path, text: writers[format](channel, shown.map(feedItem)) };
    }
  }
  for (const view of source.opportunities.filter(hasClosing)) {
    const path = view.path + feedFiles.calendar;
    yield {
      path,
      text: formatCalendar(createChannel(feedItem(view).title, 'calendar', view.path, path), [
        feedItem(view),
      ]),
    };
  }
}
