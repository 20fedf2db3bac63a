import { opportunityFacetValues } from '@/model/facet-values';
import { acceptsApplications } from '@/model/time/lifecycle';
import type { LocaleSite, SiteOpportunity, SiteEntry } from '../site';

/** Returns the open opportunities of a campaign: those picked, in their order, then those that match its filter. */
export function campaignOpportunities(
  site: Pick<LocaleSite, 'opportunities'>,
  { shared }: SiteEntry<'campaign'>,
): SiteOpportunity[] {
  const open = site.opportunities.filter(({ stage }) => acceptsApplications(stage));
  const picked = shared.opportunities.flatMap((id) => open.filter((opportunity) => opportunity.id === id));
  const { filter } = shared;
  if (!filter) return picked;
  const found = open.filter((opportunity) => {
    const values = opportunityFacetValues(opportunity.shared, opportunity.organization.shared);
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
  return [...new Set([...picked, ...found])];
}
