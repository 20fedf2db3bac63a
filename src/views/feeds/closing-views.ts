/** The closing date of each open opportunity as a calendar: one file, with its texts in every language it has. */
import { closingPath } from '@/i18n/data-files';
import type { SiteOpportunity } from '@/site/site';
import type { SiteContext } from '../frame/context';
import { createFeedItem, type FeedItem } from './feed-item';
import { hashEntry } from '../planned-view';
import { hasClosing, planFeed, type PlannedFeed } from './feed-views';

interface Localized {
  readonly context: SiteContext;
  readonly view: SiteOpportunity;
}

/** The languages that an opportunity is translated into, the one it was written in first; else the site's first. */
function ownLanguages(all: readonly Localized[]): readonly Localized[] {
  const isOriginal = ({ view, context }: Localized) => view.shared.originalLanguage === context.own.locale;
  const translated = all.filter(({ view }) => view.translated);
  return translated.length === 0
    ? all.slice(0, 1)
    : [...translated.filter(isOriginal), ...translated.filter((one) => !isOriginal(one))];
}

/** An event has one title and one description: with the texts of every language, each reader finds their own. */
function joinLanguages([main, ...others]: readonly [FeedItem, ...FeedItem[]]): FeedItem {
  const joined = (part: 'title' | 'description', separator: string) =>
    [...new Set([main, ...others].map(({ closing }) => closing?.[part] ?? ''))].join(separator);
  return {
    ...main,
    closing: main.closing && {
      ...main.closing,
      title: joined('title', ' · '),
      description: joined('description', '\n\n'),
    },
  };
}

/** Plans the calendars of all languages together. */
export function* planClosings(contexts: readonly SiteContext[]): Generator<PlannedFeed> {
  const byId = Map.groupBy(
    contexts.flatMap((context) =>
      context.own.opportunities.filter(hasClosing).map((view): Localized => ({ context, view })),
    ),
    ({ view }) => view.id,
  );
  for (const [id, all] of byId) {
    const [main, ...others] = ownLanguages(all);
    if (!main) continue;
    const data = [main, ...others].map(({ context, view }) => [context.own.locale, hashEntry(view)]);
    const { context, view } = main;
    const feed = {
      list: view.texts.title.value,
      format: 'calendar',
      page: view.path,
      path: closingPath(id),
    } as const;
    yield planFeed(context, feed, data, () => {
      const item = createFeedItem(view, context);
      return [joinLanguages([item, ...others.map((other) => createFeedItem(other.view, other.context))])];
    });
  }
}
