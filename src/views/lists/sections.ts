/** The lists of sections. */
import type { Route } from '@/i18n/routes';
import { openCount, opportunityCard, organizationCard } from '@/site/cards';
import { browseLists } from '@/site/lists/browse';
import { findDatedPage } from '@/site/lists/dated-pages';
import { organizationsByName } from '@/site/lists/organizations';
import type { ViewContext } from '../frame/context';
import { frameView } from '../frame/frame';
import { pageTitle } from '../frame/head-texts';
import { lastDay, pagerView } from './pager';

/** A page of a list. */
interface Page {
  /** As addresses name it. */
  readonly name: number | string | undefined;
  /** As its title does. */
  readonly title: number | string | undefined;
}

/** The head of a list: its title and what it is, page by page where it is long. */
export function sectionListView(
  context: ViewContext,
  section: 'opportunities' | 'organizations' | 'campaigns' | 'stories' | 'resources',
  page: Page = { name: undefined, title: undefined },
) {
  const { t } = context;
  const name = t(`${section}.title`);
  const intro = t(`${section}.intro`);
  const title = pageTitle(t, name, page.title);
  return {
    frame: frameView(context, {
      title: name,
      page: page.title,
      description: title === name ? intro : `${title}. ${intro}`,
      at: { to: 'section', section, page: page.name },
      section: section === 'opportunities' ? 'search' : section,
    }),
    lead: title === name ? intro : undefined,
  };
}

/** Every open opportunity: the newest page, or an older one by its name. */
export function opportunitiesView(context: ViewContext, until: string | undefined) {
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
    /** On the newest page only: older ones would all change with it. */
    open: page.until === undefined ? openCount(open) : undefined,
    cards: page.opportunities.map(opportunityCard),
    pager: pagerView(context, place, route),
  };
}

/** Every organization from A to Z, page by page. */
export function organizationsView(context: ViewContext, page: number) {
  const { pages, letters } = organizationsByName(context.own);
  const byLetter = Map.groupBy(pages[page - 1] ?? [], ({ letter }) => letter);
  return {
    list: sectionListView(context, 'organizations', { name: page, title: page }),
    /** All letters in use, with the page on which each begins. */
    letters,
    groups: [...byLetter].map(([letter, own]) => ({
      letter,
      rows: own.map(({ organization, open }) => ({
        organization: organizationCard(organization, context.site),
        open,
      })),
    })),
    /** Counted from 1. */
    page,
    pages: pages.length,
  };
}
