/** Every organization from A to Z, page by page. */
import { organizationCard, type OrganizationCard } from '@/site/cards';
import { pageCount, slicePage } from '@/site/lists/list-pages';
import { organizationsByName, type OrganizationsByName } from '@/site/lists/organizations';
import type { ViewContext } from '../frame/context';
import { sectionListView, type SectionListView } from './section-list';

export interface OrganizationsView {
  readonly list: SectionListView;
  /** All letters in use, with the page on which each begins. */
  readonly letters: OrganizationsByName['letters'];
  /** The organizations of this page, by letter. */
  readonly groups: readonly {
    readonly letter: string;
    readonly rows: readonly { readonly organization: OrganizationCard; readonly open: number }[];
  }[];
  /** Counted from 1. */
  readonly page: number;
  readonly pages: number;
}

export function organizationsView(context: ViewContext, page: number): OrganizationsView {
  const { named, letters } = organizationsByName(context.own);
  const byLetter = Map.groupBy(slicePage(named, page), ({ letter }) => letter);
  return {
    list: sectionListView(context, 'organizations', { name: page, title: page }),
    letters,
    groups: [...byLetter].map(([letter, own]) => ({
      letter,
      rows: own.map(({ organization, open }) => ({
        organization: organizationCard(organization, context.site.pictures),
        open,
      })),
    })),
    page,
    pages: pageCount(named.length),
  };
}
