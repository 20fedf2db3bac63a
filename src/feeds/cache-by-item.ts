import type { FeedItem } from '@/views/feeds/feed-item';
import type { FeedChannel } from '@/views/feeds/feed-views';

/** Wraps a writer so that it formats each item only once: an item is in the feeds of ten lists and more. */
export function cacheByItem<Item extends FeedItem>(
  write: (item: Item, channel: Pick<FeedChannel, 'lang'>) => string,
): typeof write {
  const cached = new WeakMap<Item, { readonly lang: string; readonly text: string }>();
  return (item, { lang }) => {
    const before = cached.get(item);
    if (before?.lang === lang) return before.text;
    const text = write(item, { lang });
    cached.set(item, { lang, text });
    return text;
  };
}
