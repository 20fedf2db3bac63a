/** The content of a feed in any format. Everything here is plain data: the same items always give the same text. */

/** One entry of a feed. Texts may contain anything: the writers escape them. */
export interface FeedItem {
  /** Never changes, even if title and address do: a reader that has seen the item won't show it again. */
  readonly id: string;
  /** Absolute address of its page. */
  readonly url: string;
  readonly title: string;
  /** Plain text. */
  readonly summary: string;
  /** Safe HTML, displayed below the title. */
  readonly html: string;
  /** The organization. */
  readonly author: string;
  readonly categories: readonly string[];
  /** BCP 47, of the title and the summary. */
  readonly lang: string;
  /** `YYYY-MM-DD` */
  readonly posted: string;
  /** `YYYY-MM-DD` */
  readonly updated: string;
  /** For calendars; missing where it is open-ended or accepts no applications. */
  readonly closing?: Closing | undefined;
}

/** The end of the time to apply. */
export interface Closing {
  /** The first instant (ms) at which it is closed. */
  readonly at: number;
  /** The event's id, which never changes in any calendar. */
  readonly uid: string;
  /** The event's title. */
  readonly title: string;
}

/** The metadata of a feed. */
export interface FeedChannel {
  readonly title: string;
  readonly description: string;
  /** BCP 47 */
  readonly lang: string;
  /** Absolute address of the page that shows the list. */
  readonly page: string;
  /** Absolute address of the feed itself. */
  readonly self: string;
}

/**
 * The maximum number of items. The busiest year on record had 17,370 assignments, 48 a day: daily readers miss none,
 * even of all of them, and a feed stays below 12 kB compressed.
 */
export const maxFeedItems = 50;

/** The day (`YYYY-MM-DD`) of the last change in a feed; undefined for an empty one. */
export function lastChangeDay(items: readonly FeedItem[]): string | undefined {
  return items.reduce<string | undefined>(
    (newest, { updated }) => (newest === undefined || updated > newest ? updated : newest),
    undefined,
  );
}

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
