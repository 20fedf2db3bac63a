/** The list of a facet's value, or of a task type in a language, page by page. */
import type { BrowseFacet, Route } from '@/i18n/routes';
import { sdgs, type Sdg } from '@/model/vocabularies/sdgs';
import { browseLists } from '@/site/lists/browse';
import { describeList, relatedLists, type BrowseGroup } from '@/site/lists/browse-list';
import { openCount, opportunityCard, type OpenCount, type OpportunityCard } from '@/site/cards';
import { pageCount, slicePage } from '@/site/lists/list-pages';
import { facetsView } from './browse';
import type { ViewContext } from '../frame/context';
import { numberedTitle } from '../frame/head-texts';
import {
  breadcrumbsView,
  frameView,
  alternatePaths,
  type BreadcrumbsView,
  type FrameView,
} from '../frame/frame';
import { pathOf } from '@/i18n/routes';

/** The list, and the page of it. */
export type BrowseListPage = BrowseGroup & { readonly page: number };

export interface BrowseListView {
  readonly frame: FrameView;
  readonly breadcrumbs: BreadcrumbsView;
  /** The name of the list. */
  readonly title: string;
  /** The same with the number of the page after the first. */
  readonly pageTitle: string;
  /** The list's first page. */
  readonly route: Route;
  readonly open: OpenCount;
  readonly cards: readonly OpportunityCard[];
  /** Counted from 1. */
  readonly page: number;
  readonly pages: number;
  /** The task that all of them have, where the list is of one. */
  readonly task: string | undefined;
  /** The languages in which a task can be done. */
  readonly languages: readonly { readonly task: string; readonly lang: string; readonly count: number }[];
  /** Other lists to look at, if this one is empty. */
  readonly elsewhere: readonly { readonly href: string; readonly text: string; readonly count: number }[];
  readonly sdg: Sdg | undefined;
}

export function browseListView(context: ViewContext, list: BrowseListPage): BrowseListView {
  const { locale, t, own } = context;
  const browse = browseLists(own);
  const { title, opportunities, route } = describeList(t, browse, list);
  const pages = pageCount(opportunities.length);
  const page = pages > 1 ? list.page : 1;
  const pageTitle = numberedTitle(t, title, page);
  /** The value of the facet that the list is of alone. */
  const only = (facet: BrowseFacet) =>
    list.kind === 'value' && list.facet === facet ? list.value : undefined;
  const task = only('task');
  return {
    frame: frameView(context, {
      title,
      page,
      description: `${pageTitle}. ${t.count('browse.count', opportunities.length)}.`,
      paths: alternatePaths(context, route(page)),
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
    pageTitle,
    route: route(1),
    open: openCount(opportunities),
    cards: slicePage(opportunities, list.page).map(opportunityCard),
    page: list.page,
    pages,
    task: list.kind === 'value' ? task : list.task,
    languages:
      task === undefined
        ? []
        : facetsView(own).taskLanguages.filter((pair) => pair.task === task && pair.count > 0),
    elsewhere: opportunities.length > 0 ? [] : relatedLists(t, browse, list),
    sdg: sdgs.find((goal) => goal === only('sdg')),
  };
}
