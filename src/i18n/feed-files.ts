/** Feeds stand beside the page whose list they hold, under these names. Apart from the routes: the browser reads it. */
export const feedFiles = {
  rss: 'feed.xml',
  json: 'feed.json',
  calendar: 'calendar.ics',
} as const;

export type FeedFormat = keyof typeof feedFiles;

/** The formats of the list of everything that is open, and those of every other list. */
export const feedFormats = Object.keys(feedFiles) as readonly FeedFormat[];
export const listFormats: readonly FeedFormat[] = ['rss', 'calendar'];

/** The address by which calendars subscribe: `https://example.org/a.ics -> webcal://example.org/a.ics`. */
export const webcalAddress = (url: string) => url.replace(/^https?:/, 'webcal:');

/** Media types: RSS has none that is registered, and this is what readers look for; RFC 8259 and JSON Feed 1.1; RFC 5545. */
export const feedTypes: Readonly<Record<FeedFormat, string>> = {
  rss: 'application/rss+xml',
  json: 'application/feed+json',
  calendar: 'text/calendar',
};
