/** Every open opportunity, page by page. */
import { browseLists } from '@/site/lists/browse';
import { openCount, opportunityCard, type OpenCount, type OpportunityCard } from '@/site/cards';
import { pageCount, slicePage } from '@/site/lists/list-pages';
import type { ViewContext } from '../frame/context';
import { sectionListView, type SectionListView } from './section-list';

export interface OpportunitiesView {
  readonly list: SectionListView;
  readonly open: OpenCount;
  readonly cards: readonly OpportunityCard[];
  /** Counted from 1. */
  readonly page: number;
  readonly pages: number;
}

export function opportunitiesView(context: ViewContext, page: number): OpportunitiesView {
  const { open } = browseLists(context.own);
  return {
    list: sectionListView(context, 'opportunities', page),
    open: openCount(open),
    cards: slicePage(open, page).map(opportunityCard),
    page,
    pages: pageCount(open.length),
  };
}
