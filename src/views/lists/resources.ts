/** Guides, news and networks: by kind, and again by reader. */
import { label } from '@/i18n/names';
import { audiences, resourceKinds } from '@/model/vocabularies/kinds';
import { entryCard, type EntryCard } from '@/site/cards';
import type { SiteEntry } from '@/site/site';
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
  /** The same texts by for whom they are. */
  readonly readers: readonly {
    readonly id: string;
    readonly text: string;
    readonly entries: readonly EntryCard[];
  }[];
}

export function resourcesView(context: ViewContext): ResourcesView {
  const { t, own } = context;
  const { resources } = own;
  const byReader = audiences.map((audience) => ({
    id: audience,
    text: label(t, 'audience', audience),
    entries: resources.filter(({ shared }) => shared.audiences.includes(audience)).map(entryCard),
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
    readers: byReader.filter(({ entries }) => entries.length > 0),
  };
}
