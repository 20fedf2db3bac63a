/** The texts for sharing an entry, in the language of the page. */
import { formatDay } from '@/i18n/format/format';
import { asInnerQuotes } from '@/i18n/format/inner-quotes';
import type { Locale } from '@/i18n/locales';
import { campaignShortPath } from '@/site/addresses/redirects';
import { campaignPhase } from '@/site/lists/campaigns';
import type { SiteOpportunity, SiteOrganization, SiteEntry } from '@/site/site';
import type { SiteContext } from '../frame/context';

/** The texts of a shared page. */
export interface SharedPage {
  readonly title: string;
  /** A sentence or two; each network gets as much as fits. */
  readonly short: string;
  /** For e-mail. */
  readonly long: string;
  /** Absolute address. */
  readonly url: string;
}

/** The shared texts, and their language. */
export type SharedEntry = SharedPage & { readonly lang: Locale };

/** The texts by which a campaign is passed on, as of the site's instant: its own, or from its end on that it has ended. */
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

/** The texts of a page that isn't an entry's. */
export function sharedPage(
  { t }: Pick<SiteContext, 't'>,
  { title, description, url }: { readonly title: string; readonly description: string; readonly url: string },
): SharedEntry {
  const short = t('share.entry', { title, summary: description });
  return { title, short, long: short, url, lang: t.locale };
}

/** The texts of an entry. Once a campaign has ended, they say so, since those of its editors ask for help. */
export function sharedEntry(
  context: SiteContext,
  entry: SiteOpportunity | SiteOrganization | SiteEntry<'campaign'> | SiteEntry<'story'>,
): SharedEntry {
  const { t, own, siteUrl } = context;
  const { value: title } = 'name' in entry.texts ? entry.texts.name : entry.texts.title;
  const ended = entry.type === 'campaign' ? campaignStrings(entry, context).ended : undefined;
  const short =
    entry.type === 'opportunity'
      ? t('share.opportunity', { title, organization: entry.organization.texts.name.value })
      : t('share.entry', { title, summary: ended ?? entry.texts.summary.value });
  const addressOf = (path: string) => new URL(path, siteUrl).href;
  const shared = { title, short, long: short, lang: entry.lang, url: addressOf(entry.path) };
  if (entry.type === 'story') {
    const quote = asInnerQuotes(t.locale, entry.texts.quote.value);
    const who = `${entry.shared.firstName}, ${entry.texts.role.value}`;
    return { ...shared, long: `${short}\n\n${t('share.quote', { quote, who })}` };
  }
  if (entry.type !== 'campaign') return shared;
  const url = addressOf(campaignShortPath(own, entry));
  if (ended !== undefined) return { ...shared, lang: t.locale, url };
  const written = entry.texts.shareText?.value;
  return { ...shared, ...(written && { short: written.short, long: written.long ?? written.short }), url };
}
