/**
 * RSS 2.0 (https://www.rssboard.org/rss-specification), with the address of the feed itself and the day of an item's last
 * change from Atom and, from Dublin Core, who asks and in what language: RSS's own author has to be an e-mail address, and
 * it knows no item's language or change. An item that changed keeps its name and its date: with another name readers would
 * show it twice.
 */
import { cacheByObject } from '@/model/cache-by-object';
import { oneLine } from '@/model/characters';
import { html, Html, xmlDeclaration } from '@/model/html';
import type { FeedItem } from '@/views/feeds/feed-item';
import type { FeedChannel } from '@/views/feeds/feed-views';

/** A day as Atom dates it (RFC 3339): `'2026-11-20' -> '2026-11-20T00:00:00Z'`. */
const midnight = (day: string) => `${day}T00:00:00Z`;

/** A day as RSS dates it (RFC 822): `'2026-11-02' -> 'Mon, 02 Nov 2026 00:00:00 GMT'`. */
const date = (day: string) => new Date(`${day}T00:00:00Z`).toUTCString();

const itemOf = cacheByObject(
  (item: FeedItem) =>
    html`<item>${[
      html`<title>${oneLine(item.title)}</title>`,
      html`<link>${oneLine(item.url)}</link>`,
      html`<guid isPermaLink="false">${oneLine(item.id)}</guid>`,
      html`<pubDate>${date(item.posted)}</pubDate>`,
      item.updated > item.posted ? html`<atom:updated>${midnight(item.updated)}</atom:updated>` : undefined,
      html`<dc:creator>${oneLine(item.author)}</dc:creator>`,
      item.language && html`<dc:language>${item.language}</dc:language>`,
      item.categories.map((category) => html`<category>${oneLine(category)}</category>`),
      // HTML, as readers take it; in a browser the style sheet shows this, and hides the other.
      html`<description>${html`${item.summary}`.text}</description>`,
      html`<content:encoded>${item.html}</content:encoded>`,
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
  return html`${xmlDeclaration}<?xml-stylesheet type="text/css" href="${channel.style}"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel>
${[
  html`<title>${oneLine(channel.title)}</title>`,
  html`<link>${oneLine(channel.page)}</link>`,
  html`<description>${oneLine(channel.description)}</description>`,
  html`<language>${oneLine(channel.lang)}</language>`,
  changed === undefined ? undefined : html`<lastBuildDate>${date(changed)}</lastBuildDate>`,
]}<atom:link rel="self" type="application/rss+xml" href="${channel.self}"/>
${items.map((item) => new Html(itemOf(item)))}</channel>
</rss>
`.text;
}
