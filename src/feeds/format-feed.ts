/** Formats a feed's view as its file. */
import type { FeedFormat } from '@/i18n/feed-files';
import type { FeedItem } from '@/views/feeds/feed-item';
import type { FeedChannel, FeedView } from '@/views/feeds/feed-views';
import { formatCalendar } from './calendar';
import { formatRss } from './rss';

/** A feed's file. */
interface FeedFile {
  /** From the root of the site. */
  readonly path: string;
  readonly text: string;
}

const writers = { rss: formatRss, calendar: formatCalendar } satisfies Record<
  FeedFormat,
  (channel: FeedChannel, items: readonly FeedItem[]) => string
>;

/** The file of a feed. */
export function formatFeed({ path, format, channel, items }: FeedView): FeedFile {
  return { path, text: writers[format](channel, items) };
}
