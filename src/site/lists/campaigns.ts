/** When a campaign runs, and which opportunities belong to it. */
import { opportunityFacetValues, type FacetValues } from '@/model/facet-values';
import { utcDay } from '@/model/time/clock';
import { browseLists } from './browse';
import type { LocaleSite, SiteOpportunity, SiteEntry } from '../site';

type Campaign = SiteEntry<'campaign'>;
type Opportunities = Pick<LocaleSite, 'locale' | 'opportunities'>;

/** Returns the open opportunities of a campaign: those picked, in their order, then those that match its filter. */
export function campaignOpportunities(site: Opportunities, campaign: Campaign): SiteOpportunity[] {
  const { open } = browseLists(site);
  const picked = campaign.shared.opportunities.flatMap((id) => open.filter((one) => one.id === id));
  return [...new Set([...picked, ...filteredOpportunities(site, campaign)])];
}

/** The values of a campaign's filter by facet; a facet without any has none to match. */
export function filterValues({ shared }: Campaign) {
  const {
    task = [],
    cause = [],
    sdg = [],
    country = [],
    region = [],
    language: lang = [],
  } = shared.filter ?? {};
  return { task, cause, sdg, country, region, lang } satisfies Partial<FacetValues>;
}

/** Returns the open opportunities that match a campaign's filter; none for a campaign without one. */
export function filteredOpportunities(site: Opportunities, campaign: Campaign): SiteOpportunity[] {
  if (!campaign.shared.filter) return [];
  const filter = Object.entries(filterValues(campaign)).filter(([, wanted]) => wanted.length > 0);
  return browseLists(site).open.filter((opportunity) => {
    const values = opportunityFacetValues(opportunity);
    return filter.every(([facet, wanted]) =>
      wanted.some((value) => values[facet as keyof FacetValues].includes(value)),
    );
  });
}

export type CampaignPhase = 'upcoming' | 'running' | 'ended';

/** Returns the phase of a campaign at a time (ms), by UTC days, both ends included. */
export function campaignPhase({ shared }: Pick<Campaign, 'shared'>, now: number): CampaignPhase {
  const today = utcDay(now);
  if (today < shared.starts) return 'upcoming';
  return shared.ends !== undefined && today > shared.ends ? 'ended' : 'running';
}

/** Returns the campaign for the home page: the one in the settings if it runs, otherwise the latest that runs. */
export function runningCampaign(site: LocaleSite, now: number): Campaign | undefined {
  const running = site.campaigns.filter((campaign) => campaignPhase(campaign, now) === 'running');
  const named = site.settings?.shared.featuredCampaign;
  return (
    running.find(({ id }) => id === named) ??
    running.toSorted((a, b) => (a.shared.starts < b.shared.starts ? 1 : -1))[0]
  );
}
