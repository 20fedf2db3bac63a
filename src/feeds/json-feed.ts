/** JSON Feed 1.1: https://www.jsonfeed.org/version/1.1/ */
import { cleanText } from '@/model/characters';
import { cacheByItem, type FeedChannel, type FeedItem } from './feed';

const line = (text: string) => cleanText(text, true).text;

const midnight = (day: string) => `${day}T00:00:00Z`;

const formatItem = cacheByItem((item: FeedItem, channel) =>
  JSON.stringify({
    id: item.id,
    url: item.url,
    title: line(item.title),
    summary: line(item.summary),
    content_html: item.html.toWellFormed(),
    date_published: midnight(item.posted),
    date_modified: midnight(item.updated),
    authors: [{ name: line(item.author) }],
    tags: item.categories.map(line),
    ...(item.lang === channel.lang ? {} : { language: item.lang }),
  }),
);

/** A list as a JSON feed, in the order given. */
export function formatJsonFeed(channel: FeedChannel, items: readonly FeedItem[]): string {
  const about = JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: line(channel.title),
    home_page_url: channel.page,
    feed_url: channel.self,
    description: line(channel.description),
    language: channel.lang,
  });
  const written = items.map((item) => formatItem(item, channel)).join(',');
  return `${about.slice(0, -1)},"items":[${written}]}\n`;
}
