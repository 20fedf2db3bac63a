/**
 * The lists of a language that have feeds and embeds: those in use, which any opportunity belongs to, open or not. A list
 * whose last one has closed keeps them, since other sites show it and readers follow it. Pure.
 */
import type { Route } from '@/i18n/routes';
import { translator } from '@/i18n/translate';
import { acceptsApplications } from '@/model/time/lifecycle';
import { cacheByObject } from '@/model/cache-by-object';
import { browseLists } from './browse';
import { campaignOpportunities } from './campaigns';
import { opportunitiesByOrganization } from './organizations';
import type { LocaleSite, SiteOpportunity, SiteOrganization, SiteEntry } from '../site';

/** A list: all open opportunities, or those of a browse page, an organization or a campaign. */
export interface OpportunityList {
  readonly title: string;
  /** The page with the list. */
  readonly route: Route;
  /** Newest first. */
  readonly opportunities: readonly SiteOpportunity[];
  /** The organization or campaign that it belongs to. */
  readonly owner?: SiteOrganization | SiteEntry<'campaign'>;
}

/** Returns all lists of a language that are in use. Campaigns and the list of everything always are. Made once a site. */
export const opportunityLists = cacheByObject((own: LocaleSite): readonly OpportunityList[] => {
  const { open, lists } = browseLists(own);
  const byOrganization = opportunitiesByOrganization(own);
  const organizations = own.organizations.filter(({ id }) => byOrganization.has(id));
  return [
    {
      title: translator(own.locale)('opportunities.title'),
      route: { to: 'section', section: 'opportunities' },
      opportunities: open,
    },
    ...lists
      .filter(({ isInUse }) => isInUse)
      .map(({ title, opportunities, route }) => ({ title, opportunities, route: route() })),
    ...organizations.map((owner): OpportunityList => ({
      title: owner.texts.name.value,
      route: { to: 'entry', type: 'organization', slug: owner.slug },
      opportunities: (byOrganization.get(owner.id) ?? []).filter(({ stage }) => acceptsApplications(stage)),
      owner,
    })),
    ...own.campaigns.map((owner): OpportunityList => {
      const shown = new Set(campaignOpportunities(own, owner));
      return {
        title: owner.texts.title.value,
        route: { to: 'entry', type: 'campaign', slug: owner.slug },
        // The page shows picked ones first; here the newest come first.
        opportunities: open.filter((view) => shown.has(view)),
        owner,
      };
    }),
  ];
});
