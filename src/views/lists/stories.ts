/** All stories, newest first. */
import { entryCard, type EntryCard } from '@/site/cards';
import type { ViewContext } from '../frame/context';
import { sectionListView, type SectionListView } from './section-list';

export interface StoriesView {
  readonly list: SectionListView;
  readonly rows: readonly {
    readonly entry: EntryCard;
    readonly firstName: string;
    readonly country: string;
  }[];
}

export function storiesView(context: ViewContext): StoriesView {
  return {
    list: sectionListView(context, 'stories'),
    rows: context.own.stories
      .toSorted((a, b) => (a.shared.date < b.shared.date ? 1 : -1))
      .map((story) => ({
        entry: entryCard(story),
        firstName: story.shared.firstName,
        country: story.shared.country,
      })),
  };
}
