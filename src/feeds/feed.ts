/** What a feed holds, whatever its format. Everything here is plain data: the same items always give the same text. */

/** One entry of a feed. Texts may hold anything: the writers keep them text. */
export interface FeedItem {
  /** The same for good, whatever becomes of title and address: a reader that has seen it won't show it again. */
  readonly id: string;
  /** Absolute address of its page. */
  readonly url: string;
  readonly title: string;
  /** Plain words. */
  readonly summary: string;
  /** Safe HTML: what a reader shows below the title. */
  readonly html: string;
  /** Who asks. */
  readonly author: string;
  readonly categories: readonly string[];
  /** BCP 47, of the title and the summary. */
  readonly lang: string;
  /** `YYYY-MM-DD` */
  readonly posted: string;
  /** `YYYY-MM-DD` */
  readonly updated: string;
  /** For calendars; missing where it has no end or takes no applications. */
  readonly closing?: Closing | undefined;
}

/** The end of the time to apply. */
export interface Closing {
  /** The first instant (ms) at which it is closed. */
  readonly at: number;
  /** The event's name, the same for good in every calendar. */
  readonly uid: string;
  /** What the calendar shows. */
  readonly title: string;
}

/** What a feed says about itself. */
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
 * So many items at most. The busiest year on record had 17,370 assignments, 48 a day: whoever looks once a day misses
 * none, even of all of them, and a feed stays below 12 kB on the line.
 */
export const feedSize = 50;

/** The day (`YYYY-MM-DD`) on which something in a feed last changed; undefined where there is nothing. */
export function lastChange(items: readonly FeedItem[]): string | undefined {
  return items.reduce<string | undefined>(
    (newest, { updated }) => (newest === undefined || updated > newest ? updated : newest),
    undefined,
  );
}

/**
 * A writer of items that writes each once: it stands in the feeds of ten lists and more. What was written goes with the
 * item.
 */
export function writtenOnce<Item extends FeedItem>(
  write: (item: Item, channel: Pick<FeedChannel, 'lang'>) => string,
): typeof write {
  const written = new WeakMap<Item, { readonly lang: string; readonly text: string }>();
  return (item, { lang }) => {
    const before = written.get(item);
    if (before?.lang === lang) return before.text;
    const text = write(item, { lang });
    written.set(item, { lang, text });
    return text;
  };
}
