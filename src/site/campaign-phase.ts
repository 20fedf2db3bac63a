import { dayOf } from '@/model/time/clock';
import type { SiteEntry } from './site';

export type CampaignPhase = 'upcoming' | 'running' | 'ended';

/** Where a campaign stands on the day of an instant (ms), by UTC days, both ends included. */
export function campaignPhase({ shared }: Pick<SiteEntry<'campaign'>, 'shared'>, now: number): CampaignPhase {
  const today = dayOf(now);
  if (today < shared.starts) return 'upcoming';
  return shared.ends !== undefined && today > shared.ends ? 'ended' : 'running';
}
