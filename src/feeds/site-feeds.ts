/** The feeds of a language: which lists have them, and what each holds. Pure: a language's site in, files out. */
import { feedFiles, feedFormats, type FeedFormat } from '@/i18n/feed-files';
import { feedPathOf, pathOf } from '@/i18n/routes';
import { translator } from '@/i18n/translate';
import { takesApplications } from '@/model/time/lifecycle';
import type { SiteOpportunity } from '@/site/site';
import { calendar } from './calendar';
import { feedSize, type FeedChannel, type FeedItem } from './feed';
import { jsonFeed } from './json-feed';
import { opportunityLists, type ListSource } from './lists';
import { opportunityItem } from './opportunity-item';
import { rss } from './rss';

/** A feed as it is written. */
export interface FeedFile {
  /** From the root of the site: `/en/opportunities/feed.xml`. */
  readonly path: string;
  readonly text: string;
}

const writers = { rss, json: jsonFeed, calendar } satisfies Record<
  FeedFormat,
  (channel: FeedChannel, items: readonly FeedItem[]) => string
>;

/** True where there is a last day to apply that has not passed. */
const hasClosing = ({ stage, closesAt }: SiteOpportunity) =>
  takesApplications(stage) && closesAt !== undefined;

/** Opportunities whose closing date can still be met, the soonest first, as many as a calendar holds. */
function soonest(opportunities: readonly SiteOpportunity[]): SiteOpportunity[] {
  return opportunities
    .filter(hasClosing)
    .toSorted((a, b) => (a.closesAt ?? 0) - (b.closesAt ?? 0))
    .slice(0, feedSize);
}

/**
 * Every feed of a language at the address `site`: of each list in each format, its newest, or in a calendar those that
 * close soonest; and for each open opportunity with a closing date a calendar of that alone.
 */
export function* siteFeeds(source: ListSource, site: URL): Generator<FeedFile> {
  const { locale, settings } = source;
  const t = translator(locale);
  const siteName = settings?.texts.name?.value ?? t('site.name');
  // Where the content is invented, every feed says so.
  const note = settings?.shared.sample ? ` ${t('sample.note')}` : '';
  const items = new Map<SiteOpportunity, FeedItem>();
  const itemOf = (view: SiteOpportunity): FeedItem => {
    const item = items.get(view) ?? opportunityItem(view, t, site);
    items.set(view, item);
    return item;
  };
  const channelOf = (list: string, format: FeedFormat, page: string, path: string): FeedChannel => ({
    title: t('feed.title', { list, site: siteName }),
    description: t(format === 'calendar' ? 'feed.calendar.about' : 'feed.about') + note,
    lang: locale,
    page: new URL(page, site).href,
    self: new URL(path, site).href,
  });

  for (const { title, opportunities, route } of opportunityLists(source, t)) {
    for (const format of feedFormats) {
      const shown = format === 'calendar' ? soonest(opportunities) : opportunities.slice(0, feedSize);
      const path = feedPathOf(locale, route, format);
      const channel = channelOf(title, format, pathOf(locale, route), path);
      yield { path, text: writers[format](channel, shown.map(itemOf)) };
    }
  }
  for (const view of source.opportunities.filter(hasClosing)) {
    const path = view.path + feedFiles.calendar;
    yield {
      path,
      text: calendar(channelOf(itemOf(view).title, 'calendar', view.path, path), [itemOf(view)]),
    };
  }
}
