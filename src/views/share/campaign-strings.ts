/** The texts by which a campaign is passed on. After its end they no longer ask for help. */
import { formatDay } from '@/i18n/format/format';
import { campaignPhase } from '@/site/lists/campaigns';
import type { SiteEntry } from '@/site/site';
import type { SiteContext } from '../frame/context';

/** The texts of a campaign as of the site's instant: its own, or from its end on that it has ended. */
export function campaignStrings(
  campaign: SiteEntry<'campaign'>,
  { t, site }: Pick<SiteContext, 't'> & { readonly site: Pick<SiteContext['site'], 'now'> },
) {
  const { texts, shared } = campaign;
  /** The sentence on a campaign that has ended; undefined before its end. */
  const ended =
    campaignPhase(campaign, site.now) === 'ended'
      ? t('share.ended', { day: formatDay(t.locale, shared.ends ?? shared.starts) })
      : undefined;
  const own = (value: string) => ({ value, lang: t.locale });
  return {
    /** Above the title. */
    above: t('share.picture.campaign'),
    summary: ended === undefined ? texts.summary : own(ended),
    action: ended === undefined ? texts.callToAction : own(t('share.ended.action')),
    ended,
  };
}
