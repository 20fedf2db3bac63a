/**
 * RSS 2.0 (https://www.rssboard.org/rss-specification), with the address of the feed itself from Atom and, from Dublin
 * Core, who asks and in what language: RSS's own author has to be an e-mail address, and it knows no item's language.
 */
import { cleanText } from '@/model/characters';
import { lastChange, writtenOnce, type FeedChannel, type FeedItem } from './feed';
import { element, escapeXml, xmlDeclaration } from './xml';

const line = (name: string, text: string, attributes = '') =>
  element(name, cleanText(text, true).text, attributes);

/** A day as RSS dates it (RFC 822): `'2026-11-02' -> 'Mon, 02 Nov 2026 00:00:00 GMT'`. */
const date = (day: string) => new Date(`${day}T00:00:00Z`).toUTCString();

const itemOf = writtenOnce((item: FeedItem, channel) =>
  [
    '<item>',
    line('title', item.title),
    line('link', item.url),
    line('guid', item.id, ' isPermaLink="false"'),
    element('pubDate', date(item.posted)),
    line('dc:creator', item.author),
    item.lang === channel.lang ? '' : line('dc:language', item.lang),
    ...item.categories.map((category) => line('category', category)),
    element('description', item.html),
    '</item>\n',
  ].join(''),
);

/** A list as an RSS feed, in the order given. */
export function rss(channel: FeedChannel, items: readonly FeedItem[]): string {
  const changed = lastChange(items);
  return [
    xmlDeclaration,
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">\n',
    '<channel>\n',
    line('title', channel.title),
    line('link', channel.page),
    line('description', channel.description),
    line('language', channel.lang),
    changed === undefined ? '' : element('lastBuildDate', date(changed)),
    `<atom:link rel="self" type="application/rss+xml" href="${escapeXml(channel.self)}"/>\n`,
    ...items.map((item) => itemOf(item, channel)),
    '</channel>\n</rss>\n',
  ].join('');
}
