/** The list of a facet's value, or of a task type in a language, page by page. */
import { pathOf, type BrowseFacet } from '@/i18n/routes';
import { sdgs } from '@/model/vocabularies/sdgs';
import { browseLists } from '@/site/lists/browse';
import { describeList, relatedLists, type BrowseGroup } from '@/site/lists/browse-list';
import { openCount, opportunityCard } from '@/site/cards';
import { findDatedPage } from '@/site/lists/dated-pages';
import { facetsView } from './browse';
import type { ViewContext } from '../frame/context';
import { hashEntry, planPage } from '../planned-view';
import { lastDay, pagerView } from './pager';
import { pageTitle } from '../frame/head-texts';
import { frameView, alternatePaths } from '../frame/frame';

/** The list, and the name of the page of it; the newest where there is none. */
type BrowseListPage = BrowseGroup & { readonly page: string | undefined };

/** The value of the facet, if the list is of that alone. */
const onlyValue = (list: BrowseGroup, facet: BrowseFacet) =>
  list.kind === 'value' && list.facet === facet ? list.value : undefined;

/** Plans the view of a page of a browse list. What it is made from is all in its key; of opportunities that is the row. */
export function planBrowseList(context: ViewContext, list: BrowseListPage) {
  const { t, own, locale } = context;
  const browse = browseLists(own);
  const { title, opportunities, isInUse, route } = describeList(t, browse, list);
  const place = findDatedPage(opportunities, list.page);
  const { page, newer, older } = place;
  const isNewest = page.until === undefined;
  const task = onlyValue(list, 'task');
  // Older pages would all change with these.
  const data = {
    open: isNewest ? openCount(opportunities) : undefined,
    /** The languages in which a task can be done. */
    languages:
      task === undefined || !isNewest
        ? []
        : facetsView(own).taskLanguages.filter((pair) => pair.task === task && pair.count > 0),
    /** Other lists to look at, if this one is empty. */
    elsewhere: opportunities.length > 0 ? [] : relatedLists(t, browse, list),
  };
  const cards = page.opportunities.map(opportunityCard);
  const posted = page.opportunities.map(({ shared }) => shared.posted);
  const key = [
    list,
    isInUse,
    newer?.until,
    older?.until,
    posted.at(0),
    posted.at(-1),
    cards.map(hashEntry),
    data,
  ];
  return planPage(context, key, () => {
    const named = pageTitle(t, title, lastDay(page));
    return {
      frame: frameView(context, {
        title,
        crumbs: [{ text: t('browse.title'), href: pathOf(locale, { to: 'browse' }) }],
        page: lastDay(page),
        description: isNewest ? `${named}. ${t.count('browse.count', opportunities.length)}.` : `${named}.`,
        paths: alternatePaths(context, route(page.until)),
        section: 'search',
        band: task,
        noindex: opportunities.length === 0,
      }),
      /** The name of the list, and the same with the page after the newest. */
      title,
      pageTitle: named,
      /** Of the newest page. */
      route: route(),
      /** True if the list has feeds and an embed. */
      isInUse,
      cards,
      ...data,
      pager: pagerView(context, place, route),
      /** The task that all of them have, and the language of work, where the list is of one. */
      task: list.kind === 'value' ? task : list.task,
      lang: list.kind === 'value' ? onlyValue(list, 'lang') : list.lang,
      sdg: sdgs.find((goal) => goal === onlyValue(list, 'sdg')),
    };
  });
}
