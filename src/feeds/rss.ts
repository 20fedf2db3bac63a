/**
 * RSS 2.0 (https://www.rssboard.org/rss-specification), with the address of the feed itself and the day of an item's last
 * change from Atom and, from Dublin Core, who asks and in what language: RSS's own author has to be an e-mail address, and
 * it knows no item's language or change. An item that changed keeps its name and its date: with another name readers would
 * show it twice.
 */
import { oneLine } from '@/model/characters';
import { html, Html } from '@/model/html';
import type { FeedItem } from '@/views/feeds/feed-item';
import type { FeedChannel } from '@/views/feeds/feed-views';
import { cacheByItem } from './cache-by-item';
import { xml, xmlDeclaration } from './xml';

/** A day as Atom dates it (RFC 3339): `'2026-11-20' -> '2026-11-20T00:00:00Z'`. */
const midnight = (day: string) => `${day}T00:00:00Z`;

/** A day as RSS dates it (RFC 822): `'2026-11-02' -> 'Mon, 02 Nov 2026 00:00:00 GMT'`. */
const date = (day: string) => new Date(`${day}T00:00:00Z`).toUTCString();

const itemOf = cacheByItem(
  (item: FeedItem, channel) =>
    xml`<item>${[
      xml`<title>${oneLine(item.title)}</title>`,
      xml`<link>${oneLine(item.url)}</link>`,
      xml`<guid isPermaLink="false">${oneLine(item.id)}</guid>`,
      xml`<pubDate>${date(item.posted)}</pubDate>`,
      item.updated > item.posted ? xml`<atom:updated>${midnight(item.updated)}</atom:updated>` : undefined,
      xml`<dc:creator>${oneLine(item.author)}</dc:creator>`,
      item.lang === channel.lang ? undefined : xml`<dc:language>${oneLine(item.lang)}</dc:language>`,
      item.categories.map((category) => xml`<category>${oneLine(category)}</category>`),
      // HTML, as readers take it; in a browser the style sheet shows this, and hides the other.
      xml`<description>${html`${item.summary}`.text}</description>`,
      xml`<content:encoded>${item.html}</content:encoded>`,
    ]}</item>\n`.text,
);

/** The day (`YYYY-MM-DD`) of the last change; undefined for an empty one. */
function lastChangeDay(items: readonly FeedItem[]): string | undefined {
  return items.reduce<string | undefined>(
    (newest, { updated }) => (newest === undefined || updated > newest ? updated : newest),
    undefined,
  );
}

/** A list as an RSS feed, in the order given. */
export function formatRss(channel: FeedChannel, items: readonly FeedItem[]): string {
  const changed = lastChangeDay(items);
  return xml`${xmlDeclaration}<?xml-stylesheet type="text/css" href="${channel.style}"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel>
${[
  xml`<title>${oneLine(channel.title)}</title>`,
  xml`<link>${oneLine(channel.page)}</link>`,
  xml`<description>${oneLine(channel.description)}</description>`,
  xml`<language>${oneLine(channel.lang)}</language>`,
  changed === undefined ? undefined : xml`<lastBuildDate>${date(changed)}</lastBuildDate>`,
]}<atom:link rel="self" type="application/rss+xml" href="${channel.self}"/>
${items.map((item) => new Html(itemOf(item, channel)))}</channel>
</rss>
`.text;
}
