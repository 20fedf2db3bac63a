/** A facet's value, or a task type in a language: its opportunities, page by page. */
import { pathOf, type BrowseFacet } from '@/i18n/routes';
import { sdgs } from '@/model/vocabularies/sdgs';
import { countedLists, listedValues, type BrowseList } from '@/site/lists/browse';
import { openCount, opportunityCard } from '@/site/cards';
import { findDatedPage } from '@/site/lists/dated-pages';
import type { ViewContext } from '../frame/context';
import { hashEntry, planPage } from '../planned-view';
import { lastDay, pagerView } from './pager';
import { pageTitle } from '../frame/head-texts';
import { frameView } from '../frame/frame';

/**
 * Plans the view of a page of a browse list, by the page's name; the newest where there is none. What it is made from is all in
 * its key; of opportunities that is the row.
 */
export function planBrowseList(context: ViewContext, list: BrowseList, name: string | undefined) {
  const { t, own, locale } = context;
  const { facet, value, lang, title, opportunities, isInUse, route } = list;
  const place = findDatedPage(opportunities, name);
  const { page, newer, older } = place;
  const isNewest = page.until === undefined;
  const valueOf = (wanted: BrowseFacet) => (facet === wanted ? value : undefined);
  const ofTask = lang === undefined ? valueOf('task') : undefined;
  const inLanguages = countedLists(own).filter((one) => one.value === value && one.lang !== undefined);
  const related = lang === undefined ? listedValues(own, facet) : inLanguages;
  const hasSome = ({ count }: { readonly count: number }) => count > 0;
  // Older pages would all change with these.
  const data = {
    open: isNewest ? openCount(opportunities) : undefined,
    /** The languages in which a task can be done. */
    languages: ofTask !== undefined && isNewest ? inLanguages.filter(hasSome) : [],
    /** Other lists to look at, if this one is empty: of the facet's other values, or of the task in other languages. */
    elsewhere: opportunities.length > 0 ? [] : related.filter(hasSome),
  };
  const cards = page.opportunities.map(opportunityCard);
  const posted = page.opportunities.map(({ shared }) => shared.posted);
  const key = [
    [facet, value, lang, page.until],
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
        at: route(page.until),
        section: 'search',
        band: ofTask,
        noindex: opportunities.length === 0,
      }),
      title,
      /** Of the newest page. */
      route: route(),
      /** True if the list has feeds and an embed. */
      isInUse,
      cards,
      ...data,
      pager: pagerView(context, place, route),
      /** The task that all of them have, and the language of work, where the list is of one. */
      task: valueOf('task'),
      lang: lang ?? valueOf('lang'),
      sdg: sdgs.find((goal) => goal === valueOf('sdg')),
    };
  });
}
