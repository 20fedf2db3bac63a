/** JSON Feed 1.1: https://www.jsonfeed.org/version/1.1/ */
import { cacheByObject } from '@/model/cache-by-object';
import { oneLine } from '@/model/characters';
import type { FeedItem } from '@/views/feeds/feed-item';
import type { FeedChannel } from '@/views/feeds/feed-views';

const midnight = (day: string) => `${day}T00:00:00Z`;

const itemOf = cacheByObject((item: FeedItem) =>
  JSON.stringify({
    id: item.id,
    url: item.url,
    title: oneLine(item.title),
    summary: oneLine(item.summary),
    content_html: item.html.toWellFormed(),
    date_published: midnight(item.posted),
    date_modified: midnight(item.updated),
    authors: [{ name: oneLine(item.author) }],
    tags: item.categories.map(oneLine),
    language: item.language,
  }),
);

/** A list as a JSON feed, in the order given. */
export function formatJsonFeed(channel: FeedChannel, items: readonly FeedItem[]): string {
  const about = JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: oneLine(channel.title),
    home_page_url: channel.page,
    feed_url: channel.self,
    description: oneLine(channel.description),
    language: channel.lang,
  });
  const written = items.map(itemOf).join(',');
  return `${about.slice(0, -1)},"items":[${written}]}\n`;
}
