/** The lists of sections. */
import { label } from '@/i18n/names';
import type { Route } from '@/i18n/routes';
import { audiences, resourceKinds } from '@/model/vocabularies/kinds';
import { entryCard, openCount, opportunityCard, organizationCard } from '@/site/cards';
import { browseLists } from '@/site/lists/browse';
import { campaignPhase, type CampaignPhase } from '@/site/lists/campaigns';
import { findDatedPage } from '@/site/lists/dated-pages';
import { organizationsByName, pageCount, slicePage } from '@/site/lists/organizations';
import type { ViewContext } from '../frame/context';
import { frameView, alternatePaths } from '../frame/frame';
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
function sectionListView(
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
      paths: alternatePaths(context, { to: 'section', section, page: page.name }),
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
  const { named, letters } = organizationsByName(context.own);
  const byLetter = Map.groupBy(slicePage(named, page), ({ letter }) => letter);
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
    pages: pageCount(named.length),
  };
}

const order: readonly CampaignPhase[] = ['running', 'upcoming', 'ended'];

/** All campaigns: those that run, then those to come, then those that ended. */
export function campaignsView(context: ViewContext) {
  const { own, site } = context;
  return {
    list: sectionListView(context, 'campaigns'),
    rows: own.campaigns
      .map((campaign) => ({
        entry: entryCard(campaign),
        starts: campaign.shared.starts,
        ends: campaign.shared.ends,
        phase: campaignPhase(campaign, site.now),
      }))
      .toSorted((a, b) => order.indexOf(a.phase) - order.indexOf(b.phase)),
  };
}

/** All stories, newest first. */
export function storiesView(context: ViewContext) {
  return {
    list: sectionListView(context, 'stories'),
    rows: context.own.stories
      .toSorted((a, b) => (a.shared.date < b.shared.date ? 1 : -1))
      .map((story) => ({
        entry: entryCard(story),
        firstName: story.shared.firstName,
        country: story.shared.country,
      })),
  };
}

/** Guides, news and networks: by kind, and again by reader. */
export function resourcesView(context: ViewContext) {
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
    /** The same texts by for whom they are. */
    readers: byReader.filter(({ entries }) => entries.length > 0),
  };
}
