/** Which campaigns run, and what they show. */
import { dayOf } from '@/model/clock';
import { facetValuesOf } from '@/model/facet-values';
import { takesApplications } from '@/model/lifecycle';
import type { LocaleSite, OpportunityView, WithPath } from '@/pipeline/site';

type CampaignView = WithPath<'campaign'>;

export type CampaignPhase = 'upcoming' | 'running' | 'ended';

/** Where a campaign stands on the day of an instant (ms), by UTC days, both ends included. */
export function campaignPhase({ shared }: Pick<CampaignView, 'shared'>, now: number): CampaignPhase {
  const today = dayOf(now);
  if (today < shared.starts) return 'upcoming';
  return shared.ends !== undefined && today > shared.ends ? 'ended' : 'running';
}

/** The campaign for the home page: the one that the settings name while it runs, else the latest that runs. */
export function runningCampaign(site: LocaleSite, now: number): CampaignView | undefined {
  const running = site.campaigns.filter((campaign) => campaignPhase(campaign, now) === 'running');
  const named = site.settings?.shared.featuredCampaign;
  return (
    running.find(({ id }) => id === named) ??
    running.toSorted((a, b) => (a.shared.starts < b.shared.starts ? 1 : -1))[0]
  );
}

/** The open opportunities of a campaign: those picked, in their order, then those that its filter finds. */
export function campaignOpportunities(site: LocaleSite, { shared }: CampaignView): OpportunityView[] {
  const open = site.opportunities.filter(({ stage }) => takesApplications(stage));
  const picked = shared.opportunities.flatMap((id) => open.filter((opportunity) => opportunity.id === id));
  const { filter } = shared;
  if (!filter) return picked;
  const found = open.filter((opportunity) => {
    const values = facetValuesOf(opportunity.shared, opportunity.organization.shared);
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
