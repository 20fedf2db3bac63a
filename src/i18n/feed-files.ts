/** Feeds stand beside the page whose list they hold, under these names. Apart from the routes: the browser reads it. */
export const feedFiles = {
  rss: 'feed.xml',
  calendar: 'calendar.ics',
} as const;

export type FeedFormat = keyof typeof feedFiles;

export const feedFormats = Object.keys(feedFiles) as readonly FeedFormat[];

/** The address by which calendars subscribe: `https://example.org/a.ics -> webcal://example.org/a.ics`. */
export const webcalAddress = (url: string) => url.replace(/^https?:/, 'webcal:');

/** Media types: RSS has none that is registered, and this is what readers look for; RFC 5545. */
export const feedTypes: Readonly<Record<FeedFormat, string>> = {
  rss: 'application/rss+xml',
  calendar: 'text/calendar',
};
