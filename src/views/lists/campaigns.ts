/** All campaigns: those that run, then those to come, then those that ended. */
import { campaignPhase, type CampaignPhase } from '@/site/lists/campaign-phase';
import { entryCard, type EntryCard } from '@/site/cards';
import type { ViewContext } from '../frame/context';
import { sectionListView, type SectionListView } from './section-list';

export interface CampaignsView {
  readonly list: SectionListView;
  readonly rows: readonly {
    readonly entry: EntryCard;
    readonly starts: string;
    readonly ends: string | undefined;
    readonly phase: CampaignPhase;
  }[];
}

const order: readonly CampaignPhase[] = ['running', 'upcoming', 'ended'];

export function campaignsView(context: ViewContext): CampaignsView {
  const { own, site } = context;
  return {
    list: sectionListView(context, 'campaigns'),
    rows: own.campaigns
      .map((campaign) => ({
        entry: entryCard(campaign),
        starts: campaign.shared.starts,
        ends: campaign.shared.ends,
        phase: campaignPhase(campaign, site.now),
      }))
      .toSorted((a, b) => order.indexOf(a.phase) - order.indexOf(b.phase)),
  };
}
