/**
 * RSS 2.0 (https://www.rssboard.org/rss-specification), with the address of the feed itself from Atom, and author and
 * language from Dublin Core: RSS's own author has to be an e-mail address, and it has no language for items.
 */
import { cleanText } from '@/model/characters';
import { lastChangeDay, cacheByItem, type FeedChannel, type FeedItem } from './feed';
import { xmlElement, escapeXml, xmlDeclaration } from './xml';

const line = (name: string, text: string, attributes = '') =>
  xmlElement(name, cleanText(text, true).text, attributes);

/** Formats a day for RSS (RFC 822): `'2026-11-02' -> 'Mon, 02 Nov 2026 00:00:00 GMT'`. */
const date = (day: string) => new Date(`${day}T00:00:00Z`).toUTCString();

const formatItem = cacheByItem((item: FeedItem, channel) =>
  [
    '<item>',
    line('title', item.title),
    line('link', item.url),
    line('guid', item.id, ' isPermaLink="false"'),
    xmlElement('pubDate', date(item.posted)),
    line('dc:creator', item.author),
    item.lang === channel.lang ? '' : line('dc:language', item.lang),
    ...item.categories.map((category) => line('category', category)),
    xmlElement('description', item.html),
    '</item>\n',
  ].join(''),
);

/** Formats a list as an RSS feed, in the given order. */
export function formatRss(channel: FeedChannel, items: readonly FeedItem[]): string {
  const changed = lastChangeDay(items);
  return [
    xmlDeclaration,
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">\n',
    '<channel>\n',
    line('title', channel.title),
    line('link', channel.page),
    line('description', channel.description),
    line('language', channel.lang),
    changed === undefined ? '' : xmlElement('lastBuildDate', date(changed)),
    `<atom:link rel="self" type="application/rss+xml" href="${escapeXml(channel.self)}"/>\n`,
    ...items.map((item) => formatItem(item, channel)),
    '</channel>\n</rss>\n',
  ].join('');
}
