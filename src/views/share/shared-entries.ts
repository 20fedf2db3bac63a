/** The texts for sharing an entry, in the language of the page. */
import { formatDay } from '@/i18n/format/format';
import { asInnerQuotes } from '@/i18n/format/inner-quotes';
import type { Locale } from '@/i18n/locales';
import type { Translate } from '@/i18n/translate';
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

function entry(
  { lang, path }: Pick<SiteOpportunity, 'lang' | 'path'>,
  site: URL,
  texts: Pick<SharedPage, 'title' | 'short' | 'long'>,
) {
  return { ...texts, lang, url: new URL(path, site).href };
}

/** The texts of an opportunity: the task, and the organization. */
export function sharedOpportunity(view: SiteOpportunity, t: Translate, site: URL): SharedEntry {
  const title = view.texts.title.value;
  const short = t('share.opportunity', { title, organization: view.organization.texts.name.value });
  return entry(view, site, { title, short, long: short });
}

/** The texts of an organization. */
export function sharedOrganization(view: SiteOrganization, t: Translate, site: URL): SharedEntry {
  const title = view.texts.name.value;
  const short = t('share.entry', { title, summary: view.texts.summary.value });
  return entry(view, site, { title, short, long: short });
}

/** The texts of a story: the summary and the quote. */
export function sharedStory(view: SiteEntry<'story'>, t: Translate, site: URL): SharedEntry {
  const { title, summary, quote, role } = view.texts;
  const short = t('share.entry', { title: title.value, summary: summary.value });
  const said = t('share.quote', {
    quote: asInnerQuotes(t.locale, quote.value),
    who: `${view.shared.firstName}, ${role.value}`,
  });
  return entry(view, site, { title: title.value, short, long: `${short}\n\n${said}` });
}

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

/**
 * The texts of a campaign, as its editors wrote them, with its short address. Once it has ended, they say so, since those
 * of the editors ask for help.
 */
export function sharedCampaign(
  view: SiteEntry<'campaign'>,
  context: Pick<SiteContext, 't' | 'site' | 'siteUrl'>,
  shortPath: string,
) {
  const { t, siteUrl } = context;
  const { summary, ended } = campaignStrings(view, context);
  const title = view.texts.title.value;
  const own = ended === undefined ? view.texts.shareText?.value : undefined;
  const short = own?.short ?? t('share.entry', { title, summary: summary.value });
  const lang = ended === undefined ? view.lang : t.locale;
  return entry({ lang, path: shortPath }, siteUrl, { title, short, long: own?.long ?? short });
}
