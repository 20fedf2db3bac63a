/** Which campaigns run. */
import { campaignPhase } from '@/site/campaign-phase';
import type { LocaleSite, SiteEntry } from '@/site/site';

type CampaignView = SiteEntry<'campaign'>;

/** The campaign for the home page: the one that the settings name while it runs, else the latest that runs. */
export function runningCampaign(site: LocaleSite, now: number): CampaignView | undefined {
  const running = site.campaigns.filter((campaign) => campaignPhase(campaign, now) === 'running');
  const named = site.settings?.shared.featuredCampaign;
  return (
    running.find(({ id }) => id === named) ??
    running.toSorted((a, b) => (a.shared.starts < b.shared.starts ? 1 : -1))[0]
  );
}
