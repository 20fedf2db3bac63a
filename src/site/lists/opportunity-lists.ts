/**
 * The lists of a language that have feeds and embeds: those in use, which any opportunity belongs to, open or not. A list
 * whose last one has closed keeps them, since other sites show it and readers follow it. Pure.
 */
import type { Route } from '@/i18n/routes';
import { translator, type Translate } from '@/i18n/translate';
import { cacheByObject } from '@/model/cache-by-object';
import { browseLists, type Browse } from './browse';
import { describeList, type BrowseGroup } from './browse-list';
import { campaignOpportunities } from './campaign-opportunities';
import type { LocaleSite, SiteOpportunity, SiteOrganization, SiteEntry } from '../site';

/** The source of the lists. */
type ListSource = Pick<LocaleSite, 'locale' | 'opportunities' | 'settings' | 'organizations' | 'campaigns'>;

/** A list: all open opportunities, or those of a browse page, an organization or a campaign. */
export interface OpportunityList {
  readonly title: string;
  /** The page with the list. */
  readonly route: Route;
  /** Newest first. */
  readonly opportunities: readonly SiteOpportunity[];
  /** The organization or campaign that it belongs to. */
  readonly organization?: SiteOrganization;
  readonly campaign?: SiteEntry<'campaign'>;
}

function browseValueLists(t: Translate, browse: Browse): OpportunityList[] {
  const groups: BrowseGroup[] = [
    ...browse.facets.flatMap(({ facet, values }) =>
      values.filter(({ isInUse }) => isInUse).map(({ value }) => ({ kind: 'value' as const, facet, value })),
    ),
    ...browse.taskLanguages.map(({ task, lang }) => ({ kind: 'task-lang' as const, task, lang })),
  ];
  return groups.map((group) => {
    const { title, opportunities, route } = describeList(t, browse, group);
    return { title, opportunities, route: route() };
  });
}

/** The lists of organizations and campaigns. */
function entryLists(source: ListSource, open: readonly SiteOpportunity[]): OpportunityList[] {
  const byOrganization = Map.groupBy(open, ({ organization }) => organization.id);
  const inUse = new Set(source.opportunities.map(({ organization }) => organization.id));
  return [
    ...source.organizations
      .filter(({ id }) => inUse.has(id))
      .map((organization): OpportunityList => ({
        title: organization.texts.name.value,
        route: { to: 'entry', type: 'organization', slug: organization.slug },
        opportunities: byOrganization.get(organization.id) ?? [],
        organization,
      })),
    ...source.campaigns.map((campaign): OpportunityList => {
      const shown = new Set(campaignOpportunities(source, campaign));
      return {
        title: campaign.texts.title.value,
        route: { to: 'entry', type: 'campaign', slug: campaign.slug },
        // The page shows picked ones first; here the newest come first.
        opportunities: open.filter((view) => shown.has(view)),
        campaign,
      };
    }),
  ];
}

/** Returns all lists of a language that are in use. Campaigns and the list of everything always are. Made once a site. */
export const opportunityLists = cacheByObject((source: ListSource): readonly OpportunityList[] => {
  const t = translator(source.locale);
  const browse = browseLists(source);
  const everything: OpportunityList = {
    title: t('opportunities.title'),
    route: { to: 'section', section: 'opportunities' },
    opportunities: browse.open,
  };
  return [everything, ...browseValueLists(t, browse), ...entryLists(source, browse.open)];
});
