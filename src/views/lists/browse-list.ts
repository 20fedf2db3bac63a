/** The list of a facet's value, or of a task type in a language, page by page. */
import { pathOf, type BrowseFacet, type Route } from '@/i18n/routes';
import { sdgs, type Sdg } from '@/model/vocabularies/sdgs';
import { browseLists } from '@/site/lists/browse';
import { describeList, relatedLists, type BrowseGroup, type DescribedList } from '@/site/lists/browse-list';
import { openCount, opportunityCard, type OpenCount, type OpportunityCard } from '@/site/cards';
import { findDatedPage, type DatedPlace } from '@/site/lists/dated-pages';
import { facetsView } from './browse';
import type { ViewContext } from '../frame/context';
import { hashEntry, planPage, type PlannedView } from '../planned-view';
import { lastDay, pagerView, type PagerView } from './pager';
import { pageTitle } from '../frame/head-texts';
import {
  breadcrumbsView,
  frameView,
  alternatePaths,
  type BreadcrumbsView,
  type FrameView,
} from '../frame/frame';

/** The list, and the name of the page of it; the newest where there is none. */
export type BrowseListPage = BrowseGroup & { readonly page: string | undefined };

export interface BrowseListView {
  readonly frame: FrameView;
  readonly breadcrumbs: BreadcrumbsView;
  /** The name of the list. */
  readonly title: string;
  /** The same with the page after the newest. */
  readonly pageTitle: string;
  /** The list's newest page. */
  readonly route: Route;
  /** True if the list has feeds and an embed. */
  readonly isInUse: boolean;
  /** On the newest page only, like the languages: older ones would all change with them. */
  readonly open: OpenCount | undefined;
  readonly cards: readonly OpportunityCard[];
  readonly pager: PagerView | undefined;
  /** The task that all of them have, where the list is of one. */
  readonly task: string | undefined;
  /** The language of work that the list is of. */
  readonly lang: string | undefined;
  /** The languages in which a task can be done. */
  readonly languages: readonly { readonly task: string; readonly lang: string; readonly count: number }[];
  /** Other lists to look at, if this one is empty. */
  readonly elsewhere: readonly { readonly href: string; readonly text: string; readonly count: number }[];
  readonly sdg: Sdg | undefined;
}

/** Plans the view of a page of a browse list. What it is made from is all in its key; of opportunities that is the row. */
export function planBrowseList(context: ViewContext, list: BrowseListPage): PlannedView<BrowseListView> {
  const { t, own } = context;
  const browse = browseLists(own);
  const described = describeList(t, browse, list);
  const { opportunities, isInUse } = described;
  const place = findDatedPage(opportunities, list.page);
  const { page, newer, older } = place;
  const isNewest = page.until === undefined;
  const task = onlyValue(list, 'task');
  const data = {
    open: isNewest ? openCount(opportunities) : undefined,
    languages:
      task === undefined || !isNewest
        ? []
        : facetsView(own).taskLanguages.filter((pair) => pair.task === task && pair.count > 0),
    elsewhere: opportunities.length > 0 ? [] : relatedLists(t, browse, list),
  };
  const cards = page.opportunities.map(opportunityCard);
  const posted = page.opportunities.map(({ shared }) => shared.posted);
  return planPage(
    context,
    [list, isInUse, newer?.until, older?.until, posted.at(0), posted.at(-1), cards.map(hashEntry), data],
    () => makeView(context, { list, described, place, cards, ...data }),
  );
}

/** The view of a page of a browse list. */
export const browseListView = (context: ViewContext, list: BrowseListPage): BrowseListView =>
  planBrowseList(context, list).make();

/** The value of the facet, if the list is of that alone. */
const onlyValue = (list: BrowseGroup, facet: BrowseFacet) =>
  list.kind === 'value' && list.facet === facet ? list.value : undefined;

interface ViewData extends Pick<BrowseListView, 'open' | 'cards' | 'languages' | 'elsewhere'> {
  readonly list: BrowseGroup;
  readonly described: DescribedList;
  readonly place: DatedPlace;
}

function makeView(context: ViewContext, { list, described, place, ...rest }: ViewData): BrowseListView {
  const { locale, t } = context;
  const { title, opportunities, isInUse, route } = described;
  const { page } = place;
  const isNewest = page.until === undefined;
  const named = pageTitle(t, title, lastDay(page));
  const task = onlyValue(list, 'task');
  return {
    frame: frameView(context, {
      title,
      page: lastDay(page),
      description: isNewest ? `${named}. ${t.count('browse.count', opportunities.length)}.` : `${named}.`,
      paths: alternatePaths(context, route(page.until)),
      section: 'search',
      band: task,
      noindex: opportunities.length === 0,
    }),
    breadcrumbs: breadcrumbsView(
      context,
      [{ text: t('browse.title'), href: pathOf(locale, { to: 'browse' }) }],
      title,
    ),
    title,
    pageTitle: named,
    route: route(),
    isInUse,
    ...rest,
    pager: pagerView(locale, place, route),
    task: list.kind === 'value' ? task : list.task,
    lang: list.kind === 'value' ? onlyValue(list, 'lang') : list.lang,
    sdg: sdgs.find((goal) => goal === onlyValue(list, 'sdg')),
  };
}
