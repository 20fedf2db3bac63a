import { utcDay } from '@/model/time/clock';
import type { LocaleSite, SiteEntry } from '../site';

export type CampaignPhase = 'upcoming' | 'running' | 'ended';

/** Returns the phase of a campaign at a time (ms), by UTC days, both ends included. */
export function campaignPhase({ shared }: Pick<SiteEntry<'campaign'>, 'shared'>, now: number): CampaignPhase {
  const today = utcDay(now);
  if (today < shared.starts) return 'upcoming';
  return shared.ends !== undefined && today > shared.ends ? 'ended' : 'running';
}

/** Returns the campaign for the home page: the one in the settings if it runs, otherwise the latest that runs. */
export function runningCampaign(site: LocaleSite, now: number): SiteEntry<'campaign'> | undefined {
  const running = site.campaigns.filter((campaign) => campaignPhase(campaign, now) === 'running');
  const named = site.settings?.shared.featuredCampaign;
  return (
    running.find(({ id }) => id === named) ??
    running.toSorted((a, b) => (a.shared.starts < b.shared.starts ? 1 : -1))[0]
  );
}
