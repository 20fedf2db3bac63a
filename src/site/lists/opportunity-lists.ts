/**
 * The lists of a language that have feeds and embeds: those in use, which any opportunity belongs to, open or not. A list
 * whose last one has closed keeps them, since other sites show it and readers follow it. Pure.
 */
import type { Route } from '@/i18n/routes';
import { translator } from '@/i18n/translate';
import { cacheByObject } from '@/model/cache-by-object';
import { browseLists } from './browse';
import { campaignOpportunities } from './campaigns';
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
  const { open, lists } = browseLists(source);
  return [
    {
      title: translator(source.locale)('opportunities.title'),
      route: { to: 'section', section: 'opportunities' },
      opportunities: open,
    },
    ...lists
      .filter(({ isInUse }) => isInUse)
      .map(({ title, opportunities, route }) => ({ title, opportunities, route: route() })),
    ...entryLists(source, open),
  ];
});
