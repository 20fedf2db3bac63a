import { opportunityFacetValues } from '@/model/facet-values';
import { acceptsApplications } from '@/model/time/lifecycle';
import type { LocaleSite, SiteOpportunity, SiteEntry } from '../site';

type Campaign = SiteEntry<'campaign'>;
type Opportunities = Pick<LocaleSite, 'opportunities'>;

const openOnes = ({ opportunities }: Opportunities): SiteOpportunity[] =>
  opportunities.filter(({ stage }) => acceptsApplications(stage));

/** Returns the open opportunities of a campaign: those picked, in their order, then those that match its filter. */
export function campaignOpportunities(site: Opportunities, campaign: Campaign): SiteOpportunity[] {
  const open = openOnes(site);
  const picked = campaign.shared.opportunities.flatMap((id) => open.filter((one) => one.id === id));
  return [...new Set([...picked, ...filteredOpportunities(site, campaign)])];
}

/** Returns the open opportunities that match a campaign's filter; none for a campaign without one. */
export function filteredOpportunities(site: Opportunities, { shared }: Campaign): SiteOpportunity[] {
  const { filter } = shared;
  if (!filter) return [];
  return openOnes(site).filter((opportunity) => {
    const values = opportunityFacetValues(opportunity);
    const any = (wanted: readonly string[] | undefined, has: readonly string[]) =>
      wanted === undefined || wanted.some((value) => has.includes(value));
    return (
      any(filter.task, values.task) &&
      any(filter.cause, values.cause) &&
      any(filter.sdg, values.sdg) &&
      any(filter.country, values.country) &&
      any(filter.region, values.region) &&
      any(filter.language, values.lang)
    );
  });
}
