/** The texts for sharing an entry, in the language of the page. */
import type { Locale } from '@/i18n/locales';
import type { Translate } from '@/i18n/translate';
import type { SiteOpportunity, SiteOrganization, SiteEntry } from '@/site/site';

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

interface Titled {
  readonly lang: Locale;
  readonly path: string;
}

function entry(
  { lang, path }: Titled,
  site: URL,
  texts: Pick<SharedPage, 'title' | 'short' | 'long'>,
): SharedEntry {
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
  const said = t('share.quote', { quote: quote.value, who: `${view.shared.firstName}, ${role.value}` });
  return entry(view, site, { title: title.value, short, long: `${short}\n\n${said}` });
}

/** The texts of a campaign, as its editors wrote them, with its short address. */
export function sharedCampaign(
  view: SiteEntry<'campaign'>,
  t: Translate,
  site: URL,
  shortPath: string,
): SharedEntry {
  const { title, summary, shareText } = view.texts;
  const short = shareText?.value.short ?? t('share.entry', { title: title.value, summary: summary.value });
  const long = shareText?.value.long ?? short;
  return entry({ lang: view.lang, path: shortPath }, site, { title: title.value, short, long });
}
