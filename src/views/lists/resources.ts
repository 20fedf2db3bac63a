/** Guides, news and networks: by kind, and again by reader and by subject. */
import { label } from '@/i18n/names';
import { pathOf } from '@/i18n/routes';
import { audiences, resourceKinds } from '@/model/vocabularies/kinds';
import { entryCard, type EntryCard } from '@/site/cards';
import type { SiteEntry } from '@/site/site';
import { topicIndex } from '@/site/lists/topics';
import type { ViewContext } from '../frame/context';
import { sectionListView, type SectionListView } from './section-list';

export interface ResourcesView {
  readonly list: SectionListView;
  readonly kinds: readonly {
    readonly kind: (typeof resourceKinds)[number];
    readonly rows: readonly {
      readonly entry: EntryCard;
      readonly audiences: SiteEntry<'resource'>['shared']['audiences'];
    }[];
  }[];
  /** The same texts, found another way: for whom they are, and what they are about. */
  readonly groups: readonly {
    readonly id: 'readers' | 'topics';
    readonly parts: readonly {
      readonly id: string;
      /** The page with the opportunities on a subject. */
      readonly href: string | undefined;
      readonly text: string;
      readonly entries: readonly EntryCard[];
    }[];
  }[];
}

export function resourcesView(context: ViewContext): ResourcesView {
  const { locale, t, own } = context;
  const { resources } = own;
  const byReader = audiences.map((audience) => ({
    id: audience as string,
    href: undefined,
    text: label(t, 'audience', audience),
    entries: resources.filter(({ shared }) => shared.audiences.includes(audience)).map(entryCard),
  }));
  const byTopic = topicIndex(own).map(({ facet, value, entries }) => ({
    id: `${facet}-${value}`,
    href: pathOf(locale, { to: 'browse-value', facet, value }),
    text: label(t, facet, value),
    entries: entries.map(entryCard),
  }));
  return {
    list: sectionListView(context, 'resources'),
    kinds: resourceKinds
      .map((kind) => ({
        kind,
        rows: resources
          .filter(({ shared }) => shared.kind === kind)
          .toSorted((a, b) => (a.shared.date < b.shared.date ? 1 : -1))
          .map((resource) => ({ entry: entryCard(resource), audiences: resource.shared.audiences })),
      }))
      .filter(({ rows }) => rows.length > 0),
    groups: [
      { id: 'readers' as const, parts: byReader.filter(({ entries }) => entries.length > 0) },
      { id: 'topics' as const, parts: byTopic },
    ].filter(({ parts }) => parts.length > 0),
  };
}
