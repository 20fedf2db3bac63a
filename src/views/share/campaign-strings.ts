/** The texts by which a campaign is passed on. After its end they no longer ask for help. */
import { formatDay } from '@/i18n/format/format';
import { campaignPhase } from '@/site/lists/campaign-phase';
import type { LocalizedText } from '@/site/localized-entry';
import type { SiteEntry } from '@/site/site';
import type { SiteContext } from '../frame/context';

export interface CampaignStrings {
  /** Above the title. */
  readonly above: string;
  readonly summary: LocalizedText<string>;
  readonly action: LocalizedText<string>;
  /** The sentence on a campaign that has ended; undefined before its end. */
  readonly ended: string | undefined;
}

/** The texts of a campaign as of the site's instant: its own, or from its end on that it has ended. */
export function campaignStrings(
  campaign: SiteEntry<'campaign'>,
  { t, site }: Pick<SiteContext, 't'> & { readonly site: Pick<SiteContext['site'], 'now'> },
): CampaignStrings {
  const { texts, shared } = campaign;
  if (campaignPhase(campaign, site.now) !== 'ended')
    return {
      above: t('share.picture.campaign'),
      summary: texts.summary,
      action: texts.callToAction,
      ended: undefined,
    };
  const ended = t('share.ended', { day: formatDay(t.locale, shared.ends ?? shared.starts) });
  return {
    above: t('share.picture.campaign'),
    summary: { value: ended, lang: t.locale },
    action: { value: t('share.ended.action'), lang: t.locale },
    ended,
  };
}
