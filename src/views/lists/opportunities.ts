/** Every open opportunity, page by page. */
import type { Route } from '@/i18n/routes';
import { browseLists } from '@/site/lists/browse';
import { openCount, opportunityCard, type OpenCount, type OpportunityCard } from '@/site/cards';
import { findDatedPage } from '@/site/lists/dated-pages';
import type { ViewContext } from '../frame/context';
import { lastDay, pagerView, type PagerView } from './pager';
import { sectionListView, type SectionListView } from './section-list';

export interface OpportunitiesView {
  readonly list: SectionListView;
  /** On the newest page only: older ones would all change with it. */
  readonly open: OpenCount | undefined;
  readonly cards: readonly OpportunityCard[];
  readonly pager: PagerView | undefined;
}

/** The view of the newest page, or of an older one by its name. */
export function opportunitiesView(context: ViewContext, until: string | undefined): OpportunitiesView {
  const { open } = browseLists(context.own);
  const place = findDatedPage(open, until);
  const { page } = place;
  const route = (other: string | undefined): Route => ({
    to: 'section',
    section: 'opportunities',
    page: other,
  });
  return {
    list: sectionListView(context, 'opportunities', { name: page.until, title: lastDay(page) }),
    open: page.until === undefined ? openCount(open) : undefined,
    cards: page.opportunities.map(opportunityCard),
    pager: pagerView(context.locale, place, route),
  };
}
